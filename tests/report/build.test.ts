import { describe, expect, it } from 'vitest'
import type { Change, ChangeValue } from '../../src/answers/change'
import { buildReport } from '../../src/report/build'
import type { IndicatorSection, ReportModel } from '../../src/report/model'
import { PROVISIONAL } from '../../src/report/words'
import { yearRows } from '../../src/report/year-rows'
import type { YearOrigin, YearResult } from '../../src/comparison/years'
import {
  ASSESSMENT,
  changeOf,
  changesOf,
  citationTarget,
  documentTarget,
  indicatorTarget,
  questionTarget,
} from '../examples/changes'
import { fullAssessment, reportInputOf } from '../examples/full-assessment'
import { indicatorIds, spbe2020 } from '../examples/spbe-2020'

const INSTITUTION: readonly Change[] = changesOf(
  { kind: 'assessment' },
  { institutionKind: 'kabupaten', institutionName: 'Kabupaten Contoh', year: 2025 },
)

function reportOf(
  changes: readonly Change[],
  options: Parameters<typeof reportInputOf>[1] = {},
): ReportModel {
  return buildReport(reportInputOf([...INSTITUTION, ...changes], options))
}

function sectionsOf(report: ReportModel): IndicatorSection[] {
  return report.domains.flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators))
}

function sectionOf(report: ReportModel, id: string): IndicatorSection | undefined {
  return sectionsOf(report).find((section) => section.id === id)
}

function answer(id: string, fields: Readonly<Record<string, ChangeValue>>): Change[] {
  return changesOf(indicatorTarget(id), fields)
}

/** The same level everywhere, one indicator apart. */
function everywhere(level: number, except: Readonly<Record<string, number>> = {}): Change[] {
  return indicatorIds.flatMap((id) => answer(id, { value: except[id] ?? level }))
}

const full = buildReport(reportInputOf(fullAssessment))

describe('the list of documents', () => {
  const rowOf = (name: RegExp) => full.documents.find((row) => name.test(row.name))

  it('names each cited document once, with its newest file and who cites it', () => {
    expect(rowOf(/^Peraturan Bupati/)).toMatchObject({
      file: 'Perbup-12-2021.pdf',
      size: '1,4 MB, 46 halaman',
      hash: 'cdcdcdcdcdcd',
    })
    expect(rowOf(/^Keputusan/)?.citedBy).toEqual([19, 20])
    expect(rowOf(/^Draf/)).toBeUndefined()
  })

  it('says nothing of the file of a confidential one', () => {
    expect(rowOf(/rahasia/)).toMatchObject({ file: 'ditunjukkan saat interviu', size: '', hash: '' })
    expect(JSON.stringify(full)).not.toContain('Laporan-uji-keamanan')
  })

  it('names what there is instead of a file, and the newest of several', () => {
    const file = (id: string, name: string, digit: string) =>
      changesOf(
        { kind: 'file', id },
        { document: 'ada', sha256: digit.repeat(64), name, size: 1, mediaType: 'pdf' },
      )
    const { documents } = reportOf([
      ...changesOf(documentTarget('tautan'), { title: 'Laman', link: 'spbe.contoh.go.id' }),
      ...changesOf(documentTarget('interviu'), { title: 'Peragaan', shownAtInterview: true }),
      ...changesOf(documentTarget('ada'), { title: 'SK' }),
      ...file('f1', 'lama.pdf', '1'),
      ...file('f2', 'baru.pdf', '2'),
      ...['tautan', 'interviu', 'ada'].flatMap((document) =>
        changesOf(citationTarget(`k-${document}`), { indicator: 'I02', document }),
      ),
    ])
    expect(documents.map(({ file }) => file)).toEqual([
      'spbe.contoh.go.id',
      'ditunjukkan saat interviu',
      'baru.pdf',
    ])
  })
})

