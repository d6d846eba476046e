import { fieldKey } from '../../answers/change'
import { valuesOf } from '../../answers/present'
import type { ProposedChange } from '../../spreadsheet/proposal'
import type { Entry, Session } from '../session/session'

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
  const decided = chosen.filter(
    ({ target, field }) => !present.differences.has(fieldKey({ kind: 'indicator', id: target }, field)),
  )
  const before = decided.map(({ target, field }): Entry => {
    const about = { kind: 'indicator', id: target } as const
    return { target: about, field, value: valuesOf(present, about)[field] ?? (field === 'value' ? null : '') }
  })
  const entries = decided.map(({ target, field, after }): Entry => ({
    target: { kind: 'indicator', id: target },
    field,
    value: after,
  }))
  if (!session.set(entries)) return { status: 'refused' }
  return { status: 'taken', count: entries.length, undo: () => void session.set(before) }
}
