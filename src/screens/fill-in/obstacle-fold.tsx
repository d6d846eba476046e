import { fieldKey } from '../../answers/change'
import { OBSTACLE_KINDS, type ObstacleKind } from '../../answers/fields'
import { OBSTACLE_LABELS } from '../../answers/labels'
import { maturityModelOf } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { Field } from '../../ui/field'
import { Fold } from '../../ui/fold'
import { TermHelp } from '../guide/term'
import { answerIn, useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from './difference-chooser'
import { FIELD_WORDS } from './field-words'
import { ProposalsFor } from '../work-list/from-source-gate'
import { LineField, NoteField } from '../fields/text-fields'

/** What stands in the way, and what will be done, by whom, until when, to reach which level. */
export function ObstacleFold({ indicator }: { readonly indicator: Indicator }) {
  const filled = useSessionState((state) => {
    const { obstacleKinds, obstacle, followUp } = answerIn(state, indicator.id)
    return [(obstacleKinds?.length ?? 0) > 0 || obstacle ? 'kendala' : '', followUp ? 'tindak lanjut' : '']
      .filter(Boolean)
      .join(', ')
  })
  return (
    <Fold title="Kendala dan tindak lanjut" inside={filled ? `${filled} terisi` : 'belum diisi'}>
      <FieldDifference indicatorId={indicator.id} field="obstacleKinds" />
      <ObstacleKinds indicatorId={indicator.id} />
      <ProposalsFor indicator={indicator} field="obstacleKinds" />
      <NoteField
        name="obstacle"
        label="Kendala"
        beside={<TermHelp id="obstacle" word="kendala" />}
        rows={3}
        light
      />
      <ProposalsFor indicator={indicator} field="obstacle" />
      <NoteField
        name="followUp"
        label="Apa yang akan dilakukan"
        beside={<TermHelp id="follow-up" word="tindak lanjut" />}
        rows={3}
        light
      />
      <ProposalsFor indicator={indicator} field="followUp" />
      <div className="pair">
        <LineField name="followUpOwner" label="Siapa" light />
        <LineField name="followUpDue" label="Kapan selesai" type="date" light />
      </div>
      <ProposalsFor indicator={indicator} field="followUpOwner" />
      <ProposalsFor indicator={indicator} field="followUpDue" />
      <FieldDifference indicatorId={indicator.id} field="followUpLevel" />
      <FollowUpLevel indicator={indicator} />
    </Fold>
  )
}

interface FieldDifferenceProps {
  readonly indicatorId: string
  readonly field: string
}

/** Both values of a field that two people set differently, above the field itself. */
function FieldDifference({ indicatorId, field }: FieldDifferenceProps) {
  const target = { kind: 'indicator', id: indicatorId } as const
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, field)))
  if (!differs) return null
  return (
    <DifferenceChooser
      target={target}
      field={field}
      title={`Dua isian untuk ${FIELD_WORDS[field] ?? field}`}
    />
  )
}

const NO_KINDS: readonly ObstacleKind[] = []

function ObstacleKinds({ indicatorId }: { readonly indicatorId: string }) {
  const session = useSession()
  const kinds = useSessionState((state) => answerIn(state, indicatorId).obstacleKinds) ?? NO_KINDS

  function tick(kind: ObstacleKind, on: boolean): void {
    const next = OBSTACLE_KINDS.filter((candidate) => (candidate === kind ? on : kinds.includes(candidate)))
    session.set([{ target: { kind: 'indicator', id: indicatorId }, field: 'obstacleKinds', value: next }])
  }

  return (
    <fieldset className="field kinds">
      <legend className="label light">Jenis kendala</legend>
      {OBSTACLE_KINDS.map((kind) => (
        <label key={kind} className="choice">
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={(event) => tick(kind, event.target.checked)}
          />
          <span>{OBSTACLE_LABELS[kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function FollowUpLevel({ indicator }: { readonly indicator: Indicator }) {
  const session = useSession()
  const target = useSessionState((state) => answerIn(state, indicator.id).followUpLevel ?? null)
  const { levels } = maturityModelOf(session.instrument, indicator)
  return (
    <Field label="Target tingkat" light>
      {(ids) => (
        <select
          {...ids}
          value={target ?? ''}
          onChange={(event) =>
            session.set([
              {
                target: { kind: 'indicator', id: indicator.id },
                field: 'followUpLevel',
                value: event.target.value === '' ? null : Number(event.target.value),
              },
            ])
          }
        >
          <option value="">Belum ditentukan</option>
          {levels.map((level) => (
            <option key={level.level} value={level.level}>
              {level.level} {level.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
