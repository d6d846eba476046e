/**
 * What another program makes of our formulas: LibreOffice opens, computes and saves the workbooks, in two locales. The
 * levels of some are changed after the formulas were written, so that what is compared was computed there.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatValue } from '../../src/report/format'
import { ANSWERS_SHEET } from '../../src/spreadsheet/answer-rows'
import { buildWorkbook } from '../../src/spreadsheet/build'
import { writeWorkbook } from '../../src/spreadsheet/files/write-xlsx'
import { textOf, type ReadBook, type ReadCell } from '../../src/spreadsheet/grid'
import type { SheetsInput } from '../../src/spreadsheet/input'
import { placedIndicators, predicateAlias, valueKeys } from '../../src/instrument/lookup'
import { opened, proposed, sheetsInputOf, withAnswers, written } from './fixture'
import { instruments } from './instruments'
import { Office } from './office'

/** Levels that go round the list, every seventh blank; with few of them another index than any other case. */
function levelled(input: SheetsInput, values: readonly number[], step: number): SheetsInput {
  const keys = placedIndicators(input.instrument).flatMap(({ indicator }) => valueKeys(indicator))
  const answers = keys.flatMap((key, at) =>
    at % 7 === step % 7 ? [] : [[key, { value: values[(at * step) % values.length] ?? null }] as const],
  )
  return withAnswers({ ...input, answers: new Map(), values: new Map() }, Object.fromEntries(answers))
}

/** The workbook of one assessment with the levels of another: its formulas still hold what they came to before. */
async function withLevelsOf(before: SheetsInput, after: SheetsInput): Promise<Uint8Array> {
  const [book, levels] = [buildWorkbook(before), buildWorkbook(after)]
  const sheets = book.sheets.map((sheet) =>
    sheet.name === ANSWERS_SHEET
      ? (levels.sheets.find(({ name }) => name === ANSWERS_SHEET) ?? sheet)
      : sheet,
  )
  return writeWorkbook({ ...book, sheets })
}

const cases: [name: string, book: () => Promise<Uint8Array>, input: SheetsInput][] = [
  ['lengkap', () => written(sheetsInputOf()), sheetsInputOf()],
  ['kosong', () => written(sheetsInputOf([])), sheetsInputOf([])],
  ...instruments.map(([, instrument, values], at): (typeof cases)[number] => {
    const input = sheetsInputOf(undefined, { instrument })
    const after = levelled(input, values, 3 + at)
    return [`instrumen-${at}`, () => withLevelsOf(levelled(input, values, 2), after), after]
  }),
]

function beside(book: ReadBook, sheetName: string, label: string): ReadCell | null {
  const rows = book.sheets.find(({ name }) => name === sheetName)?.rows ?? []
  return rows.find((row) => textOf(row[0]) === label)?.[1] ?? null
}

test.each(cases.slice(2))('%s holds another index before it is computed', async (_, book, { score }) => {
  const index = beside(await opened(await book()), 'Ringkasan', 'Indeks sementara')
  expect(textOf(index)).not.toBe(String(score.index.rounded))
})

// Each makes its profile at its first start, which takes longer than all that is asked of it.
const offices = { 'id-ID': new Office('id-ID'), 'en-US': new Office('en-US') }
afterAll(() => Object.values(offices).forEach((office) => office.close()))

describe.each(Object.entries(offices))('LibreOffice in %s', (_locale, office) => {
  let books: Map<string, Uint8Array>

  beforeAll(async () => {
    const entries = await Promise.all(cases.map(async ([name, book]) => [name, await book()] as const))
    books = await office.saved(new Map(entries), 'xlsx')
  })

  test.each(cases)('computes the index of %s as the app does', async (name, _, input) => {
    const { score, instrument } = input
    const book = await opened(books.get(name) ?? new Uint8Array())
    const index = beside(book, 'Ringkasan', 'Indeks sementara')
    expect(index?.formula).toBe(true)
    expect(textOf(index)).toBe(score.index.rounded === null ? '–' : String(score.index.rounded))
    expect(textOf(beside(book, 'Ringkasan', 'Predikat'))).toBe(
      score.predicate ? score.predicate.name + predicateAlias(instrument, score.predicate.name) : '–',
    )
    const highest = textOf(beside(book, 'Ringkasan', 'Bisa sampai, bila sisanya tingkat tertinggi'))
    expect(highest).toBe(String(score.highest.rounded))
    const nodes = score.domains.flatMap((domain) => domain.aspects).map(({ rounded }) => rounded)
    const rows = book.sheets.find((sheet) => sheet.name === 'Ringkasan')?.rows ?? []
    const from = rows.findIndex((row) => textOf(row[0]) === 'Aspek') + 1
    const found = nodes.map((_, at) => textOf(rows[from + at]?.[3]))
    expect(found).toEqual(nodes.map((rounded) => (rounded === null ? '–' : String(rounded))))
  })

  test.each(cases)('saves %s so that reading it back changes nothing', async (name, _, input) => {
    const { changes, refused, notes } = proposed(await opened(books.get(name) ?? new Uint8Array()), input)
    expect({ changes, refused, notes }).toEqual({ changes: [], refused: [], notes: [] })
  })
})

test('the sheet as text has the index with a decimal comma', async () => {
  const input = sheetsInputOf()
  const books = new Map([['lengkap', await writeWorkbook(buildWorkbook(input))]])
  const saved = await offices['id-ID'].saved(books, 'csv')
  const text = new TextDecoder().decode(saved.get('lengkap'))
  expect(text).toContain(`"Indeks sementara";${formatValue(input.score.index.rounded)};`)
})
