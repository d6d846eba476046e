import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanTexts } from '../../src/report/pdf/clean-text'
import type { Drawing } from '../../src/report/pdf/drawing'
import { BOTTOM, LEFT, RIGHT } from '../../src/report/pdf/geometry'
import { createMeasure } from '../../src/report/pdf/measure'
import { layoutOnePage } from '../../src/report/pdf/one-page'
import { createCanvas } from '../../src/report/pdf/paint'
import { checkPdf } from '../../src/report/pdf/check'
import { renderPdf } from '../../src/report/pdf/render'
import { buildOnePage } from '../../src/report/one-page'
import type { Answer } from '../../src/answers/fields'
import type { Instrument } from '../../src/instrument/schema'
import { fullAssessment, reportInputOf } from '../examples/full-assessment'
import { indicatorIds } from '../examples/spbe-2020'
import { inputFixture, spbe2020 } from './fixture'
import { faultsByQpdf } from './pdf/qpdf'
import { readBack } from './pdf/read-back'

describe('the one-page summary', () => {
  const input = reportInputOf(fullAssessment)
  const page = buildOnePage(input)

  it('tells three strengths from the highest, and the three weaknesses that hold back most', () => {
    expect(page.strengths.heading).toBe('Kekuatan (10)')
    expect(page.strengths.items.map(({ number, level }) => [number, level.text])).toEqual([
      [42, '4'],
      [44, '4'],
      [45, '4'],
    ])
    expect(page.weaknesses.items.map(({ number, detail }) => [number, detail])).toEqual([
      [14, 'Terkelola · bobot 2,50 % × jarak 3'],
      [15, 'Terkelola · bobot 2,50 % × jarak 3'],
      [18, 'Terkelola · bobot 2,50 % × jarak 3'],
    ])
  })

  it('has the index, predicate and aspects of the report, and nothing to decide', () => {
    expect(page.summary.index).toEqual({ value: input.score.index.value, text: expect.any(String) as string })
    expect(page.summary.predicate?.lead).toBe(input.score.predicate?.name)
    expect(page.summary.aspects).toHaveLength(8)
    expect(page.summary.decisions).toEqual([])
    expect(page.fileName).toBe('Ringkasan-SPBE-2025-Kabupaten-Contoh.pdf')
    expect(page.blanks).toEqual({ lead: 'Semua indikator sudah terjawab.', text: '' })
  })

  it('names the blanks and how they are counted, once something is answered', () => {
    expect(buildOnePage(inputFixture()).blanks).toEqual({
      lead: '5 indikator masih kosong',
      text: ' dan dihitung tingkat 1: nomor 25, 26, 27, 30, 31.',
    })
    const nothing = buildOnePage(inputFixture({ blank: 'all' }))
    expect(nothing.blanks.text).toBe(': nomor 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, dan 35 lainnya.')
    expect(nothing.summary.index.text).toBe('–')
    expect([nothing.strengths.items, nothing.weaknesses.items]).toEqual([[], []])
  })

  it('has the mean of a part under its own name, no predicate, and only its own indicators', () => {
    const part = buildOnePage(inputFixture({ scope: ['I21', 'I22', 'I23'] }))
    expect(part.summary).toMatchObject({ indexLabel: 'Rata-rata bagian kami', predicate: null, scale: null })
    const numbers = [...part.strengths.items, ...part.weaknesses.items].map(({ number }) => number)
    expect(numbers.filter((number) => number < 21 || number > 23)).toEqual([])
    expect(numbers.length).toBeGreaterThan(0)
  })

  it('says that it is an example', () => {
    expect(buildOnePage({ ...input, example: true }).heading).toBe('Contoh ringkasan untuk pimpinan')
  })

  it('is a sound PDF of one page that says what the model says', async () => {
    const document = { kind: 'one-page', model: page } as const
    const pdf = await renderPdf(document)
    expect(pdf).toMatchObject({ pages: 1, bookmarks: 0, links: 0, missingCharacters: 0 })
    expect(checkPdf(pdf.bytes, pdf)).toEqual({ status: 'sound' })
    expect(faultsByQpdf(pdf.bytes)).toBe('')
    expect(Buffer.compare(pdf.bytes, (await renderPdf(document)).bytes)).toBe(0)
    const { pages, info } = await readBack(pdf.bytes)
    const text = pages[0]?.text ?? ''
    for (const said of [
      page.heading,
      page.institution,
      page.summary.index.text,
      `Indeks sementara ${page.summary.index.text} ${page.summary.predicate?.lead}`,
      page.blanks.lead,
      'Tahun ke tahun',
      'instrumen berganti',
      'Sementara, bukan nilai resmi',
      '1 / 1',
      ...[...page.strengths.items, ...page.weaknesses.items].map(({ number, name }) => `${number} ${name}`),
    ]) {
      expect(text).toContain(said)
    }
    expect(info).toMatchObject({ Title: 'Penilaian Mandiri SPBE 2025' })
  })
})

