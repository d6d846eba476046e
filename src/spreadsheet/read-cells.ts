import { cleanLine, cleanText, LINE_LIMIT, TEXT_LIMIT } from '../answers/text'
import type { Conversion, Instrument } from '../instrument/schema'
import { formatDate } from '../report/format'
import { convertIndex, sourceRange } from '../scoring/conversion'
import { VALUE_UNITS } from '../scoring/whole-numbers'
import type { AnswerField } from './answer-rows'
import type { ReadCell } from './grid'
import type { RefusedWhy, Remark } from './proposal'

/** What was made of a cell. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string | number; readonly remarks: readonly Remark[] }
  | { readonly kind: 'refused'; readonly why: RefusedWhy }

const BLANK: CellReading = { kind: 'blank' }

/**
 * The level in a cell: a number, or one typed as text (with a comma or a point). `levels` are those one may choose;
 * null where any value of the scale with at most four decimals will do.
 */
export function readLevel(
  cell: ReadCell | null,
  levels: readonly number[] | null,
  scale: Instrument['scale'],
): CellReading {
  if (!cell) return BLANK
  const remarks: Remark[] = cell.formula ? ['formula'] : []
  switch (cell.kind) {
    case 'error':
      return refused('error')
    case 'uncomputed':
      return refused('uncomputed')
    case 'truth':
      return refused('not-a-number')
    case 'number':
      return levelOf(cell.value, remarks, levels, scale)
    case 'date': {
      const reading = levelOf(cell.serial, [...remarks, 'date'], levels, scale)
      return reading.kind === 'value' ? reading : refused('date')
    }
    case 'text':
      return levelOfText(cell.text, remarks, levels, scale)
  }
}

function levelOfText(
  text: string,
  remarks: readonly Remark[],
  levels: readonly number[] | null,
  scale: Instrument['scale'],
): CellReading {
  // Also the spaces that do not break.
  const typed = cleanText(text).replace(/\s/g, '')
  if (typed === '') return BLANK
  if (!/^\+?\d{1,6}([.,]\d{1,10})?$/.test(typed)) return refused('not-a-number')
  return levelOf(Number(typed.replace(',', '.')), [...remarks, 'typed-as-text'], levels, scale)
}

function levelOf(
  found: number,
  remarks: readonly Remark[],
  levels: readonly number[] | null,
  scale: Instrument['scale'],
): CellReading {
  const value = Math.round(found * VALUE_UNITS) / VALUE_UNITS
  const exact = Math.abs(value - found) < 1e-9
  const known = levels ? levels.includes(value) : value >= scale.min && value <= scale.max
  return exact && known ? { kind: 'value', value, remarks } : refused('not-a-level')
}

/** The other agency's index in a cell, read as a decimal level is; one that the conversion cannot turn into a value is refused. */
export function readIndex(cell: ReadCell | null, conversion: Conversion): CellReading {
  const reading = readLevel(cell, null, sourceRange(conversion))
  if (reading.kind === 'refused') return reading.why === 'not-a-level' ? refused('not-an-index') : reading
  if (reading.kind === 'blank' || convertIndex(conversion, Number(reading.value)) !== null) return reading
  return refused('not-an-index')
}

/** The text in a cell, cleaned as the form would clean it; refused (never cut) where it is longer than a field. */
export function readText(cell: ReadCell | null, field: Exclude<AnswerField, 'value'>): CellReading {
  if (!cell) return BLANK
  const remarks: Remark[] = cell.formula ? ['formula'] : []
  if (cell.kind === 'error') return refused('error')
  if (cell.kind === 'uncomputed') return refused('uncomputed')
  if (cell.kind === 'date') remarks.push('date')
  const line = field === 'subject'
  const value = line ? cleanLine(wordsOf(cell)) : cleanText(wordsOf(cell)).trim()
  if (value === '') return BLANK
  if (value.length > (line ? LINE_LIMIT : TEXT_LIMIT)) return refused('too-long')
  return { kind: 'value', value, remarks }
}

function wordsOf(cell: Exclude<ReadCell, { kind: 'error' | 'uncomputed' }>): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return String(cell.value).replace('.', ',')
    case 'truth':
      return cell.value ? 'Ya' : 'Tidak'
    case 'date':
      return formatDate(cell.day)
  }
}

function refused(why: RefusedWhy): CellReading {
  return { kind: 'refused', why }
}
