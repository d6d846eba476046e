import type { ChangeValue } from '../../answers/change'
import { OBSTACLE_KINDS } from '../../answers/fields'
import { OBSTACLE_LABELS } from '../../answers/labels'
import { formatDate, formatNumber } from '../../report/format'

/** What each field of an answer is called on the screen. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  value: 'Tingkat',
  sourceIndex: 'Indeks instansi pembina',
  subject: 'Layanan yang dinilai',
  facts: 'Fakta',
  analysis: 'Analisis',
  justification: 'Justifikasi',
  obstacleKinds: 'Jenis kendala',
  obstacle: 'Kendala',
  followUp: 'Tindak lanjut',
  followUpOwner: 'Pelaksana tindak lanjut',
  followUpDue: 'Tenggat tindak lanjut',
  followUpLevel: 'Target tingkat',
}

const DATES: ReadonlySet<string> = new Set(['followUpDue', 'closingDate'])

/** A value as a person reads it; blanks say so. */
export function describeValue(field: string, value: ChangeValue): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'dikosongkan'
  if (Array.isArray(value)) {
    return OBSTACLE_KINDS.filter((kind) => value.includes(kind))
      .map((kind) => OBSTACLE_LABELS[kind])
      .join(', ')
  }
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return DATES.has(field) ? formatDate(value) : value
}