describe('the report of a whole assessment', () => {
  it('has a section for each of the 47 indicators, in order, under its domain and aspect', () => {
    expect(sectionsOf(full).map((section) => section.number)).toEqual(
      Array.from({ length: 47 }, (_, at) => at + 1),
    )
    expect(full.domains.map((domain) => domain.aspects.length)).toEqual([1, 3, 2, 2])
    expect(sectionOf(full, 'I30')?.breadcrumb).toBe('Domain 3 Manajemen SPBE › Aspek 6 Pelaksanaan Audit TIK')
  })

  it('says on its face whose it is, and that it is not official', () => {
    expect(full.title).toBe('Penilaian Mandiri SPBE 2025')
    expect(full.fileName).toBe('Laporan-SPBE-2025-Kabupaten-Contoh.pdf')
    expect(full.author).toBe('Nama Contoh, Dinas Contoh')
    expect(full.provisional).toBe('Sementara, bukan nilai resmi')
    expect(full.cover).toMatchObject({
      kicker: 'Laporan Penilaian Mandiri',
      institution: 'Kabupaten Contoh',
      year: '2025',
      disclaimer: { lead: `${PROVISIONAL}.` },
    })
    expect(full.cover.facts.map((fact) => fact.text)).toEqual([
      'SPBE 47 indikator (PermenPANRB 59/2020)',
      '47 dari 47 indikator terjawab, 2 Juni 2025 pukul 08.05',
      'Nama Contoh, Dinas Contoh',
    ])
  })

  it('has the index that its levels come to by hand', () => {
    // Domain 1: (4+3+2+3+3+2+2+3+2+1)/10; domain 2: 27/10; domain 3: 17/11; domain 4: (35×2.75 + 22×3)/45.5.
    expect(full.summary.domains.map((row) => row.figure.text)).toEqual(['2,50', '2,70', '1,55', '3,57'])
    const index = (25 * 1.3 + 27 * 2.5 + 17 * 1.5 + 35 * 2.75 + 22 * 3) / 100
    expect(full.summary.index.value).toBeCloseTo(index, 12)
  })

  it('ends with who signs and what it was made from', () => {
    expect(full.signatures.signers).toEqual([
      { role: 'Pelaksana entri data', name: 'Nama Contoh', post: '', nip: '' },
      { role: 'Penanggung jawab', name: '', post: '', nip: '' },
      { role: 'Koordinator SPBE', name: '', post: '', nip: '' },
    ])
    expect(full.signatures.place).toBe('Kabupaten Contoh, 2 Juni 2025')
    expect(full.stamps.map((stamp) => stamp.text)).toEqual([
      'spbe-2020, versi 1',
      'ab'.repeat(32),
      'SPBE Mandiri 0.1.0, format 1',
      '2 Juni 2025 pukul 08.05',
    ])
  })

  it('repeats the general cautions of the questionnaire, and others only at their indicator', () => {
    expect(full.cautions).toHaveLength(6)
    expect(sectionOf(full, 'I03')?.cautions).toHaveLength(1)
    expect(sectionOf(full, 'I01')?.cautions).toEqual([])
  })
})

