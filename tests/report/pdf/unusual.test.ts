import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/answers/fields'
import type { Instrument } from '../../../src/instrument/schema'
import type { ReportModel } from '../../../src/report/model'
import { renderPdf } from '../../../src/report/pdf/render'
import { BLANK_IDS, reportFixture, spbe2020, type FixtureOptions } from '../fixture'
import { readBack } from './read-back'

async function rendered(options: FixtureOptions, change = (model: ReportModel) => model) {
  const { bytes, missingCharacters } = await renderPdf({
    kind: 'report',
    model: change(reportFixture(options)),
  })
  const report = await readBack(bytes)
  return { ...report, missingCharacters, text: report.pages.map(({ text }) => text).join('\n') }
}

/** All blank but these answers: short reports for texts of all sorts. */
function only(answers: ReadonlyMap<string, Answer>): FixtureOptions {
  const ids = spbe2020.domains.flatMap(({ aspects }) =>
    aspects.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
  )
  return { answers, blank: new Set(ids.filter((id) => !answers.has(id))), scope: [...answers.keys()] }
}

/** One domain of `aspects` aspects with ten indicators each. */
function oneDomain(aspects: number): Instrument {
  const domain = spbe2020.domains[3]!
  const aspect = domain.aspects[0]!
  return {
    ...spbe2020,
    domains: [
      {
        ...domain,
        aspects: Array.from({ length: aspects }, (_, at) => ({
          ...aspect,
          id: `A${at + 1}`,
          number: at + 1,
          indicators: aspect.indicators.map((indicator, index) => ({
            ...indicator,
            id: `N${at * 10 + index + 1}`,
            number: at * 10 + index + 1,
          })),
        })),
      },
    ],
  }
}

describe('characters', () => {
  it('prints what the fonts have and □ for what they lack, counted and said', async () => {
    const analysis = 'Ijtima’ ḥ ṣ ā “kutip” — … • ½ € ≥ ≤ → − lalu 漢字 dan 😀.'
    const report = await rendered(only(new Map([['I21', { analysis }]])))
    expect(report.text).toContain('Ijtima’ ḥ ṣ ā “kutip” — … • ½ € ≥ ≤ → − lalu □□ dan □')
    expect(report.missingCharacters).toBe(3)
    expect(report.text).toContain('3 huruf tidak tersedia pada fon laporan dan dicetak sebagai □')
  })

  it('composes, keeps no-break spaces as spaces, drops what only steers and takes markup as text', async () => {
    const analysis =
      's\u0323ah\u0323 hlm.\u00a014 ta\u00adnda\u200b <script>alert(1)</script> \u0007\tselesai'
    const report = await rendered(only(new Map([['I21', { analysis }]])))
    expect(report.text).toContain('ṣaḥ hlm. 14 tanda <script>alert(1)</script> selesai')
    expect(report.missingCharacters).toBe(0)
    expect(report.text).not.toContain('tidak tersedia pada fon')
  })
})

describe('unusual assessments', () => {
  it('tells a part without scale, predicate or radar', async () => {
    const report = await rendered({ scope: ['I21', 'I22'] })
    const summary = report.pages[1]?.text ?? ''
    expect(summary).toContain('Rata-rata bagian kami')
    expect(summary).not.toContain('Memuaskan')
    expect(summary).not.toContain('Nilai per domain')
    expect(summary).not.toContain('Aspek 5')
    expect(report.pages[2]?.text).toContain('Daftar indikator')
  })

  it('tells an assessment nobody has answered yet', async () => {
    const report = await rendered({ blank: 'all' })
    expect(report.pages[1]?.text).toContain('Indeks sementara –')
    expect(report.text).toContain('Tidak ada kendala yang dicatat.')
    expect(report.text).toContain('Tidak ada tindak lanjut yang dicatat.')
  })

  it('says that nothing is blank', async () => {
    const report = await rendered({ blank: new Set(), scope: ['I21'] })
    expect(report.text).toContain('Semua indikator sudah terjawab.')
  })

  it('leaves out the tier of domains where there is one', async () => {
    const report = await rendered({ instrument: oneDomain(3), blank: new Set() })
    expect(report.outline.map(({ title }) => title)).toContain('Uraian per indikator')
    expect(report.text).not.toContain('Domain 4')
    expect(report.pages[1]?.text).not.toContain('Nilai per domain')
    expect(report.pages[1]?.text).toContain('Aspek 3')
  })

  it('breaks a note of 20,000 characters without a space and loses none of it', async () => {
    const analysis = 'x'.repeat(20_000)
    const report = await rendered(only(new Map([['I21', { analysis, facts: 'Satu.\nDua.\n\nTiga.' }]])))
    const printed = report.pages.flatMap(({ pieces }) => pieces.filter(({ text }) => /^x+$/.test(text)))
    expect(printed.map(({ text }) => text).join('')).toHaveLength(20_000)
    expect(report.text).toContain('Indikator 21 Manajemen Risiko SPBE (lanjutan)')
    expect(report.text).toContain('Satu. Dua. Tiga.')
  })

  it('keeps the summary to one page with long texts and many aspects', async () => {
    const lengthen = (model: ReportModel): ReportModel => ({
      ...model,
      institution: 'Instansi dengan nama yang sangat panjang '.repeat(6),
      summary: {
        ...model.summary,
        remarks: ['Catatan yang panjang sekali tentang indeks. '.repeat(20)],
        decisions: [1, 2, 3].map((number) => ({ lead: `Keputusan ${number}`, text: ' kata'.repeat(300) })),
      },
    })
    const report = await rendered({ instrument: oneDomain(12), blank: new Set(BLANK_IDS) }, lengthen)
    expect(report.outline[0]).toMatchObject({ title: 'Ringkasan', page: 2 })
    expect(report.outline[1]).toMatchObject({ title: 'Daftar indikator', page: 3 })
    const foot = 24 / (25.4 / 72)
    for (const { text, y } of report.pages[1]?.pieces ?? []) {
      const isFoot = text.startsWith('Sementara') || /^2 \/ \d+$/.test(text)
      if (!isFoot) expect(y, text).toBeGreaterThan(foot)
    }
  })
})
