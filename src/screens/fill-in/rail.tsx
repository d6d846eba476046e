import { memo, type ReactNode } from 'react'
import { STATUS_LABELS } from '../../answers/labels'
import { missingOf } from '../../answers/status'
import { criterionOf, levelOf, maturityModelOf, weightPercent } from '../../instrument/lookup'
import type { Criterion, Indicator } from '../../instrument/schema'
import { formatLevel, formatNumber, formatPercent } from '../../report/format'
import { levelTone } from '../../report/tone'
import { Icon } from '../../ui/icon'
import { LevelMark } from '../../ui/level-mark'
import { StatusMark } from '../../ui/status-mark'
import { answerIn, citationsIn, statusIn, useDrawnState, useSession } from '../session/session-context'

/** Beside the levels: status with what is missing, the evidence wanted now and for the next level, weight and owner. */
export function Rail({ indicator }: { readonly indicator: Indicator }) {
  // What was chosen is drawn first, what it asks for in the next frame.
  const value = useDrawnState((state) => answerIn(state, indicator.id).value ?? null)
  return <RailOf indicator={indicator} value={value} />
}

interface RailOfProps {
  readonly indicator: Indicator
  readonly value: number | null
}

const RailOf = memo(function RailOf({ indicator, value }: RailOfProps) {
  const { instrument } = useSession()
  // A mean has no criterion of its own; what the parts ask for stands beside each of them.
  const level = value === null || indicator.parts ? undefined : levelOf(instrument, indicator, value)
  const { levels } = maturityModelOf(instrument, indicator)
  const next = level && levels[levels.indexOf(level) + 1]
  const wanted = level && criterionOf(indicator, level.level)
  const wantedNext = next && criterionOf(indicator, next.level)
  return (
    <aside className="rail" aria-label="Ringkasan indikator ini">
      <StatusBlock indicator={indicator} />
      {!level && !indicator.parts && (
        <p className="wanted hint">Pilih tingkat untuk melihat bukti yang diminta.</p>
      )}
      {level && wanted && (
        <Wanted criterion={wanted} className="wanted" tone={levelTone(instrument, level.level)}>
          Bukti yang diminta
        </Wanted>
      )}
      {next && wantedNext && (
        <Wanted criterion={wantedNext} className="wanted next" tone={0}>
          Untuk naik ke tingkat {formatNumber(next.level)}
        </Wanted>
      )}
      <p className="hint">
        Bobot {formatPercent(weightPercent(instrument, indicator.weightUnits))} · Pengampu yang lazim:{' '}
        {indicator.typicalOwner}
      </p>
    </aside>
  )
})

function StatusBlock({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const status = useDrawnState((state) => statusIn(session, state, indicator.id))
  const value = useDrawnState((state) => answerIn(state, indicator.id).value ?? null)
  const cited = useDrawnState((state) => citationsIn(state, indicator.id).length)
  const lowest = session.instrument.scale.min
  const missing = useDrawnState((state) =>
    missingOf(answerIn(state, indicator.id), citationsIn(state, indicator.id).length, lowest).join(' '),
  )
  const evidenceAsked = value !== lowest
  const blankText = indicator.parts ? 'Tingkat belum lengkap' : 'Tingkat belum dipilih'
  const decimals = session.instrument.valueMode === 'decimal' || indicator.parts !== undefined
  return (
    <section>
      <h3>
        <StatusMark status={status} /> {STATUS_LABELS[status]}
      </h3>
      <ul className="todo">
        <Todo done={!missing.includes('value')} focus=".levels input">
          {value === null
            ? blankText
            : decimals
              ? `Nilai ${formatLevel(value)}`
              : `Tingkat ${formatLevel(value)} dipilih`}
        </Todo>
        <Todo done={!missing.includes('evidence')} focus=".evidence-section .btn">
          {cited > 0
            ? `${cited} bukti dirujuk`
            : evidenceAsked
              ? 'Bukti belum dirujuk'
              : 'Tanpa bukti: tingkat terendah tidak memintanya'}
        </Todo>
        <Todo done={!missing.includes('analysis')} focus="textarea[name=analysis]">
          {missing.includes('analysis') ? 'Analisis belum ditulis' : 'Analisis ditulis'}
        </Todo>
      </ul>
    </section>
  )
}

interface TodoProps {
  readonly done: boolean
  /** Where the work is to be done. */
  readonly focus: string
  readonly children: ReactNode
}

function Todo({ done, focus, children }: TodoProps) {
  if (done) {
    return (
      <li>
        <Icon name="tick" />
        <span>{children}</span>
      </li>
    )
  }
  return (
    <li>
      <StatusMark status="belum" />
      <span>
        <button
          type="button"
          className="link"
          onClick={() => document.querySelector<HTMLElement>(`#isi ${focus}`)?.focus()}
        >
          {children}
        </button>
      </span>
    </li>
  )
}

interface WantedProps {
  readonly criterion: Criterion
  readonly className: string
  readonly tone: number
  readonly children: ReactNode
}

function Wanted({ criterion, className, tone, children }: WantedProps) {
  return (
    <section className={className}>
      <h3>
        <LevelMark text={formatNumber(criterion.level)} tone={tone} /> <span>{children}</span>
      </h3>
      <ul className="want">
        {criterion.evidence.map((wanted) => (
          <li key={wanted}>
            <span>{wanted}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
