import { describe, expect, it } from 'vitest'
import type { Citation, EvidenceDocument } from '../../src/evidence/evidence'
import { citationLetter, documentName, placeOf, referenceOf } from '../../src/evidence/reference'

function documentWith(fields: Partial<EvidenceDocument>): EvidenceDocument {
  return {
    id: 'd1',
    title: '',
    kind: 'lainnya',
    number: '',
    date: '',
    issuer: '',
    confidential: false,
    link: '',
    shownAtInterview: false,
    files: [],
    removedFiles: [],
    ...fields,
  }
}

function citationWith(document: Partial<EvidenceDocument>, fields: Partial<Citation> = {}): Citation {
  return {
    id: 'c1',
    indicator: 'I01',
    document: documentWith(document),
    pages: '',
    label: '',
    level: null,
    remark: '',
    pdfPages: '',
    file: '',
    ...fields,
  }
}

describe('the name of a document', () => {
  it.each<[name: string, fields: Partial<EvidenceDocument>, expected: string]>([
    [
      'title, number and year apart',
      { title: 'Peraturan Bupati Contoh tentang SPBE', number: '12', date: '2021-05-03' },
      'Peraturan Bupati Contoh tentang SPBE Nomor 12 Tahun 2021',
    ],
    [
      'number and year already in the title',
      { title: 'Peraturan Bupati Contoh Nomor 12 Tahun 2021 tentang SPBE', number: '12', date: '2021-05-03' },
      'Peraturan Bupati Contoh Nomor 12 Tahun 2021 tentang SPBE',
    ],
    [
      'a decree whose number holds the year',
      {
        title: 'Keputusan Bupati tentang Tim Koordinasi SPBE',
        number: '188.45/12/HK/2023',
        date: '2023-02-01',
      },
      'Keputusan Bupati tentang Tim Koordinasi SPBE Nomor 188.45/12/HK/2023',
    ],
    [
      'a number typed with its word',
      { title: 'Peraturan Bupati Contoh tentang SPBE', number: 'Nomor 12', date: '2021' },
      'Peraturan Bupati Contoh tentang SPBE Nomor 12 Tahun 2021',
    ],
    [
      'a number typed with its word cut short',
      { title: 'Surat Edaran Sekretaris Daerah', number: 'No. 5', date: '2022' },
      'Surat Edaran Sekretaris Daerah No. 5 Tahun 2022',
    ],
    [
      'a number whose digits only happen to stand in the title',
      { title: 'Rencana Induk SPBE 2021–2026', number: '26', date: '2021-01-04' },
      'Rencana Induk SPBE 2021–2026 Nomor 26',
    ],
    ['a title alone', { title: 'Manual Aplikasi Contoh' }, 'Manual Aplikasi Contoh'],
    ['a date of a year only', { title: 'Laporan Reviu', date: '2024' }, 'Laporan Reviu Tahun 2024'],
    ['a number with signs of its own', { title: 'SOP', number: '(1+1)*', date: '' }, 'SOP Nomor (1+1)*'],
    ['no title yet', { number: '7', date: '2022-01' }, 'Dokumen tanpa judul Nomor 7 Tahun 2022'],
    ['nothing at all', {}, 'Dokumen tanpa judul'],
  ])('with %s', (_, fields, expected) => {
    expect(documentName(documentWith(fields))).toBe(expected)
  })
})

describe('the place in a document', () => {
  it.each([
    [{ label: 'Pasal 7–12', pages: '6–9' }, 'Pasal 7–12, hlm. 6–9'],
    [{ label: 'Bab III' }, 'Bab III'],
    [{ pages: '14' }, 'hlm. 14'],
    [{}, ''],
  ])('%j reads "%s"', (fields, expected) => {
    expect(placeOf(citationWith({}, fields))).toBe(expected)
  })
})

describe('the reference sentence', () => {
  it('names document, number, year, article and page', () => {
    const citation = citationWith(
      { title: 'Peraturan Bupati Contoh tentang SPBE', number: '12', date: '2021-05-03' },
      { label: 'Pasal 5 ayat (2)', pages: '14–22' },
    )
    expect(referenceOf(citation)).toBe(
      'Peraturan Bupati Contoh tentang SPBE Nomor 12 Tahun 2021, Pasal 5 ayat (2), hlm. 14–22',
    )
  })

  it('ends with the remark', () => {
    const citation = citationWith(
      { title: 'Notula rapat reviu', kind: 'notula-reviu', date: '2024-11' },
      { pages: '2', remark: 'rekomendasi nomor 3 ditindaklanjuti' },
    )
    expect(referenceOf(citation)).toBe(
      'Notula rapat reviu Tahun 2024, hlm. 2: rekomendasi nomor 3 ditindaklanjuti',
    )
  })

  it('says of a confidential document only that it is shown at the interview', () => {
    const citation = citationWith(
      { title: 'Laporan uji keamanan', date: '2024', confidential: true },
      { label: 'Bab II', pages: '7', remark: 'ringkasan temuan' },
    )
    expect(referenceOf(citation)).toBe('Laporan uji keamanan Tahun 2024, ditunjukkan saat interviu')
  })

  it('is just the name where no place is said', () => {
    expect(referenceOf(citationWith({ title: 'Video peragaan', kind: 'video' }))).toBe('Video peragaan')
  })

  it('keeps markup as text', () => {
    const citation = citationWith({ title: '<b>SK</b>' }, { label: '<script>' })
    expect(referenceOf(citation)).toBe('<b>SK</b>, <script>')
  })
})

describe('the letter of a citation', () => {
  it.each([
    [0, 'a'],
    [1, 'b'],
    [25, 'z'],
    [26, 'aa'],
    [27, 'ab'],
    [51, 'az'],
    [52, 'ba'],
    [701, 'zz'],
    [702, 'aaa'],
  ])('of place %s is %s', (index, letter) => {
    expect(citationLetter(index)).toBe(letter)
  })

  it('is never the same twice', () => {
    const letters = Array.from({ length: 1000 }, (_, index) => citationLetter(index))
    expect(new Set(letters).size).toBe(1000)
  })
})
