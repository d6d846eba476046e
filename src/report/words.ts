import { formatDate } from './format'
import type { ReportInput } from './input'

/** Said on every page of everything that tells a score. */
export const PROVISIONAL = 'Sementara, bukan nilai resmi'
/** Printed where nothing has been entered. */
export const BLANK_TEXT = 'Belum diisi'

/** "Penilaian Mandiri SPBE 2025": document title and running head. */
export function titleOf({ family, year }: ReportInput): string {
  return `Penilaian Mandiri ${family} ${year}`
}

/** Person and unit who make the file; empty where neither is known. */
export function authorOf({ person, unit }: ReportInput): string {
  return [person, unit].filter(Boolean).join(', ')
}

/** "17 Juni 2025 pukul 14.32" */
export function madeAtText({ madeAt }: ReportInput): string {
  return `${formatDate(madeAt)} pukul ${madeAt.slice(11, 16).replace(':', '.')}`
}

/** "3, 4, 17" — at most twelve numbers, then how many more. */
export function numbersOf(items: readonly { readonly number: number }[]): string {
  const shown = items.slice(0, 12).map((item) => item.number)
  const rest = items.length - shown.length
  return shown.join(', ') + (rest > 0 ? `, dan ${rest} lainnya` : '')
}