describe('the section of an indicator', () => {
  it('has level, criterion, status and weight', () => {
    expect(sectionOf(full, 'I01')).toMatchObject({
      level: { text: '4', name: 'Terpadu dan Terukur', tone: 4 },
      weight: 'bobot 1,30 %',
      status: 'Lengkap',
      subject: null,
      criterion: { label: 'Kriteria tingkat 4' },
    })
    expect(sectionOf(full, 'I09')?.status).toBe('Sebagian')
  })

  it('names the service where the questionnaire asks for it, or says that it is missing', () => {
    const label = 'Nama layanan/aplikasi yang dinilai'
    expect(sectionOf(full, 'I32')?.subject).toEqual({ label, text: 'Aplikasi Contoh 32' })
    expect(sectionOf(full, 'I47')?.subject).toEqual({ label, text: 'Belum diisi' })
  })

  it('writes references from the citations, marks them with letters, and leaves out what was removed', () => {
    const section = sectionOf(full, 'I19')
    expect(section?.references).toEqual([
      'Keputusan Bupati Contoh tentang Tim Koordinasi SPBE Nomor 188.45/12/HK/2023, Pasal 19, hlm. 19–21',
      'Peraturan Bupati Contoh tentang Penyelenggaraan SPBE Nomor 12 Tahun 2021, hlm. 19–21, berkas 19.b.Perbup-Contoh-12-2021-Penyelenggaraan-SPBE.pdf: pendukung',
      'Notula rapat reviu SPBE Tahun 2024, hlm. 19–21, berkas 19.c.Notula-reviu-SPBE-2024.docx: pendukung',
    ])
    expect(section?.evidence.map((row) => row.mark)).toEqual(['19.a', '19.b', '19.c'])
    expect(section?.evidence[0]?.details).toBe('SK · 1 Februari 2023 · Bupati Contoh')
    expect(sectionOf(full, 'I04')?.references).toHaveLength(1)
    expect(sectionOf(full, 'I06')?.references).toHaveLength(1)
  })

  it('says of confidential documents that they are shown at the interview, not where to look in them', () => {
    const report = reportOf([
      ...answer('I29', { value: 3 }),
      ...changesOf(documentTarget('d1'), { title: 'Laporan uji keamanan', confidential: true }),
      ...changesOf(citationTarget('c1'), { indicator: 'I29', document: 'd1', pages: '7', label: 'Bab II' }),
    ])
    expect(sectionOf(report, 'I29')?.evidence).toEqual([
      {
        mark: '29.a',
        document: 'Laporan uji keamanan (rahasia)',
        details: 'Lainnya',
        place: 'ditunjukkan saat interviu',
      },
    ])
    expect(sectionOf(report, 'I29')?.references[0]).toContain('ditunjukkan saat interviu')
  })

  it('has a dash for the place where a citation names none', () => {
    const report = reportOf([
      ...changesOf(documentTarget('d1'), { title: 'Video peragaan', kind: 'video' }),
      ...changesOf(citationTarget('c1'), { indicator: 'I29', document: 'd1' }),
    ])
    expect(sectionOf(report, 'I29')?.evidence[0]).toMatchObject({ details: 'Video', place: '–' })
  })

  it('keeps every word as it was typed, markup and line breaks too', () => {
    expect(sectionOf(full, 'I05')?.facts).toBe('<script>alert(1)</script> javascript:alert(1)')
    expect(sectionOf(full, 'I04')?.facts).toBe('Berlaku pada 4 unit kerja.\nDiperbarui setiap tahun.')
    expect(sectionOf(full, 'I02')?.analysis).toBe('Ditulis ulang: "lengkap" & <b>berlaku</b>.')
  })

  it('shows what is blank as not filled in, never as a level', () => {
    const report = reportOf(answer('I02', { analysis: ' \n ' }))
    expect(sectionOf(report, 'I01')).toMatchObject({
      level: null,
      levelRemark: 'Belum diisi',
      criterion: null,
      status: 'Belum',
      analysis: 'Belum diisi',
      facts: '',
      evidence: [],
      obstacle: null,
      followUp: null,
    })
    expect(sectionOf(report, 'I02')?.analysis).toBe('Belum diisi')
  })

  it('shows a level taken back as not filled in', () => {
    const report = reportOf([
      ...answer('I01', { value: 3 }),
      changeOf('b', indicatorTarget('I01'), 'value', null, ['I01-value']),
    ])
    expect(sectionOf(report, 'I01')?.level).toBeNull()
    expect(report.blanks).toHaveLength(47)
  })
})

