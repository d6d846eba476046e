import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, TEXT_LIMIT } from '../../src/answers/text'
import { placedIndicators, valueKeys } from '../../src/instrument/lookup'
import { instrumentSchema } from '../../src/instrument/schema'
import { convertIndex, sourceRange } from '../../src/scoring/conversion'
import { buildWorkbook } from '../../src/spreadsheet/build'
import { writeSheets, SheetsDiffer } from '../../src/spreadsheet/files/write-checked'
import { writeWorkbook } from '../../src/spreadsheet/files/write-xlsx'
import { textOf } from '../../src/spreadsheet/grid'
import { withoutAnswers } from '../../src/spreadsheet/input'
import { changeOf, indicatorTarget } from '../examples/changes'
import { fullAssessment } from '../examples/full-assessment'
import { readShipped } from '../examples/spbe-2020'
import { opened, proposed, sheetsInputOf, withAnswers, written } from './fixture'
import { instruments } from './instruments'

const nothing = { changes: [], refused: [], notes: [] }

describe('what is written is read back with no change', () => {
  test('of a full assessment', async () => {
    const input = sheetsInputOf()
    const proposal = proposed(await opened(await written(input)), input)
    expect(proposal).toMatchObject({ ...nothing, sheet: 'Isian', rowsRead: 45 + 2 })
  })

  test('of a part', async () => {
    const input = sheetsInputOf(fullAssessment, { scope: ['I01', 'I05', 'I40'] })
    const book = await opened(await written(input))
    expect(proposed(book, input)).toMatchObject({ ...nothing, rowsRead: 3 })
    expect(textOf(book.sheets[0]?.rows[6]?.[0])).toBe('Rata-rata bagian kami')
    expect(textOf(book.sheets[0]?.rows[6]?.[1])).toBe(String(input.part?.rounded))
  })

  test.each(instruments)('with %s', async (_, instrument, values) => {
    const keys = placedIndicators(instrument).flatMap(({ indicator }) => valueKeys(indicator))
    const blank = sheetsInputOf([], { instrument })
    const levels = Object.fromEntries(
      keys.map((key, at) => [key, { value: values[at % values.length] ?? null }]),
    )
    const input = withAnswers(blank, levels)
    const book = await opened(await written(input))
    expect(proposed(book, input)).toMatchObject(nothing)
    // Into an empty assessment it brings every level.
    expect(proposed(book, blank).changes.map(({ target, after }) => [target, after])).toEqual(
      keys.map((key, at) => [key, values[at % values.length]]),
    )
  })

  const odd = fc.constantFrom(
    ...[
      '=1+1',
      '+62',
      '-5',
      '@SUM(A1)',
      '#N/A',
      '#REF!',
      '_x0041_',
      '_x000D_',
      "'=1",
      '\t=1',
      '<b>&amp;</b>',
      '3-4',
      '007',
      '1e5',
      'TRUE',
      'a\n\nb',
      '😀 ' + 'é',
    ],
  )
  const text = fc
    .oneof(
      odd,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.tuple(odd, fc.string()).map((parts) => parts.join('')),
    )
    .map(cleanText)

  test('whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ subject: text, facts: text, analysis: text }), { maxLength: 6 }),
        async (texts) => {
          const answers = Object.fromEntries(
            texts.map(({ subject, facts, analysis }, at) => [
              `I${32 + at}`,
              { subject: subject.replace(/[\n\t]+/g, ' ').trim(), facts, analysis },
            ]),
          )
          const input = withAnswers(sheetsInputOf([]), answers)
          expect(proposed(await opened(await written(input)), input)).toMatchObject(nothing)
          expect((await writeSheets('csv', input, () => undefined)).rows).toBe(47)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('the longest text a field can hold', async () => {
    const input = withAnswers(sheetsInputOf([]), { I01: { analysis: 'kata '.repeat(TEXT_LIMIT / 5).trim() } })
    expect(proposed(await opened(await written(input)), input)).toMatchObject({ ...nothing, unchanged: 1 })
  })
})

describe('a written file is opened again before it goes', () => {
  test('and counted', async () => {
    const input = sheetsInputOf()
    const steps: number[] = []
    const file = await writeSheets('workbook', input, (done) => steps.push(done))
    const book = await opened(new Uint8Array(file.bytes))
    expect(file).toMatchObject({ sheets: book.sheets.length, rows: 47 })
    expect(file.answers).toBe(proposed(book, input).unchanged)
    expect(steps).toEqual([0, 1, 2])
    expect(await writeSheets('template', input, () => undefined)).toMatchObject({ rows: 47, answers: 0 })
    expect(await writeSheets('csv', input, () => undefined)).toMatchObject({
      sheets: 1,
      answers: file.answers,
    })
  })

  test('and held back where it does not say what it should', async () => {
    const input = sheetsInputOf()
    // An answer the instrument does not know cannot be read back.
    const wrong = { ...input, values: new Map(input.values).set('I01', 2.5) }
    await expect(writeSheets('workbook', wrong, () => undefined)).rejects.toThrow(SheetsDiffer)
  })
})

test('a difference between two people is left blank, said, and not decided by the sheet', async () => {
  const input = sheetsInputOf([
    changeOf('one', indicatorTarget('I01'), 'value', 2),
    changeOf('other', indicatorTarget('I01'), 'value', 4),
  ])
  const book = await opened(await written(input))
  const answers = book.sheets.find(({ name }) => name === 'Isian')
  expect(answers?.rows[3]?.[2]).toBeNull()
  expect(answers?.rows[3]?.map(textOf).join()).toContain('menunggu keputusan')
  const levels = sheetsInputOf([changeOf('third', indicatorTarget('I01'), 'value', 3)])
  const proposal = proposed(await opened(await written(levels)), input)
  expect(proposal.changes).toEqual([])
  expect(proposal.refused).toMatchObject([{ why: 'waiting', number: '1' }])
})

test('a template says where it belongs, and nothing else', async () => {
  const input = sheetsInputOf()
  const book = await opened(await writeWorkbook(buildWorkbook(withoutAnswers(input))))
  expect(proposed(book, input)).toMatchObject({ ...nothing, unchanged: 0 })
  const filledIn = book.sheets
    .filter(({ name }) => ['Isian', 'Bukti', 'Kendala & Tindak Lanjut'].includes(name))
    .map(({ rows }) => rows.flatMap((row) => row.map(textOf)).join(' '))
  expect(filledIn.map((text) => /terpenuhi|Peraturan Bupati|Kendala pada/.test(text))).toEqual([
    false,
    false,
    false,
  ])
})

describe('the index of another agency', () => {
  const instrument = instrumentSchema.parse(readShipped('pemdi-2026').json)
  const converted = placedIndicators(instrument).filter(({ indicator }) => indicator.conversion)
  const blank = sheetsInputOf([], { instrument })

  test('is written where a value is computed from it, and brings both into an empty assessment', async () => {
    const answers = Object.fromEntries(
      converted.map(({ indicator: { id, conversion } }, at) => {
        if (!conversion) throw new Error('no conversion')
        const { min, max } = sourceRange(conversion)
        const sourceIndex = Math.round((min + ((max - min) * (at + 1)) / 9) * 10_000) / 10_000
        return [id, { sourceIndex, value: convertIndex(conversion, sourceIndex) }]
      }),
    )
    const input = withAnswers(blank, answers)
    const book = await opened(await written(input))
    const sheet = book.sheets.find(({ name }) => name === 'Isian')
    expect(sheet?.rows[2]?.map(textOf)).toContain('Indeks instansi pembina')
    expect(proposed(book, input)).toMatchObject({ ...nothing, unchanged: converted.length * 2 })
    const { changes, refused } = proposed(book, blank)
    expect(refused).toEqual([])
    expect(converted.length).toBeGreaterThan(1)
    expect(changes.map(({ target, field, after, along }) => [target, field, after, along?.value])).toEqual(
      Object.entries(answers).map(([id, { sourceIndex, value }]) => [id, 'sourceIndex', sourceIndex, value]),
    )
    expect(await writeSheets('workbook', input, () => undefined)).toMatchObject({
      answers: converted.length * 2,
    })
  })

  test('has no column where the instrument converts none', async () => {
    const book = await opened(await written(sheetsInputOf()))
    const heads = book.sheets.find(({ name }) => name === 'Isian')?.rows[2]?.map(textOf)
    expect(heads).not.toContain('Indeks instansi pembina')
  })
})
