import { instrumentRefSchema, type InstrumentRef } from '../instrument/ref'
import { z } from '../schema-setup'
import { textOf, type ReadSheet } from './grid'
import { cell, type WrittenCell } from './workbook'

/** Version of the sheets' layout, written into each file. */
export const SHEETS_VERSION = 1
const FORMAT = 'spbe-mandiri/lembar-isian'

/** Of what a workbook says it is: so that a sheet filled in elsewhere finds its way back. */
export interface Stamp {
  readonly instrument: InstrumentRef
  readonly assessment: string
}

const LABELS = {
  format: 'Format',
  formatVersion: 'Versi format',
  instrumentId: 'Instrumen',
  instrumentVersion: 'Versi instrumen',
  sha256: 'Sidik instrumen (SHA-256)',
  assessment: 'Penilaian',
} as const

const stampSchema = z.object({
  formatVersion: z.int().check(z.gte(1)),
  instrument: instrumentRefSchema,
  assessment: z.string().check(z.maxLength(64)),
})

export type StampReading =
  | { readonly kind: 'stamped'; readonly stamp: Stamp }
  | { readonly kind: 'newer'; readonly formatVersion: number }
  /** No stamp, or one that was changed beyond reading: the sheet was copied or made elsewhere. */
  | { readonly kind: 'none' }

/** The stamp as rows of label and value. */
export function stampRows({ instrument, assessment }: Stamp): WrittenCell[][] {
  const rows: [string, string | number][] = [
    [LABELS.format, FORMAT],
    [LABELS.formatVersion, SHEETS_VERSION],
    [LABELS.instrumentId, instrument.id],
    [LABELS.instrumentVersion, instrument.version],
    [LABELS.sha256, instrument.sha256],
    [LABELS.assessment, assessment],
  ]
  return rows.map(([label, value]) => [
    cell(label, 'label'),
    cell(value, typeof value === 'number' ? 'whole' : 'text'),
  ])
}

/** Looks for the stamp in all sheets: a label with its value to the right. */
export function readStamp(sheets: readonly ReadSheet[]): StampReading {
  const sheet = sheets.find((candidate) => valueBeside(candidate, LABELS.format) === FORMAT)
  if (!sheet) return { kind: 'none' }
  const beside = (label: string) => valueBeside(sheet, label)
  const parsed = z.safeParse(stampSchema, {
    formatVersion: Number(beside(LABELS.formatVersion)),
    instrument: {
      id: beside(LABELS.instrumentId),
      version: Number(beside(LABELS.instrumentVersion)),
      sha256: beside(LABELS.sha256),
    },
    assessment: beside(LABELS.assessment),
  })
  if (!parsed.success) return { kind: 'none' }
  const { formatVersion, instrument, assessment } = parsed.data
  if (formatVersion > SHEETS_VERSION) return { kind: 'newer', formatVersion }
  return { kind: 'stamped', stamp: { instrument, assessment } }
}

function valueBeside(sheet: ReadSheet, label: string): string {
  for (const row of sheet.rows) {
    const at = row.findIndex((candidate) => textOf(candidate).trim() === label)
    if (at >= 0) return textOf(row[at + 1]).trim()
  }
  return ''
}