describe('obstacles and follow-ups', () => {
  it('are gathered by kind, in the order of the regulation, those without a kind last', () => {
    expect(full.obstacles.map((group) => group.kind)).toEqual([
      'Kelembagaan',
      'Infrastruktur TIK',
      'SDM',
      'Pembiayaan',
      'Lainnya',
      'Tanpa jenis',
    ])
    const ofKind = (kind: string) =>
      full.obstacles.find((group) => group.kind === kind)?.items.map((item) => item.number)
    expect(ofKind('SDM')).toEqual([6, 12, 18, 24, 30, 36, 42])
    expect(ofKind('Infrastruktur TIK')).toEqual([6, 36])
    expect(ofKind('Tanpa jenis')).toEqual([8])
    expect(sectionOf(full, 'I06')?.obstacle).toEqual({
      kinds: 'Infrastruktur TIK, SDM',
      text: 'Kendala pada I06.',
    })
  })

  it('say what, who, when and how far', () => {
    expect(full.followUps.map((row) => row.number)).toEqual([7, 9, 14, 21, 28, 35, 42])
    expect(full.followUps[0]).toEqual({
      id: 'I07',
      number: 7,
      what: 'Menaikkan I07 ke tingkat berikutnya.',
      who: 'Dinas Contoh',
      due: 'Desember 2025',
      target: 'tingkat 3',
    })
    expect(full.followUps[1]).toMatchObject({ number: 9, who: '', due: '', target: '' })
    expect(sectionOf(full, 'I07')?.followUp).toEqual(full.followUps[0])
  })

  it('are empty where nobody wrote any', () => {
    const report = reportOf(everywhere(3))
    expect([report.obstacles, report.followUps, report.blanks]).toEqual([[], [], []])
  })
})

describe('the report before the first answer', () => {
  const report = reportOf([])

  it('has no number and no predicate, and says so without a zero', () => {
    expect(report.summary.index).toEqual({ value: null, text: '–' })
    expect(report.summary.predicate).toBeNull()
    expect(report.summary.remarks).toEqual([])
    expect(report.summary.domains.map((row) => [row.figure.value, row.figure.text, row.answered])).toEqual([
      [null, '–', '0/10'],
      [null, '–', '0/10'],
      [null, '–', '0/11'],
      [null, '–', '0/16'],
    ])
    expect(report.summary.scale?.highest).toEqual({ value: 5, text: '5,00' })
  })

  it('lists all indicators as blank with who usually holds them', () => {
    expect(report.blanks).toHaveLength(47)
    expect(report.blanks[0]).toEqual({
      id: 'I01',
      number: 1,
      name: 'Kebijakan Arsitektur SPBE',
      owner: 'Dinas Kominfo bersama Bagian/Biro Hukum',
    })
    expect(report.summary.decisions[0]?.lead).toBe('47 indikator masih kosong')
    expect(report.summary.decisions[0]?.text).toContain(
      '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, dan 35 lainnya',
    )
  })

  it('names nobody where nobody is named', () => {
    const input = { ...reportInputOf([]), unit: '', person: '', institution: '' }
    const anonymous = buildReport(input)
    expect(anonymous.cover.facts.at(-1)?.text).toBe('Belum diisi')
    expect(anonymous.author).toBe('')
    expect(anonymous.fileName).toBe('Laporan-SPBE-2025.pdf')
  })
})

describe('the summary', () => {
  it('says that blanks count as the lowest level, and what the predicate depends on', () => {
    const report = reportOf(everywhere(3).filter((change) => change.id !== 'I11-value'))
    expect(report.summary.predicate).toEqual({ lead: 'Baik', text: ', bila sisanya tetap kosong' })
    expect(report.summary.remarks).toEqual([
      '1 isian kosong dihitung tingkat 1.',
      'Kurang 0,55 ke predikat Sangat Baik.',
    ])
    expect(report.summary.index.text).toBe('2,95')
    expect(report.summary.scale?.highest.text).toBe('3,05')
  })

  it('gives the predicate without conditions when nothing is blank', () => {
    expect(full.summary.predicate).toEqual({ lead: 'Baik', text: '' })
    expect(full.summary.indexLabel).toBe('Indeks sementara')
    expect(full.summary.scale?.highest.value).toBe(full.summary.index.value)
  })

  it('has no next predicate to name at the top', () => {
    const report = reportOf(everywhere(5))
    expect(report.summary.remarks).toEqual([])
    expect(report.summary.decisions.map((decision) => decision.lead)).toEqual(['47 indikator belum lengkap'])
  })

  it('warns of a floor too close to call', () => {
    // 3 − 0.40 = 2.60, exactly on the floor of Baik.
    const lower = Object.fromEntries(
      [...indicatorIds.slice(10, 20), ...indicatorIds.slice(41, 46)].map((id) => [id, 2]),
    )
    const report = reportOf(everywhere(3, lower))
    expect(report.summary.predicate?.lead).toBe('Baik')
    expect(report.summary.remarks.at(-1)).toBe(
      'Indeks sangat dekat dengan ambang Baik (2,60): predikat resmi dapat berbeda.',
    )
  })

  it('has at most three points to decide', () => {
    const report = reportOf([
      ...everywhere(3).filter((change) => change.id !== 'I11-value'),
      changeOf('other', indicatorTarget('I12'), 'value', 4),
    ])
    expect(report.summary.decisions.map((decision) => decision.lead)).toEqual([
      '1 perbedaan tingkat menunggu keputusan',
      '2 indikator masih kosong',
      '45 indikator belum lengkap',
    ])
  })
})

