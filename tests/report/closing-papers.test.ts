import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssessmentFacts } from '../../src/answers/fields'
import { LINE_LIMIT } from '../../src/answers/text'
import { buildPaper, missingInPaper, PAPER_KINDS, type PaperModel } from '../../src/report/closing-papers'
import { checkPdf } from '../../src/report/pdf/check'
import { layoutPaper } from '../../src/report/pdf/closing-paper'
import { cleanTexts } from '../../src/report/pdf/clean-text'
import { BOTTOM } from '../../src/report/pdf/geometry'
import { createMeasure } from '../../src/report/pdf/measure'
import { createCanvas } from '../../src/report/pdf/paint'
import { renderPdf } from '../../src/report/pdf/render'
import { inputFixture, spbe2020 } from './fixture'
import { faultsByQpdf } from './pdf/qpdf'
import { plain, readBack } from './pdf/read-back'

const FACTS: AssessmentFacts = {
  headName: 'Nama Kepala',
  headPost: 'Sekretaris Daerah',
  headNip: '19700101 199001 1 001',
  coordinatorName: 'Nama Koordinator',
  coordinatorPost: 'Kepala Dinas Kominfo',
  leadAssessorName: 'Nama Ketua',
  leadAssessorPost: 'Inspektur',
  closingPlace: 'Contoh Mulya',
  closingDate: '2025-06-20',
  recordNumber: '045/12/SPBE/2025',
  consentNumber: '045/13/SPBE/2025',
}

function textOf(model: PaperModel): string {
  return JSON.stringify(model)
}

describe('the record (Berita Acara)', () => {
  const input = inputFixture({ facts: FACTS })
  const record = buildPaper(input, 'record')

  it('says who signed what, where and when', () => {
    expect(record.heading).toBe('Berita Acara Penilaian Mandiri')
    expect(record.number).toBe('045/12/SPBE/2025')
    expect(record.placeAndDate).toBe('Contoh Mulya, 20 Juni 2025')
    expect(record.blocks[0]).toMatchObject({
      text: 'Pada tanggal 20 Juni 2025, bertempat di Contoh Mulya, kami yang bertanda tangan di bawah ini telah menyelesaikan penilaian mandiri SPBE tahun 2025 pada Kabupaten Contoh Mulya dengan hasil sebagai berikut.',
    })
    expect(record.signers).toEqual([
      {
        role: 'Penanggung jawab',
        name: 'Nama Kepala',
        post: 'Sekretaris Daerah',
        nip: '19700101 199001 1 001',
      },
      { role: 'Koordinator SPBE', name: 'Nama Koordinator', post: 'Kepala Dinas Kominfo', nip: '' },
      { role: 'Ketua tim asesor internal', name: 'Nama Ketua', post: 'Inspektur', nip: '' },
    ])
    expect(record.fileName).toMatch(/^Berita-Acara-Penilaian-Mandiri-SPBE-2025-.*\.pdf$/)
    expect(record.fileName.length).toBeLessThanOrEqual(60)
  })

  it('has the figures of the report, blanks counted and said, and that nothing of it is official', () => {
    const facts = record.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
    expect(facts).toEqual([
      { label: 'Instrumen', text: spbe2020.shortTitle },
      { label: 'Indikator terjawab', text: '42 dari 47' },
      { label: 'Indeks sementara', text: input.score.index.rounded!.toFixed(2).replace('.', ',') },
      { label: 'Predikat sementara', text: `${input.score.predicate?.name}, bila sisanya tetap kosong` },
    ])
    const values = record.blocks.flatMap((block) => (block.kind === 'values' ? block.rows : []))
    expect(values.map(({ name, figure }) => [name, figure.value])).toEqual(
      spbe2020.domains.map(({ name }, at) => [name, input.score.domains[at]?.value]),
    )
    expect(textOf(record)).toContain('sementara, bukan nilai resmi')
    expect(textOf(record)).toContain(
      '5 indikator belum terjawab dan dihitung tingkat 1: nomor 25, 26, 27, 30, 31.',
    )
  })

  it('leaves lines to write on where something is not known', () => {
    const empty = buildPaper(inputFixture(), 'record')
    expect(empty.number).toBe('')
    expect(empty.placeAndDate).toMatch(/^_+, _+$/)
    expect(empty.blocks[0]).toMatchObject({
      text: expect.stringMatching(/tanggal _+, bertempat di _+,/) as string,
    })
    expect(empty.signers.map(({ name, post, nip }) => name + post + nip)).toEqual(['', '', ''])
  })

  it('has no predicate for a part, but its mean under its own name', () => {
    const part = buildPaper(inputFixture({ scope: ['I21', 'I25'] }), 'record')
    expect(textOf(part)).not.toContain('Predikat')
    expect(textOf(part)).not.toContain('Indeks sementara')
    expect(textOf(part)).toContain('Rata-rata bagian kami')
    expect(textOf(part)).toContain('1 dari 2')
  })

  it('tells aspects where there is no tier of domains', () => {
    const [domain] = spbe2020.domains
    const one = buildPaper(
      inputFixture({ instrument: { ...spbe2020, domains: domain ? [domain] : [] } }),
      'record',
    )
    const values = one.blocks.find((block) => block.kind === 'values')
    expect(values).toMatchObject({ head: 'Aspek' })
  })
})

