import { useId } from 'react'
import { maturityModelOf, valueKeys } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { formatLevel, formatNumber } from '../../report/format'
import { ProposalsFor } from '../work-list/from-source-gate'
import { LineField } from '../fields/text-fields'
import { answerIn, useSession, useSessionState } from '../session/session-context'
import { LevelGroup } from './level-group'
import { partName } from '../../report/rated-name'
import { useLevel } from './use-level'

/** An indicator that is rated in parts: each with its subject and its level, and the mean they come to. */
export function PartsChoice({ indicator }: { readonly indicator: Indicator }) {
  const keys = valueKeys(indicator)
  return (
    <>
      <MeanLine indicator={indicator} />
      {keys.map((key) => (
        <Part key={key} indicator={indicator} valueKey={key} />
      ))}
    </>
  )
}

function MeanLine({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const count = valueKeys(indicator).length
  const mean = useSessionState((state) => answerIn(state, indicator.id).value ?? null)
  const rated = useSessionState(
    (state) =>
      answerIn(state, indicator.id).parts?.filter(({ value }) => typeof value === 'number').length ?? 0,
  )
  return (
    <p className="mean" role="status">
      {mean !== null ? (
        <>
          Nilai indikator, rata-rata {count} bagian: <b>{formatLevel(mean)}</b>
        </>
      ) : (
        `${rated} dari ${count} bagian terisi. Nilai indikator adalah rata-ratanya; yang kosong dihitung tingkat ${formatNumber(instrument.scale.min)}.`
      )}
    </p>
  )
}

interface PartProps {
  readonly indicator: Indicator
  readonly valueKey: string
}

function Part({ indicator, valueKey }: PartProps) {
  const { instrument } = useSession()
  const titleId = useId()
  const { subjectLabel } = maturityModelOf(instrument, indicator)
  const { value, clear } = useLevel(indicator, valueKey)
  const name = partName(instrument, indicator, valueKey)
  return (
    <section className="rated-part" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {name}
        {value !== null && (
          <button
            type="button"
            className="link quiet"
            aria-label={`Kosongkan ${name.toLowerCase()}`}
            onClick={clear}
          >
            Kosongkan
          </button>
        )}
      </h3>
      {subjectLabel && <LineField name={valueKey} label={subjectLabel} light />}
      <ProposalsFor indicator={indicator} field="subject" part={valueKey} />
      <LevelGroup indicator={indicator} valueKey={valueKey} labelledBy={titleId} />
    </section>
  )
}