describe('whatever it holds', () => {
  const canvas = createCanvas()
  const measure = createMeasure(canvas.metrics)
  const foot = BOTTOM

  const { years } = reportInputOf(fullAssessment)

  const levels = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), {
    minLength: indicatorIds.length,
    maxLength: indicatorIds.length,
  })
  const scopes = fc.oneof(
    fc.constant('all' as const),
    fc.uniqueArray(fc.constantFrom(...indicatorIds), { minLength: 1, maxLength: 47 }),
  )
  const texts = fc.oneof(
    fc.constantFrom(
      '',
      'Kabupaten Contoh',
      'W'.repeat(300),
      'Instansi yang panjang sekali namanya '.repeat(8),
    ),
    fc.string({ maxLength: 300, unit: 'binary' }),
  )

  /** Where a drawing reaches on the page: left, right, lowest. */
  function reach(drawing: Drawing): { left: number; right: number; low: number } | null {
    if (drawing.kind !== 'text') return null
    const { text, x, y, size, weight, colour } = drawing
    return { left: x, right: x + measure.width(text, { size, leading: size, weight, colour }), low: y }
  }

  it('it stays on its page: 300 assessments with long names, no answers or all of them', () => {
    fc.assert(
      fc.property(levels, scopes, texts, texts, fc.boolean(), (values, scope, institution, name, told) => {
        const answers = new Map<string, Answer>(
          indicatorIds.map((id, at) => [id, { value: values[at] ?? null }]),
        )
        const blank = new Set(indicatorIds.filter((_, at) => values[at] === null))
        const instrument = renamed(spbe2020, name)
        const fixture = inputFixture({ answers, blank, scope, institution, instrument })
        const model = buildOnePage(told ? { ...fixture, years } : fixture)
        const layout = layoutOnePage(cleanTexts(model, canvas.metrics).value, measure)
        expect(layout.pages).toHaveLength(1)
        for (const drawing of layout.pages[0]?.drawings ?? []) {
          const place = reach(drawing)
          if (!place || drawing.kind !== 'text' || isRunning(drawing.y)) continue
          expect(place.low, drawing.text).toBeLessThanOrEqual(foot)
          expect(place.left, drawing.text).toBeGreaterThanOrEqual(LEFT - 0.01)
          expect(place.right, drawing.text).toBeLessThanOrEqual(RIGHT + 0.6)
        }
      }),
      { numRuns: 300 },
    )
  })

  function isRunning(y: number): boolean {
    return y > 280 || y < 20
  }
})

/** The instrument with every indicator and aspect by another name. */
function renamed(instrument: Instrument, name: string): Instrument {
  const text = name || 'Tanpa nama'
  return {
    ...instrument,
    domains: instrument.domains.map((domain) => ({
      ...domain,
      aspects: domain.aspects.map((aspect) => ({
        ...aspect,
        name: text,
        indicators: aspect.indicators.map((indicator) => ({ ...indicator, shortName: text })),
      })),
    })),
  }
}
