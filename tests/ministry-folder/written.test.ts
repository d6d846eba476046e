import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findZipFault, type MeantEntry } from '../../src/handover/files/check-zip'
import { zipBytes } from '../../src/handover/files/zip-writer'
import { folderEntries, type FolderSource } from '../../src/ministry-folder/files/folder-entries'
import { planFolder } from '../../src/ministry-folder/plan'
import { readWorkbook, ROW_LIMIT } from '../../src/spreadsheet/files/read-xlsx'
import { CHOICE, folderOf, sha256Of } from './fixture'

const folder = mkdtempSync(join(tmpdir(), 'spbe-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = [
  Buffer.from('satu'),
  Buffer.alloc(0),
  Buffer.alloc(5_000_000, 3),
  Buffer.alloc(700_000, 9),
] as const
const { input, bytes } = folderOf({
  documents: Object.fromEntries(files.map((_, at) => [`d${at}`, { title: `Surat ${at} “ḥ”` }])),
  cited: files.map((_, at) => [at < 2 ? 'I01' : 'I10', `d${at}`] as const),
  files: files.map((content, at) => ({
    document: `d${at}`,
    bytes: content,
    mediaType: at === 3 ? ('jpeg' as const) : ('pdf' as const),
  })),
})
const source: FolderSource = {
  facts: {
    title: 'Map',
    author: '',
    instrument: 'SPBE',
    appVersion: '1',
    sizeLimit: 9,
    madeAt: '2025-06-12T09:15',
  },
  folders: planFolder(input, { ...CHOICE, smallerPhotos: true }).folders,
  bytes,
}
const copy = new Blob(['kecil'])

async function written(): Promise<{ zip: Blob; meant: MeantEntry[] }> {
  const meant: MeantEntry[] = []
  async function* entries() {
    for await (const entry of folderEntries(source, () => Promise.resolve(copy))) {
      meant.push({ path: entry.path, size: entry.size, crc32: entry.crc32 })
      yield entry
    }
  }
  const pieces: BlobPart[] = []
  for await (const piece of zipBytes(entries(), new Date(2025, 5, 12))) pieces.push(piece)
  return { zip: new Blob(pieces), meant }
}

test('the folder opens in other programs with every byte, its hashes hold, and it reads as it was meant', async () => {
  const { zip, meant } = await written()
  let read = 0
  expect(await findZipFault(zip, meant, (more) => (read += more))).toBeNull()
  expect(read).toBe(meant.reduce((sum, { size }) => sum + size, 0))
  expect(meant.map(({ path }) => path)).toEqual([
    '01-Kebijakan-Arsitektur-SPBE/1.Catatan.txt',
    '01-Kebijakan-Arsitektur-SPBE/1.a.Surat-0-h.pdf',
    '01-Kebijakan-Arsitektur-SPBE/1.b.Surat-1-h.pdf',
    '10-Kebijakan-Tim-Koordinasi-SPBE/10.Catatan.txt',
    '10-Kebijakan-Tim-Koordinasi-SPBE/10.a.Surat-2-h.pdf',
    '10-Kebijakan-Tim-Koordinasi-SPBE/10.b.Surat-3-h.jpg',
    '00-Indeks.xlsx',
    'SHA256SUMS.txt',
  ])

  const path = join(folder, 'map.zip')
  writeFileSync(path, Buffer.from(await zip.arrayBuffer()))
  execFileSync('unzip', ['-tqq', path])
  const python = 'import sys,zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())'
  expect(execFileSync('python3', ['-c', python, path]).toString().trim()).toBe('None')
  execFileSync('unzip', ['-qq', path, '-d', folder])
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS.txt'], { cwd: folder })
  const at = (name: string) => readFileSync(join(folder, name))
  expect(at('10-Kebijakan-Tim-Koordinasi-SPBE/10.b.Surat-3-h.jpg').toString()).toBe('kecil')
  expect(sha256Of(at('10-Kebijakan-Tim-Koordinasi-SPBE/10.a.Surat-2-h.pdf'))).toBe(sha256Of(files[2]))
  expect(at('01-Kebijakan-Arsitektur-SPBE/1.Catatan.txt').toString()).toMatch(
    /^FAKTA\r\n1\. .*\r\n\r\nANALISIS\r\nSudah\r\nterpadu\.\r\n$/s,
  )
})

test('another byte in a header, a file or the directory is found, and a ZIP cut off', async () => {
  const { zip, meant } = await written()
  const whole = new Uint8Array(await zip.arrayBuffer())
  const text = Buffer.from(whole)
  const inDirectory = text.lastIndexOf('10.a.')
  for (const place of [0, 30, 100, 3_000_000, text.indexOf('10.a.'), inDirectory, inDirectory - 60]) {
    const changed = whole.slice()
    changed[place] = (changed[place] ?? 0) ^ 0x20
    expect(await findZipFault(new Blob([changed]), meant, () => undefined)).not.toBeNull()
  }
  expect(await findZipFault(zip.slice(0, -1), meant, () => undefined)).toBe('')
  expect(await findZipFault(new Blob([]), meant, () => undefined)).toBe('')
  expect(await findZipFault(zip, meant.slice(1), () => undefined)).toBe('')
})

test('a file whose bytes are not here is an error, not a gap', async () => {
  const entries = folderEntries({ ...source, bytes: new Map() }, () => Promise.resolve(null))
  await entries.next()
  await expect(entries.next()).rejects.toThrow('no bytes for 01-')
})

test('more citations than other people may send in a sheet are all in the index', async () => {
  const cited = Array.from({ length: ROW_LIMIT + 500 }, (_, at) => ['I01', `d${at % 7}`] as const)
  const documents = Object.fromEntries([...Array(7).keys()].map((at) => [`d${at}`, { title: `Surat ${at}` }]))
  const many = folderOf({ documents, cited, files: [] })
  const { folders } = planFolder(many.input, CHOICE)
  let index: Blob | null = null
  for await (const { path, bytes } of folderEntries({ ...source, folders, bytes: many.bytes }, () =>
    Promise.resolve(null),
  ))
    if (path === '00-Indeks.xlsx') index = bytes
  const reading = await readWorkbook(new Uint8Array((await index?.arrayBuffer()) ?? []), cited.length + 1)
  expect(reading.status === 'read' && reading.book.sheets[0]?.rows.length).toBe(cited.length + 1)
})
