import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEDIA_TYPES } from '../../src/answers/fields'
import type { Citation, EvidenceDocument, EvidenceFile } from '../../src/evidence/evidence'
import { factReferences, MINISTRY_NAME_LIMIT, ministryFileNames } from '../../src/evidence/ministry-name'

function fileWith(fields: Partial<EvidenceFile> = {}): EvidenceFile {
  return { id: 'f1', sha256: 'a'.repeat(64), name: 'berkas.pdf', size: 9, mediaType: 'pdf', ...fields }
}

function citationWith(document: Partial<EvidenceDocument>, fields: Partial<Citation> = {}): Citation {
  return {
    id: 'c1',
    indicator: 'I01',
    document: {
      id: 'd1',
      title: '',
      kind: 'lainnya',
      number: '',
      date: '',
      issuer: '',
      confidential: false,
      link: '',
      shownAtInterview: false,
      files: [fileWith()],
      removedFiles: [],
      ...document,
    },
    pages: '',
    label: '',
    level: null,
    remark: '',
    pdfPages: '',
    file: '',
    ...fields,
  }
}

describe('the name of a file in the ministry’s form', () => {
  it.each<[expected: string, document: Partial<EvidenceDocument>]>([
    [
      '1.a.Perwal-12-2022-Arsitektur-SPBE.pdf',
      { title: 'Peraturan Wali Kota tentang Arsitektur SPBE', number: '12', date: '2022-03-01' },
    ],
    [
      '1.a.Perbup-41-2023-Pedoman-Manajemen-Risiko-SPBE.pdf',
      {
        title: 'Perbup 41/2023 tentang Pedoman Manajemen Risiko SPBE',
        number: '41 Tahun 2023',
        date: '2023',
      },
    ],
    [
      '1.a.SK-Bupati-188-45-12-HK-2023-Tim-Koordinasi-SPBE.pdf',
      {
        title:
          'Keputusan Bupati Nomor 188.45/12/HK/2023 tentang Tim Koordinasi Sistem Pemerintahan Berbasis Elektronik',
        number: '188.45/12/HK/2023',
        date: '2023-02-01',
      },
    ],
    ['1.a.Laporan-Evaluasi-TIK-2024.pdf', { title: 'Laporan Evaluasi TIK', date: '2024-05' }],
    [
      '1.a.Laporan-yang-sangat-panjang-sekali-judulnya-2024.pdf',
      { title: 'Laporan yang sangat panjang sekali judulnya hingga tidak muat', date: '2024' },
    ],
    ['1.a.Surat-No.pdf', { title: 'Surat No' }],
    ['1.a.Dokumen.pdf', { title: '漢字' }],
    ['1.a.Foto-Rapat.jpg', { title: 'Foto Rapat', files: [fileWith({ mediaType: 'jpeg', name: 'a.pdf' })] }],
    ['1.a.Data.csv', { title: 'Data', files: [fileWith({ mediaType: 'lainnya', name: 'data.CSV' })] }],
    ['1.a.Data.bin', { title: 'Data', files: [fileWith({ mediaType: 'lainnya', name: 'data.exe' })] }],
    ['1.a.Data.bin', { title: 'Data', files: [fileWith({ mediaType: 'lainnya', name: 'data' })] }],
  ])('%s', (expected, document) => {
    expect(ministryFileNames(1, [citationWith(document)])).toEqual([expected])
  })

  it('has the letter of the citation, and aa after z', () => {
    const citations = Array.from({ length: 28 }, (_, at) =>
      citationWith({ title: 'SK', files: [fileWith({ sha256: String(at).padStart(64, '0') })] }),
    )
    const names = ministryFileNames(40, citations)
    expect([names[0], names[25], names[26], names[27]]).toEqual([
      '40.a.SK.pdf',
      '40.z.SK.pdf',
      '40.aa.SK.pdf',
      '40.ab.SK.pdf',
    ])
  })

  it('is one for a file cited twice, and none where there is no file to give', () => {
    const citations = [
      citationWith({ title: 'SK' }),
      citationWith({ title: 'Video', files: [] }),
      citationWith({ title: 'DPA', confidential: true }),
      citationWith({ title: 'SK' }),
    ]
    expect(ministryFileNames(3, citations)).toEqual(['3.a.SK.pdf', undefined, undefined, '3.a.SK.pdf'])
  })

  it('stands in FAKTA after the place', () => {
    const citations = [
      citationWith({ title: 'SK Tim' }, { label: 'Diktum 2', pages: '3', remark: 'susunan tim' }),
      citationWith({ title: 'DPA', confidential: true }, { pages: '9' }),
    ]
    expect(factReferences(2, citations)).toEqual([
      'SK Tim, Diktum 2, hlm. 3, berkas 2.a.SK-Tim.pdf: susunan tim',
      'DPA, ditunjukkan saat interviu',
    ])
  })

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom('CON', 'nul', 'a'.repeat(300), 'Peraturan Bupati tentang ', '../..\\', ' . ', 'tentang'),
  )
  const document = fc.record({
    title: text,
    number: text,
    date: fc.constantFrom('', '2022', '2022-03', '2022-03-01'),
  })
  const cited = fc.tuple(document, fc.constantFrom(...MEDIA_TYPES), text, fc.nat(30))

  it('is short, plain, safe on Windows and unlike every other of the indicator, whatever the document says', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(cited, { minLength: 1, maxLength: 60 }),
        (number, documents) => {
          const citations = documents.map(([facts, mediaType, name, file]) =>
            citationWith({
              ...facts,
              files: [fileWith({ mediaType, name, sha256: String(file).padStart(64, '0') })],
            }),
          )
          const names = ministryFileNames(number, citations).map((name) => name ?? '')
          for (const name of names) {
            expect(name.length).toBeLessThanOrEqual(MINISTRY_NAME_LIMIT)
            expect(name).toMatch(/^\d+\.[a-z]+\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.[a-z0-9]+$/)
          }
          const files = new Set(documents.map(([, , , file]) => file))
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(files.size)
        },
      ),
    )
  })
})