describe('a level that two people entered differently', () => {
  const report = reportOf([
    ...everywhere(3),
    changeOf('other', indicatorTarget('I12'), 'value', 4),
    changeOf('other-text', indicatorTarget('I13'), 'analysis', 'Satu.'),
    changeOf('third-text', indicatorTarget('I13'), 'analysis', 'Dua.'),
  ])

  it('is shown as waiting for a decision, and counts as blank until then', () => {
    expect(sectionOf(report, 'I12')).toMatchObject({
      level: null,
      levelRemark: 'Dua isian berbeda, menunggu keputusan',
    })
    expect(report.summary.decisions[0]).toEqual({
      lead: '1 perbedaan tingkat menunggu keputusan',
      text: ' pada indikator 12.',
    })
    expect(report.blanks.map((blank) => blank.id)).toEqual(['I12'])
    expect(report.summary.index.text).toBe('2,95')
  })

  it('is not confused with two texts that differ', () => {
    expect(sectionOf(report, 'I13')).toMatchObject({ level: { text: '3' }, analysis: 'Belum diisi' })
  })
})

describe('the report of a unit that answers a part', () => {
  const scope = ['I11', 'I12', 'I21']
  const report = reportOf([...answer('I11', { value: 4 }), ...answer('I21', { value: 2 })], { scope })

  it('has a mean of its own name, and no predicate, scale or way to the next one', () => {
    // (4 × 2.5 + 1 × 2.5 + 2 × 1.5) / 6.5
    expect(report.summary.indexLabel).toBe('Rata-rata bagian kami')
    expect(report.summary.index).toEqual({ value: (4 * 2.5 + 2.5 + 3) / 6.5, text: '2,38' })
    expect(report.summary.predicate).toBeNull()
    expect(report.summary.scale).toBeNull()
    expect(JSON.stringify([report.summary.remarks, report.summary.decisions])).not.toMatch(
      /Kurang \d|Predikat \w|ambang/,
    )
    expect(report.summary.remarks[0]).toBe('1 isian kosong dihitung tingkat 1.')
  })

  it('has only its own indicators, blanks, domains and aspects', () => {
    expect(sectionsOf(report).map((section) => section.id)).toEqual(scope)
    expect(report.blanks.map((blank) => blank.id)).toEqual(['I12'])
    expect(report.domains.map((domain) => domain.id)).toEqual(['D2', 'D3'])
    expect(report.summary.aspects.map((row) => row.id)).toEqual(['A2', 'A5'])
    expect(report.cover.facts[1]?.text).toContain('2 dari 3 indikator terjawab')
  })

  it('leaves out what others wrote outside it', () => {
    const noisy = reportOf(
      [
        ...answer('I11', { value: 4 }),
        ...answer('I42', { value: 5, obstacle: 'Bukan bagian kami.', followUp: 'Bukan bagian kami.' }),
      ],
      { scope },
    )
    expect(JSON.stringify(noisy)).not.toContain('Bukan bagian kami')
  })
})

describe('the report of an example', () => {
  it('says that it is one', () => {
    const report = reportOf(everywhere(2), { example: true })
    expect(report.cover.kicker).toBe('Contoh Laporan Penilaian Mandiri')
  })
})

