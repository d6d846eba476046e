import { ANSWER_FIELDS, ANSWERS_SHEET, COLUMNS, type Column } from './answer-rows'
import { textOf, type ReadCell, type ReadSheet } from './grid'

/** A sheet with the place of its heads, and the columns found by them (from 0). */
export interface Table {
  readonly sheet: ReadSheet
  readonly headRow: number
  readonly columns: ReadonlyMap<Column, number>
  /** A head that stands there twice: which of the two counts cannot be known. */
  readonly twice: Column | null
}

/** How far down the heads may stand. */
const HEAD_SEARCH = 50

/**
 * Finds the sheet with the answers and its columns by their heads, wherever they were moved to: the sheet of that
 * name, else the one with most of the heads. Null where no sheet has any.
 */
export function findTable(sheets: readonly ReadSheet[]): Table | null {
  const tables = sheets.flatMap((sheet) => tableIn(sheet) ?? [])
  const named = tables.find(({ sheet }) => plain(sheet.name) === plain(ANSWERS_SHEET))
  const [best] = [...tables].sort((one, other) => other.columns.size - one.columns.size)
  return named ?? best ?? null
}

function tableIn(sheet: ReadSheet): Table | null {
  let best: Table | null = null
  sheet.rows.slice(0, HEAD_SEARCH).forEach((row, headRow) => {
    const { columns, twice } = columnsIn(row)
    const named = columns.has('number') || columns.has('name')
    const answers = ANSWER_FIELDS.some((field) => columns.has(field))
    if (named && answers && columns.size > (best?.columns.size ?? 0))
      best = { sheet, headRow, columns, twice }
  })
  return best
}

function columnsIn(row: readonly (ReadCell | null)[]): Pick<Table, 'columns' | 'twice'> {
  const texts = row.map((cell) => plain(textOf(cell)))
  const columns = new Map<Column, number>()
  let twice: Column | null = null
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const { title, also } = COLUMNS[column]
    const places = placesOf(texts, [title])
    // Other words for it count only where the word itself is missing.
    const found = places.length > 0 ? places : placesOf(texts, also)
    if (found.length > 1) twice ??= column
    if (found[0] !== undefined) columns.set(column, found[0])
  }
  return { columns, twice }
}

function placesOf(texts: readonly string[], words: readonly string[]): number[] {
  const wanted = words.map(plain)
  return texts.flatMap((text, at) => (text !== '' && wanted.includes(text) ? [at] : []))
}

/** Words alone, in small letters: "No." is "no". */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
