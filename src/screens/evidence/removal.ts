import type { PoolRow } from '../../evidence/pool'
import type { PlacedIndicator } from '../../instrument/lookup'
import { formatCount } from '../../report/format'
import type { Session } from '../session/session'

/** Deletes documents and returns how to bring all of them back at once. */
export function removeDocuments(session: Session, rows: readonly PoolRow[]): () => void {
  const entries = (value: boolean) =>
    rows.map(({ document }) => ({
      target: { kind: 'document', id: document.id } as const,
      field: 'removed',
      value,
    }))
  session.set(entries(true))
  return () => void session.set(entries(false))
}

/** "“SK Tim” dihapus; 3 rujukan ikut hilang: indikator 1, 4, 21". */
export function removalWords(rows: readonly PoolRow[], placed: readonly PlacedIndicator[]): string {
  const [first] = rows
  const what =
    rows.length === 1 && first
      ? `“${first.document.title || 'Dokumen tanpa judul'}” dihapus`
      : `${formatCount(rows.length)} dokumen dihapus`
  const citations = rows.flatMap((row) => row.citations)
  if (citations.length === 0) return what
  const cited = new Set(citations.map(({ indicator }) => indicator))
  const numbers = placed
    .filter(({ indicator }) => cited.has(indicator.id))
    .map(({ indicator }) => indicator.number)
  return `${what}; ${formatCount(citations.length)} rujukan ikut hilang: indikator ${listed(numbers)}`
}

/** Indicators that are named one by one; the others are counted. */
const NAMED = 8

function listed(numbers: readonly number[]): string {
  const named = numbers.slice(0, NAMED).join(', ')
  const others = numbers.length - NAMED
  return others > 0 ? `${named}, dan ${others} lainnya` : named
}