describe('the general questions', () => {
  const answered = changesOf(questionTarget('Q2'), { answer: '  Satu portal.\nTahun depan.  ' })

  it('are all told, with what was answered', () => {
    const { generalAnswers } = reportOf(answered)
    expect(generalAnswers?.progress).toBe('1 dari 4 terjawab')
    expect(generalAnswers?.items.map(({ number, answer }) => [number, answer])).toEqual([
      [1, 'Belum dijawab'],
      [2, 'Satu portal.\nTahun depan.'],
      [3, 'Belum dijawab'],
      [4, 'Belum dijawab'],
    ])
    expect(generalAnswers?.items.map((item) => item.answered)).toEqual([false, true, false, false])
  })

  it('are not demanded of a unit that answers a part', () => {
    expect(reportOf([], { scope: ['I11'] }).generalAnswers).toBeNull()
    const part = reportOf(answered, { scope: ['I11'] }).generalAnswers
    expect(part?.items.map(({ number }) => number)).toEqual([2])
    expect(part?.progress).toBe('1 dari 1 terjawab')
  })

  it('are left out where the instrument asks none', () => {
    const { generalQuestions: _, ...instrument } = spbe2020
    expect(reportOf(answered, { instrument }).generalAnswers).toBeNull()
  })

  it('wait for a decision where two people answered differently', () => {
    const both = [...answered, changeOf('other', questionTarget('Q2'), 'answer', 'Dua portal.')]
    expect(reportOf(both).generalAnswers?.items[1]?.answer).toBe('Belum dijawab')
  })
})

describe('who signs', () => {
  it('is printed with post and number where they are known', () => {
    const report = reportOf(
      changesOf(ASSESSMENT, {
        headName: 'Nama Kepala',
        headPost: 'Sekretaris Daerah',
        coordinatorNip: '19700101',
      }),
    )
    expect(report.signatures.signers.slice(1)).toEqual([
      { role: 'Penanggung jawab', name: 'Nama Kepala', post: 'Sekretaris Daerah', nip: '' },
      { role: 'Koordinator SPBE', name: '', post: '', nip: '19700101' },
    ])
  })
})

describe('the years in the report', () => {
  const result = (year: number, instrument: string, index: number | null, origin: YearOrigin = 'typed') => ({
    ...{
      key: `${year}`,
      year,
      instrument,
      origin,
      index,
      nodes: new Map(),
      complete: index !== null,
      note: '',
    },
  })
  const told = (results: readonly YearResult[]) =>
    yearRows({ results, undecided: [], titles: new Map([['a', 'Lama']]) })

  it('are set beside each other, and subtracted only within one instrument', () => {
    const rows = told([
      result(2020, 'a', 2.1),
      result(2022, 'b', 2.3),
      result(2023, 'b', 2.25),
      result(2024, 'b', 2.55, 'here'),
    ])
    expect(rows.map(({ year, instrument, difference }) => [year, instrument, difference])).toEqual([
      ['2020', 'Lama', '–'],
      ['2022', 'b', '–'],
      ['2023', 'b', '−0,05'],
      ['2024', 'b', '+0,30'],
    ])
    expect(rows.map(({ instrumentChanged }) => instrumentChanged)).toEqual([false, true, false, false])
    expect(rows.at(-1)?.remark).toBe('Penilaian ini, sementara')
  })

  it('say of a year that two people gave differently that it is undecided', () => {
    const undecided = [{ id: 'x', fields: ['year'] as const, years: [2021, 2022], instruments: ['a'] }]
    const rows = yearRows({ results: [], undecided, titles: new Map([['a', 'Lama']]) })
    expect(rows).toMatchObject([
      {
        year: '2021 / 2022',
        instrument: 'Lama',
        index: '–',
        remark: 'Hasil yang diketik, dua isian berbeda, belum diputuskan',
      },
    ])
  })

  it('are left out where there is no other year', () => {
    expect(told([result(2024, 'b', 2.5, 'here')])).toEqual([])
    expect(told([])).toEqual([])
  })
})
