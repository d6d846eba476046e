/** What stands in the written file, looked at as it lies there. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readXlsx, type Workbook } from 'hucre/xlsx'
import { presentOf, valuesOf } from '../../src/answers/present'
import { buildReport } from '../../src/report/build'
import { readCsvText, writeCsvText } from '../../src/spreadsheet/files/csv'
import { csvRows } from '../../src/spreadsheet/csv-rows'
import { columnLetter } from '../../src/spreadsheet/workbook'
import { changesOf, citationTarget, documentTarget } from '../examples/changes'
import { fullAssessment, reportInputOf } from '../examples/full-assessment'
import { sheetsInputOf, withAnswers, written } from './fixture'

const secret = [
  ...changesOf(documentTarget('rahasia'), {
    title: 'Hasil uji',
    kind: 'laporan',
    date: '2024-03-05',
    confidential: true,
  }),
  ...changesOf(citationTarget('I01-rahasia'), {
    indicator: 'I01',
    document: 'rahasia',
    pages: '777',
    label: 'Lampiran rahasia',
    remark: 'sandi peladen',
  }),
]
const input = withAnswers(sheetsInputOf([...fullAssessment, ...secret]), {
  I02: { facts: '=HYPERLINK("http://x")', analysis: '@x' },
})
let book: Workbook

beforeAll(async () => {
  book = await readXlsx(await written(input), { readStyles: true })
})

function sheet(name: string) {
  const found = book.sheets.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

/** A cell as it lies there, with what is said of it. */
function cellAt(name: string, row: number, column: number) {
  return sheet(name).cells?.get(`${row},${column}`)
}

test('the sheets are those people know, with the one to be filled in second', () => {
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'Ringkasan',
    'Isian',
    'Bukti',
    'Rumus',
    'Kendala & Tindak Lanjut',
    'Kriteria',
    'Tentang berkas',
  ])
})

test('every sheet is protected, and only what is to be filled in is open', () => {
  for (const { protection } of book.sheets) expect(protection?.sheet).toBe(true)
  const open = book.sheets.map(({ name, cells }) => [
    name,
    [...(cells?.values() ?? [])].filter(({ style }) => style?.protection?.locked === false).length,
  ])
  const services = input.instrument.domains
    .flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators))
    .filter(({ maturityModel }) => input.instrument.maturityModels[maturityModel]?.subjectLabel)
  expect(open.filter(([, count]) => count !== 0)).toEqual([['Isian', 47 * 3 + services.length]])
  const formulas = [...(sheet('Rumus').cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)
  expect(formulas.length).toBeGreaterThan(47 * 4)
  expect(formulas.every(({ style }) => style?.protection?.locked !== false)).toBe(true)
})

test('heads stay in view and are repeated in print; pages are as wide as the sheet', () => {
  expect(sheet('Isian').freezePane).toEqual({ rows: 3, columns: 2 })
  expect(sheet('Isian').pageSetup).toMatchObject({
    orientation: 'landscape',
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '$3:$3',
  })
  expect(sheet('Kendala & Tindak Lanjut').pageSetup?.printTitlesRow).toBe('$1:$1')
  expect(sheet('Isian').columns?.map(({ width }) => width)).toContain(46)
  expect(book.namedRanges).toContainEqual({ name: 'Indeks', range: 'Ringkasan!$B$7' })
})

test('levels are chosen from a list', () => {
  expect(sheet('Isian').dataValidations).toMatchObject([
    { type: 'list', range: 'C4:C50', values: ['1', '2', '3', '4', '5'], allowBlank: true },
  ])
})

describe('a cell is what it is', () => {
  test('levels are numbers, dates are dates, and a year alone is text', () => {
    expect(sheet('Isian').rows[3]?.[2]).toBe(4)
    const dates = sheet('Bukti').rows.map((row) => row[5])
    expect(dates).toContainEqual(new Date('2021-05-03T00:00:00Z'))
    expect(dates).toContain('2021')
  })

  test('text that begins like a formula is text, now and when it is edited', () => {
    expect(sheet('Isian').rows[4]?.slice(4, 6)).toEqual(['=HYPERLINK("http://x")', '@x'])
    expect(cellAt('Isian', 4, 4)).not.toHaveProperty('formula')
    expect(cellAt('Isian', 4, 4)?.style?.numFmt).toBe('@')
  })
})