describe('the consent (Pernyataan Persetujuan Publikasi)', () => {
  const consent = buildPaper(inputFixture({ facts: FACTS }), 'consent')

  it('is of the one who answers for it, agrees to publication of the final result, and keeps secrets', () => {
    expect(consent.heading).toBe('Pernyataan Persetujuan Publikasi')
    expect(consent.number).toBe('045/13/SPBE/2025')
    expect(consent.signers.map(({ role, name }) => [role, name])).toEqual([
      ['Penanggung jawab', 'Nama Kepala'],
    ])
    expect(consent.blocks[1]).toMatchObject({
      facts: [
        { label: 'Nama', text: 'Nama Kepala' },
        { label: 'NIP', text: '19700101 199001 1 001' },
        { label: 'Jabatan', text: 'Sekretaris Daerah' },
        { label: 'Instansi', text: 'Kabupaten Contoh Mulya' },
      ],
    })
    expect(textOf(consent)).toContain('dipublikasikan kepada masyarakat setelah ditetapkan oleh kementerian')
    expect(textOf(consent)).toContain('tidak mencakup dokumen rahasia')
  })

  it('says that it is an example', () => {
    const example = buildPaper({ ...inputFixture(), example: true }, 'consent')
    expect(example.heading).toBe('Contoh Pernyataan Persetujuan Publikasi')
  })
})

describe('what a paper still lacks', () => {
  it('is said in words, without the number that is never asked for', () => {
    expect(missingInPaper('record', FACTS)).toEqual([])
    expect(missingInPaper('consent', { headName: 'Nama Kepala', closingDate: '' })).toEqual([
      'nomor pernyataan',
      'tempat',
      'tanggal',
      'jabatan penanggung jawab',
    ])
    expect(missingInPaper('record', {})).not.toContain('nip penanggung jawab')
  })
})

describe('as PDF', () => {
  it.each(PAPER_KINDS)('the %s is one sound page, filled in or with lines', async (kind) => {
    for (const facts of [FACTS, {}]) {
      const model = buildPaper(inputFixture({ facts }), kind)
      const pdf = await renderPdf({ kind: 'paper', model })
      expect(pdf).toMatchObject({ pages: 1, bookmarks: 0, links: 0, missingCharacters: 0 })
      expect(checkPdf(pdf.bytes, pdf)).toEqual({ status: 'sound' })
      expect(faultsByQpdf(pdf.bytes)).toBe('')
      const text = (await readBack(pdf.bytes)).pages[0]?.text ?? ''
      expect(text).toContain(plain(`${model.heading} ${model.subject} Nomor: ${model.number}`))
      for (const { role } of model.signers) expect(text).toContain(role)
      expect(text).toContain(facts === FACTS ? 'Nama Kepala' : 'Nama:')
      expect(text).toContain('Sementara, bukan nilai resmi')
    }
  })

  it('stays on its pages whatever the names, and never has the signatures alone on one', () => {
    const canvas = createCanvas()
    const measure = createMeasure(canvas.metrics)
    const text = fc.oneof(
      fc.constantFrom('', 'Nama', 'W'.repeat(LINE_LIMIT)),
      fc.string({ maxLength: LINE_LIMIT }),
    )
    const facts = fc.record({
      headName: text,
      headPost: text,
      headNip: text,
      coordinatorName: text,
      coordinatorPost: text,
      closingPlace: text,
      recordNumber: text,
      consentNumber: text,
    })
    fc.assert(
      fc.property(facts, text, fc.constantFrom(...PAPER_KINDS), (given, institution, kind) => {
        const model = buildPaper(inputFixture({ facts: given, institution }), kind)
        const { pages } = layoutPaper(cleanTexts(model, canvas.metrics).value, measure)
        expect(pages.length).toBeLessThanOrEqual(2)
        for (const { drawings } of pages) {
          const written = drawings.flatMap((drawing) => (drawing.kind === 'text' ? [drawing] : []))
          const body = written.filter(({ y }) => y > 20 && y < 280)
          for (const { y, text: said } of body) expect(y, said).toBeLessThanOrEqual(BOTTOM)
          expect(body.some(({ text: said }) => /^Demikian|^Pada tanggal|^Yang bertanda/.test(said))).toBe(
            true,
          )
        }
      }),
      { numRuns: 100 },
    )
  })
})
