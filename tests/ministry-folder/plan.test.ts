import { describe, expect, it } from 'vitest'
import { indexBook, pathOf } from '../../src/ministry-folder/index-book'
import { planFolder } from '../../src/ministry-folder/plan'
import { CHOICE, folderOf, sha256Of } from './fixture'

const scan = Buffer.from('hasil pindai')
const photo = Buffer.alloc(600_000, 7)
const secret = Buffer.from('rahasia')

const documents = {
  perbup: { title: 'Peraturan Bupati tentang SPBE', number: '12', date: '2022-05-03' },
  foto: { title: 'Foto rapat' },
  dpa: { title: 'DPA' },
  kembar: { title: 'Salinan DPA' },
  jauh: { title: 'Di laptop lain' },
  video: { title: 'Video', shownAtInterview: true },
  laman: { title: 'Laman', link: 'https://contoh.go.id' },
}

const { input } = folderOf({
  documents,
  cited: [
    ['I01', 'perbup'],
    ['I01', 'dpa'],
    ['I01', 'perbup'],
    ['I01', 'kembar'],
    ['I02', 'foto'],
    ['I02', 'jauh'],
    ['I02', 'video'],
    ['I02', 'laman'],
  ],
  files: [
    { document: 'perbup', bytes: scan, facts: { pages: 8, textLayer: 'tidak-ada' } },
    { document: 'foto', bytes: photo, mediaType: 'jpeg' },
    { document: 'dpa', bytes: secret },
    { document: 'kembar', bytes: secret },
    { document: 'jauh', bytes: Buffer.from('jauh'), away: true },
  ],
  confidential: ['dpa'],
})

describe('the plan of the ministry folder', () => {
  const plan = planFolder(input, CHOICE)
  const [first, second] = plan.folders

  it('has a folder for each indicator with something in it, and counts the others', () => {
    expect(plan.folders.map(({ name }) => name)).toEqual([
      '01-Kebijakan-Arsitektur-SPBE',
      '02-Kebijakan-Peta-Rencana-SPBE',
    ])
    expect(plan.leftOut.blank).toBe(input.placed.length - 2)
    expect(plan.bytes).toBe(scan.length + photo.length)
  })

  it('takes a file along once for an indicator, under its first letter', () => {
    expect(first?.files.map(({ name }) => name)).toEqual(['1.a.Perbup-12-2022-SPBE.pdf'])
    expect(first?.citations.map(({ letter, file }) => [letter, file?.name])).toEqual([
      ['a', '1.a.Perbup-12-2022-SPBE.pdf'],
      ['b', undefined],
      ['c', '1.a.Perbup-12-2022-SPBE.pdf'],
      ['d', undefined],
    ])
  })

  it('keeps confidential bytes here, also under another document, and says so in note and index', () => {
    expect(first?.citations[1]?.instead).toBe('ditunjukkan saat interviu')
    expect(first?.citations[3]?.instead).toBe('ditunjukkan saat interviu')
    expect(first?.note).toBe(
      [
        'FAKTA',
        '1. Peraturan Bupati tentang SPBE Nomor 12 Tahun 2022, hlm. 3, berkas 1.a.Perbup-12-2022-SPBE.pdf',
        '2. DPA, ditunjukkan saat interviu',
        '3. Peraturan Bupati tentang SPBE Nomor 12 Tahun 2022, hlm. 3, berkas 1.a.Perbup-12-2022-SPBE.pdf',
        '4. Salinan DPA, ditunjukkan saat interviu',
        '',
        'ANALISIS',
        'Sudah\nterpadu.',
      ].join('\n'),
    )
    expect(plan.leftOut.confidential).toBe(2)
  })

  it('lets them go where that was ticked, named in the note', () => {
    const open = planFolder(input, { ...CHOICE, withConfidential: true })
    expect(open.folders[0]?.files.map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['1.a.Perbup-12-2022-SPBE.pdf', sha256Of(scan)],
      ['1.b.DPA.pdf', sha256Of(secret)],
    ])
    expect(open.folders[0]?.note).toContain('2. DPA, hlm. 3, berkas 1.b.DPA.pdf')
    expect(open.leftOut.confidential).toBe(0)
  })

  it('tells what stays and why', () => {
    expect(second?.citations.map(({ instead }) => instead)).toEqual([
      '',
      'berkasnya tidak ada di komputer ini',
      'ditunjukkan saat interviu',
      'https://contoh.go.id',
    ])
    expect(plan.leftOut).toMatchObject({ notHere: ['berkas 4.pdf'], withoutFile: 2 })
  })

  it('warns of types, scans and sizes, and shrinks large photos where wished', () => {
    expect(first?.files[0]?.warnings).toEqual(['no-text'])
    expect(second?.files[0]).toMatchObject({ warnings: ['type'], shrinks: false })
    const small = planFolder(input, { withConfidential: false, sizeLimit: 500_000, smallerPhotos: true })
    expect(small.folders[1]?.files[0]).toMatchObject({ warnings: ['type', 'size'], shrinks: true })
  })

  it('is told in an index, with the sizes and hashes of what was written', () => {
    const file = second?.files[0]
    if (!second || !file) throw new Error('no photo')
    const path = pathOf(second, file.name)
    const made = { path, size: 40, sha256: 'f'.repeat(64), isSmallerCopy: true }
    const facts = {
      title: 'Map',
      author: '',
      instrument: 'SPBE',
      appVersion: '1',
      sizeLimit: 9,
      madeAt: '2025-06-12T09:15',
    }
    const [sheet] = indexBook(facts, plan.folders, new Map([[path, made]])).sheets
    const rows = sheet?.rows.map((row) => row.map(({ value }) => value)) ?? []
    expect(rows).toHaveLength(1 + 8)
    expect(rows[1]?.slice(0, 6)).toEqual([
      1,
      'Kebijakan Arsitektur SPBE',
      'a',
      'Peraturan Bupati tentang SPBE',
      '12',
      { day: '2022-05-03' },
    ])
    expect(rows[1]?.[9]).toBe(8)
    expect(rows[1]?.[10]).toBe('hasil pindai tanpa lapisan teks')
    expect(rows[2]?.[7]).toBe('ditunjukkan saat interviu')
    expect(rows[5]?.slice(6)).toEqual([
      '02-Kebijakan-Peta-Rencana-SPBE',
      '2.a.Foto-rapat.jpg',
      40,
      null,
      'bukan pdf, zip, atau rar',
      'salinan lebih kecil',
      'f'.repeat(64),
    ])
  })
})
