import { fieldKey } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import type { ProposedChange } from '../../spreadsheet/proposal'
import type { Entry, Session } from '../session/session'

/** Fields that hold a number; null is blank to them. */
const FIGURES: readonly string[] = ['value', 'sourceIndex']

/** What became of the chosen changes. */
export type Taking =
  | { readonly status: 'taken'; readonly count: number; readonly undo: () => void }
  /** A field could not hold its value, and nothing was taken. */
  | { readonly status: 'refused' }

/**
 * Takes the chosen changes in, all at once. A field that two people entered differently in the meantime is left to
 * them. `undo` puts back, as new changes, what stood there before.
 */
export function takeProposal(session: Session, chosen: readonly ProposedChange[]): Taking {
  const { present } = session.getState()
  const decided = chosen
    .map(entriesOf)
    .filter((entries) =>
      entries.every(({ target, field }) => !present.differences.has(fieldKey(target, field))),
    )
  const entries = decided.flat()
  const before = entries.map(({ target, field }): Entry => {
    const values: Readonly<Record<string, Entry['value'] | undefined>> = valuesOf(present, target)
    return { target, field, value: values[field] ?? (FIGURES.includes(field) ? null : '') }
  })
  if (!session.set(entries)) return { status: 'refused' }
  return { status: 'taken', count: decided.length, undo: () => void session.set(before) }
}

function entriesOf({ target, field, after, along }: ProposedChange): Entry[] {
  const about = { kind: 'indicator', id: target } as const
  const own = { target: about, field, value: after }
  return along ? [own, { target: about, ...along }] : [own]
}