test('the evidence sheet names the file of a document with its size, pages and first digits', () => {
  const rows = sheet('Bukti').rows
  expect(rows[0]?.slice(-4)).toEqual(['Berkas', 'Ukuran (byte)', 'Halaman berkas', 'Sidik berkas'])
  const decree = rows.find((row) => String(row[2]).startsWith('Peraturan Bupati'))
  expect(decree?.slice(-4)).toEqual(['Perbup-12-2021.pdf', 1_400_000, 46, 'cdcdcdcdcdcd'])
  const confidential = rows.find((row) => row[10] === 'Ya')
  expect(confidential?.slice(11).filter(Boolean)).toEqual([])
})

test('of a confidential document neither place nor remark is in any sheet or in the table', () => {
  const texts = [
    ...book.sheets.flatMap(({ rows }) => rows.flat().map(String)),
    ...csvRows(input).flat(),
  ].join('\n')
  expect(texts).toContain('Hasil uji')
  expect(texts).toContain('ditunjukkan saat interviu')
  expect(texts).not.toMatch(/777|Lampiran rahasia|sandi peladen/)
})

test('columns have letters like any spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

describe('one figure is the same everywhere', () => {
  const model = buildReport(reportInputOf(fullAssessment))
  const plain = sheetsInputOf()
  const table = readCsvText(writeCsvText(csvRows(plain)))
  const cell = (part: string, number: string) =>
    table.find((row) => row[2] === part && row[3] === number)?.[6]

  test('the index of the report, the table and the score', () => {
    expect(cell('Indeks sementara', '')).toBe(model.summary.index.text)
    expect(model.summary.index.text).toBe(plain.score.index.rounded?.toFixed(2).replace('.', ','))
  })

  test('domains and aspects', () => {
    for (const [part, rows] of [
      ['Domain', model.summary.domains],
      ['Aspek', model.summary.aspects],
    ] as const) {
      expect(rows.map(({ number }) => cell(part, String(number)))).toEqual(
        rows.map(({ figure }) => figure.text),
      )
    }
  })

  test('and the workbook', async () => {
    const { sheets } = await readXlsx(await written(plain))
    const rows = sheets.find(({ name }) => name === 'Ringkasan')?.rows ?? []
    const figures = rows
      .filter((row) => /^\d+\. /.test(String(row[0])))
      .map((row) => Number(row[3]).toFixed(2).replace('.', ','))
    expect(figures).toEqual(
      [...model.summary.domains, ...model.summary.aspects].map(({ figure }) => figure.text),
    )
    expect(rows.find((row) => row[0] === 'Indeks sementara')?.[1]).toBe(plain.score.index.rounded)
  })
})

describe('the table as text', () => {
  const text = writeCsvText(csvRows(input))

  test('has a byte order mark, semicolons, CRLF and decimal commas', () => {
    expect(text.startsWith('\ufeffInstansi;Tahun;Bagian;')).toBe(true)
    expect(text).toContain('\r\nKabupaten Contoh;2025;Indeks sementara;')
    expect(text).toMatch(/;Indikator;1;[^;]*;1,3;4;/)
    expect(text.replace(/"[^"]*"/g, '').replace(/\r\n/g, '')).not.toContain('\n')
  })

  test('puts an apostrophe before what a program could compute', () => {
    const row = readCsvText(text).find((cells) => cells[2] === 'Indikator' && cells[3] === '2')
    expect(row?.slice(10, 12)).toEqual([`'=HYPERLINK("http://x")`, "'@x"])
  })

  test('says the state of each answer as the app does', () => {
    const present = presentOf(fullAssessment)
    expect(valuesOf(present, { kind: 'indicator', id: 'I09' }).analysis).toBeUndefined()
    expect(readCsvText(text).find((cells) => cells[2] === 'Indikator' && cells[3] === '9')?.[8]).toBe(
      'Sebagian',
    )
  })
})
