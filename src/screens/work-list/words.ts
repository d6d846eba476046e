import { OBSTACLE_KINDS } from '../../answers/fields'
import { OBSTACLE_LABELS } from '../../answers/labels'
import type { ReusedField, TextPiece } from '../../comparison/material'
import { ageOf, type Work } from '../../comparison/work-list'
import type { EvidenceDocument } from '../../evidence/evidence'
import type { Strength } from '../../instrument/crosswalk'
import { formatDate } from '../../report/format'
import { FIELD_WORDS } from '../fill-in/field-words'

export const WORK_WORDS: Readonly<Record<Work, string>> = {
  reuse: 'Pakai lagi',
  check: 'Periksa',
  find: 'Cari baru',
}

export const WORK_HINTS: Readonly<Record<Work, string>> = {
  reuse: 'Bahan lama dapat dipakai; perbarui rujukannya.',
  check: 'Hanya sebagian bahan lama yang mungkin cocok; periksa dulu.',
  find: 'Tidak ada bahan lama; siapkan dari awal.',
}

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  sama: 'indikator yang sama',
  kuat: 'padanan kuat menurut penilaian kami',
  sebagian: 'padanan sebagian menurut penilaian kami',
}

export function fieldWord(field: ReusedField): string {
  return FIELD_WORDS[field] ?? field
}

/** What a text piece says, as a person reads it. */
export function pieceText({ field, value }: Pick<TextPiece, 'field' | 'value'>): string {
  if (typeof value === 'string') return field === 'followUpDue' ? formatDate(value) : value
  return OBSTACLE_KINDS.filter((kind) => value.includes(kind))
    .map((kind) => OBSTACLE_LABELS[kind])
    .join(', ')
}

/** "Berumur 3 tahun", "Dari tahun penilaian", or that nothing is known of it. */
export function ageWords(document: EvidenceDocument, year: number | undefined): string {
  const age = ageOf(document, year)
  if (age === null) return document.date ? '' : 'Tahun dokumen belum ditulis'
  return age === 0 ? 'Dari tahun penilaian' : `Berumur ${age} tahun`
}
