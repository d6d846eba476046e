/** Everything the app writes, of every shipped instrument with all its indicators answered. */
import { describe, expect, it } from 'vitest'
import { changeSchema } from '../../src/answers/change'
import { partKeysOf, placedIndicators, valueKeys } from '../../src/instrument/lookup'
import { buildReport } from '../../src/report/build'
import { buildPaper, PAPER_KINDS } from '../../src/report/closing-papers'
import { countNotes, notesFile, notesOf } from '../../src/report/notes-file'
import { buildOnePage } from '../../src/report/one-page'
import { renderPdf } from '../../src/report/pdf/render'
import { score } from '../../src/scoring/score'
import { buildWorkbook } from '../../src/spreadsheet/build'
import { CSV_HEADS, csvRows } from '../../src/spreadsheet/csv-rows'
import { withoutAnswers } from '../../src/spreadsheet/input'
import { everyAnswer } from '../examples/answers'
import { reportInputOf } from '../examples/full-assessment'
import { allShipped, pemdi2026, spbe2018 } from '../examples/shipped'
import { opened, proposed, sheetsInputOf, written } from '../spreadsheet/fixture'
import { plain, readBack } from './pdf/read-back'

describe.each(allShipped.map((instrument) => [instrument.id, instrument] as const))('%s', (_, instrument) => {
  const changes = everyAnswer(instrument)
  const input = reportInputOf(changes, { instrument })
  const placed = placedIndicators(instrument)

  it('is answered with what the app would take, and counts as answered', () => {
    for (const change of changes) expect(changeSchema.parse(change)).toEqual(change)
    expect([input.score.answered, input.score.total]).toEqual([placed.length, placed.length])
    expect(input.score.index).toEqual(score(instrument, input.values).index)
  })

  it('has a report that says every indicator and every caution, and no tier that is empty', async () => {
    const model = buildReport(input)
    const rendered = await renderPdf({ kind: 'report', model })
    const { pages, outline } = await readBack(rendered.bytes)
    const text = pages.map((page) => page.text).join(' ')
    for (const { indicator } of placed) expect(text).toContain(plain(indicator.shortName))
    const cautions = plain(text).replace(/\s/g, '')
    for (const { text: caution } of instrument.cautions) {
      // A caution may be broken over a page, and then something stands between its words.
      expect(cautions).toContain(caution.slice(0, 40).replace(/\s/g, ''))
    }
    expect(model.domains.length > 1).toBe(instrument.domains.length > 1)
    const titles = outline.map(({ title }) => title).filter((title) => title.startsWith('Domain '))
    expect(titles).toHaveLength(instrument.domains.length > 1 ? instrument.domains.length : 0)
    if (instrument.domains.length === 1) {
      expect(text).not.toMatch(/Domain \d/)
      expect(text).not.toContain('per domain')
    }
  }, 60_000)

  it('has a page for the head, and closing papers', async () => {
    const summary = await renderPdf({ kind: 'one-page', model: buildOnePage(input) })
    expect(summary.pages).toBe(1)
    for (const kind of PAPER_KINDS) {
      const paper = await renderPdf({ kind: 'paper', model: buildPaper(input, kind) })
      const { pages } = await readBack(paper.bytes)
      expect(pages.map(({ text }) => text).join(' ')).toContain(instrument.shortTitle)
    }
  }, 60_000)

  it('has a workbook that brings every value back', async () => {
    const sheets = sheetsInputOf(changes, { instrument })
    const book = await opened(await written(sheets))
    expect(proposed(book, sheets)).toMatchObject({ changes: [], refused: [], notes: [] })
    // An index brings its value with it.
    const back = proposed(book, withoutAnswers(sheets)).changes.flatMap(({ field, target, after, along }) =>
      field === 'value' ? [[target, after]] : along?.field === 'value' ? [[target, along.value]] : [],
    )
    expect(back).toEqual([...sheets.values])
    expect(buildWorkbook(sheets).sheets.map(({ name }) => name)).toContain('Isian')
  })

  it('has a table with a row for each thing that is rated, and notes for each indicator', () => {
    const sheets = sheetsInputOf(changes, { instrument })
    const rows = csvRows(sheets).slice(1)
    const part = CSV_HEADS.indexOf('Bagian')
    expect(rows.filter((row) => row[part] === 'Indikator')).toHaveLength(
      placed.flatMap(({ indicator }) => valueKeys(indicator)).length,
    )
    expect(rows.filter((row) => row[part] === 'Domain')).toHaveLength(
      instrument.domains.length > 1 ? instrument.domains.length : 0,
    )
    const notes = notesOf(placed, input.answers, input.evidence.citations)
    expect(countNotes(notesFile('Catatan', notes))).toBe(placed.length)
  })
})

describe('what only one of them has', () => {
  const sectionsOf = (model: ReturnType<typeof buildReport>) =>
    model.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators))

  it('level 0 is a level, and parts are told one by one with their mean', () => {
    const sections = sectionsOf(buildReport(reportInputOf(everyAnswer(spbe2018), { instrument: spbe2018 })))
    expect(sections.find(({ number }) => number === 6)?.level).toMatchObject({ text: '0', name: 'Level 0' })
    // Levels 5, 0 and 1 in turn: 6 ÷ 3.
    const [key] = [...partKeysOf(spbe2018).keys()]
    expect(sections.find(({ id }) => id === key)).toMatchObject({
      level: { text: '2', name: 'Rata-rata 3 bagian' },
      criterion: null,
      subject: null,
      basis: [
        { label: 'Layanan 1', text: 'Layanan I35-1, tingkat 5 Optimalisasi' },
        { label: 'Layanan 2', text: 'Layanan I35-2, tingkat 0 Level 0' },
        { label: 'Layanan 3', text: 'Layanan I35-3, tingkat 1 Informasi' },
      ],
    })
  })

  it('a predicate is told with its other name', () => {
    const input = reportInputOf(everyAnswer(pemdi2026), { instrument: pemdi2026 })
    const { name = '', alias } =
      pemdi2026.predicates.find((one) => one.name === input.score.predicate?.name) ?? {}
    expect(alias).toMatch(/^\w+\/\w+$/)
    expect(buildReport(input).summary.predicate).toEqual({ lead: name, text: ` (${alias})` })
  })

  it('a converted index is told with its rule, and as an estimate where it is one', () => {
    const sections = sectionsOf(buildReport(reportInputOf(everyAnswer(pemdi2026), { instrument: pemdi2026 })))
    const basis = (id: string) => sections.find((section) => section.id === id)?.basis.map(({ text }) => text)
    expect(basis('I05')).toEqual(['Indeks SDI (0–100): 73, interpolasi linear dalam rentang.'])
    expect(basis('I07')?.[0]).toMatch(/^IPS \(1–5\): 3,92, .*Perkiraan: /)
    expect(sections.find(({ id }) => id === 'I05')?.level).toMatchObject({
      text: '3,92',
      name: 'Sangat Baik',
    })
  })
})
