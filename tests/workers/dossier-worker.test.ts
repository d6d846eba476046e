/** The worker that makes dossiers, as a whole, of files and names that are not as they should be. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { getDocument } from '../report/pdf/pdfjs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MediaType } from '../../src/answers/fields'
import { STRIP } from '../../src/dossier/files/annex-sheet'
import { USUAL_OPTIONS } from '../../src/dossier/options'
import { NOTHING_FOUND } from '../../src/evidence/file-facts'
import { PT } from '../../src/report/pdf/geometry'
import type { Database } from '../../src/storage/database'
import { addFiles } from '../../src/storage/add-files'
import type { DossierMaking, DossierRequest } from '../../src/workers/dossier-job'
import type { Reply } from '../../src/workers/job'
import { complaintsByPoppler, detached } from '../dossier/detach'
import { darkestNear, differenceOf, dotAt, drawFirst, drawPages, type Drawn } from '../dossier/drawn'
import { dossierFixture, sha256Of, type Cite, type CitedDocument } from '../dossier/fixture'
import { followLinks, type Followed, type FollowedClaim } from '../dossier/follow-links'
import * as files from '../dossier/made-files'
import { fontlessPdf, scannedPdf } from '../e2e/pool-files'
import { damaged, manyPages, pdf, png } from '../evidence/hostile-files'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { readBack, type ReadBookmark, type ReadReport } from '../report/pdf/read-back'
import { freshBrowser, freshDatabase, NOW } from '../storage/fresh'
import { WorkerInPlace } from './worker-in-place'

// Tests of other workers share the process.
afterAll(freshBrowser)

interface Made {
  readonly making: DossierMaking & { status: 'made' }
  readonly bytes: Uint8Array
}

/** Bytes that lie in the place of those of a document, by its id. */
type Others = Readonly<Record<string, Uint8Array>>

/** Lays the files into the browser's database, some with other bytes than they came in with, and has the worker do its work. */
async function make(
  documents: readonly CitedDocument[],
  cites: readonly Cite[],
  {
    originalsInside,
    others,
    institution,
    volumeSize = USUAL_OPTIONS.volumeSize,
  }: { originalsInside: boolean; others: Others; institution?: string; volumeSize?: number },
): Promise<Made> {
  const { input } = dossierFixture(documents, cites, institution === undefined ? {} : { institution })
  const database = await freshDatabase()
  await keep(database, documents, others)
  database.close()
  const indicators = [...input.evidence.citations.keys()]
  const options = { ...USUAL_OPTIONS, indicators, originalsInside, volumeSize }
  const result = await workOn({ input, options, workshopFile: 'berkas', folder: null })
  if (result.status !== 'made' || !result.file) throw new Error(result.status)
  return { making: result, bytes: new Uint8Array(await result.file.arrayBuffer()) }
}

function keep(
  database: Database,
  documents: readonly CitedDocument[],
  others: Others = {},
): Promise<unknown> {
  const kept = documents.flatMap(({ id, file }) => {
    if (!file) return []
    const { bytes, mediaType, facts } = file
    const known = { sha256: sha256Of(bytes), size: bytes.length, crc32: crc32(bytes), mediaType }
    const row = { ...known, addedAt: NOW, facts: { ...NOTHING_FOUND, ...facts }, unusedSince: null }
    return [{ row, bytes: new Blob([new Uint8Array(others[id] ?? bytes)]) }]
  })
  return addFiles(database, kept)
}

const scope = globalThis as unknown as {
  onmessage: (event: { data: DossierRequest }) => void
  postMessage: (reply: Reply<DossierMaking>) => void
}
/** What the worker has put there; it is read once. */
let listening: (typeof scope)['onmessage'] | undefined

/**
 * A browser with room, or one that tells nothing of it, and without a private folder of its own: the worker then works in
 * memory.
 */
async function workOn(data: DossierRequest, quota: number | null = 1e9): Promise<DossierMaking> {
  const storage = { estimate: () => Promise.resolve({ quota, usage: 0 }) }
  vi.stubGlobal('navigator', quota === null ? {} : { storage })
  vi.stubGlobal('Worker', WorkerInPlace)
  try {
    if (!listening) {
      await import('../../src/workers/dossier-worker')
      listening = scope.onmessage
    }
    const answer = new Promise<DossierMaking>((resolve, reject) => {
      scope.postMessage = (reply) => {
        if (reply.kind === 'done') resolve(reply.result)
        if (reply.kind === 'failed') reject(new Error(reply.message))
      }
    })
    listening({ data })
    return await answer
  } finally {
    vi.unstubAllGlobals()
  }
}

const file = (
  id: string,
  bytes: Uint8Array,
  pages: number | null = null,
  mediaType: MediaType = 'pdf',
  fields: CitedDocument['fields'] = {},
): CitedDocument => ({
  ...{ id, fields },
  file: { name: fields.title ?? `${id}.${mediaType}`, mediaType, bytes, facts: { pages } },
})

/** Characters that steer, turn the direction of writing, or are nothing at all. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

const script = '<script>alert(1)</script>'
/** 300 characters that nobody should write. */
function hostile(id: string): string {
  const text = `\u0000\u0007${id} A\u202eB\u200f ${script}\n../..\\C:\u0085\u2028\u009f (((%s \ufeff/URI ) `
  return text + 'kata '.repeat(60).slice(0, 300 - text.length)
}

/** A PDF as it came in, and as long a one that lies there now. */
const cameIn = pdf({ pages: ['Naskah satu', 'Naskah yang asli'] })
const liesThere = pdf({ pages: ['Naskah satu', 'Naskah yang lain'] })

const NOT_HERE = 'Berkasnya tidak ada di komputer tempat berkas asesor ini dibuat.'
/** What is looked at as it is drawn. */
const DRAWN = ['jbig2', 'jpx', 'fon', 'jepang', 'cetak', 'titik', 'pita']
const LONG_SIDE = 20_000

describe('a dossier with originals inside, of files that are not as they should be', () => {
  const table = new TextEncoder().encode('PK an office file as far as its name and kind go')
  const jbig2 = scannedPdf('JBIG2Decode')
  const jpx = scannedPdf('JPXDecode')
  const fontless = fontlessPdf()
  let standard: Uint8Array
  let result: Made
  let read: ReadReport
  let followed: Followed
  let drawn: ReadonlyMap<string, Drawn>
  let kept: readonly CitedDocument[]
  let changedOnes: readonly CitedDocument[]

  beforeAll(async () => {
    const name = (id: string) => ({
      title: hostile(id),
      number: hostile('nomor'),
      issuer: hostile('penerbit'),
    })
    standard = await files.standardFontsPdf()
    const three = await files.textPdf('Naskah', 3)
    kept = [
      file('tiga', three, 3, 'pdf', { ...name('tiga'), link: `javascript:${hostile('alamat')}` }),
      file('jbig2', jbig2, 1),
      file('jpx', jpx, 1),
      file('fon', standard, 1),
      file('jepang', fontless, 1),
      file('cetak', files.cmykJpeg, null, 'jpeg'),
      file('titik', png(1, 1), null, 'png', name('titik')),
      file('pita', files.wideJpeg(LONG_SIDE, 100), null, 'jpeg'),
      file('luas', png(2, 2, { width: LONG_SIDE, height: LONG_SIDE }), null, 'png'),
    ]
    changedOnes = [file('lain', cameIn, 2), file('tabel', table, null, 'xlsx')]
    const documents = [...kept, ...changedOnes]
    const cites = documents.map(({ id }): Cite => ['I01', id, id === 'tiga' ? '2, 99' : '1'])
    cites.push(['I02', 'tiga', '99', { label: hostile('bab'), remark: hostile('uraian') }])
    result = await make(documents, cites, {
      originalsInside: true,
      others: { lain: liesThere, tabel: table.toReversed() },
      institution: hostile('instansi'),
    })
    read = await readBack(result.bytes)
    followed = followLinks(read)
    // All in one go: pdf.js takes longer to open a volume than to draw a page.
    const pages = await drawPages(result.bytes, DRAWN.map(pageOf))
    drawn = new Map(DRAWN.flatMap((id, index) => (pages[index] ? [[id, pages[index]] as const] : [])))
  })

  const claim = (mark: string): FollowedClaim => {
    const found = followed.claims.find((one) => one.mark === mark)
    if (!found) throw new Error(`no claim ${mark}`)
    return found
  }
  const markOf = (id: string) => `1.${'abcdefghijk'.charAt(kept.findIndex((one) => one.id === id))}`
  const pageOf = (id: string) => read.pages.indexOf(claim(markOf(id)).proof) + 1
  const drawnPage = (id: string): Drawn => {
    const page = drawn.get(id)
    if (!page) throw new Error(`no page of ${id}`)
    return page
  }

  test('is sound to others, and every link leads where it says', () => {
    expect(faultsByQpdf(result.bytes)).toBe('')
    expect(complaintsByPoppler(result.bytes)).toBe('')
    expect(followed.faults).toEqual([])
    expect(followed.claims).toHaveLength(12)
  })

  test('treats what has other bytes than it came in with as what is not here, and says so', () => {
    const missing = read.pages.filter(({ text }) => text.includes(NOT_HERE)).map(({ text }) => text)
    expect(missing.map((text) => /^Lampiran 1\.[a-z]+/.exec(text)?.[0])).toEqual([
      'Lampiran 1.j',
      'Lampiran 1.k',
    ])
    for (const [index, { file }] of changedOnes.entries()) {
      expect(missing[index]).toContain('Dilampirkan Hanya lembar ini')
      expect(missing[index]?.replaceAll(' ', '')).toContain(sha256Of(file?.bytes ?? new Uint8Array()))
    }
    expect(read.pages.map(({ text }) => text).join()).not.toContain('Naskah yang')
    expect(result.making.volumes[0]?.originals).toBe(kept.length)
    const given = [...detached(result.bytes).values()].map((bytes) => sha256Of(bytes))
    expect(given.sort()).toEqual(kept.map(({ file }) => sha256Of(file?.bytes ?? new Uint8Array())).sort())
  })

  test('has names and titles without what steers, wherever they stand', async () => {
    expect(result.making.volumes[0]?.name).toMatch(/^Berkas-Asesor-SPBE-2025-[A-Za-z0-9-]{1,30}\.pdf$/)
    const hostileName = 'A-B-script-alert-1-script-C-s-URI-kata-2024'
    expect([...detached(result.bytes).keys()]).toEqual([
      `1.a.tiga-${hostileName}.pdf`,
      ...['1.b.Dokumen-jbig2-2024.pdf', '1.c.Dokumen-jpx-2024.pdf', '1.d.Dokumen-fon-2024.pdf'],
      ...['1.e.Dokumen-jepang-2024.pdf', '1.f.Dokumen-cetak-2024.jpg', `1.g.titik-${hostileName}.png`],
      ...['1.h.Dokumen-pita-2024.jpg', '1.i.Dokumen-luas-2024.png'],
    ])
    const titles = read.outline.flatMap(titlesIn)
    const listed = await attachmentsIn(result.bytes)
    const pieces = read.pages.flatMap(({ pieces }) => pieces.map(({ text }) => text))
    for (const text of [...pieces, ...titles, ...listed]) expect(text).not.toMatch(UNSEEN)
    for (const texts of [titles, listed]) expect(texts.join()).toContain(`tiga AB ${script}`)
    for (const id of ['tiga', 'nomor', 'penerbit', 'alamat', 'titik', 'instansi', 'bab', 'uraian'])
      expect(
        read.pages.some(({ text }) => text.includes(`${id} AB ${script}`)),
        id,
      ).toBe(true)
  })

  test('leads to the page that exists of those a citation names, and says that the other does not', () => {
    const { proof, filePage, sheet } = claim('1.a')
    expect(filePage).toBe(2)
    expect(proof.text).toContain('Naskah halaman asli 2 dari 3')
    expect(claim('2.a')).toMatchObject({ filePage: null, proof: sheet })
    const said = read.pages.filter(({ text }) => text.includes('(halaman tidak ada pada berkas)'))
    expect(said.length).toBeGreaterThan(1)
  })

  test.each([
    ['jbig2', jbig2],
    ['jpx', jpx],
    ['jepang', fontless],
  ])('draws a page as its file does: %s', async (id, original) => {
    const alone = await drawFirst(original)
    const annexed = drawnPage(id)
    expect([...dotAt(alone, 50, 100), ...dotAt(alone, 190, 20)]).toEqual([0, 0, 0, 255, 255, 255])
    expect(differenceOf(alone, annexed, (annexed.width - alone.width) / 2)).toBeLessThan(0.5)
  })

  test('has the words of a page that brings no fonts of its own', async () => {
    const own = (await readBack(standard)).pages[0]?.text ?? ''
    expect(own).toContain('Pasal 4 dalam Times-Italic')
    expect(claim(markOf('fon')).proof.text).toContain(own)
    expect(differenceOf(await drawFirst(standard), drawnPage('fon'), 0)).toBeLessThan(0.5)
  })

  test('shows printing colours, a single dot and a very wide picture; what is too large has its sheet', () => {
    const middle = (id: string) => {
      const page = drawnPage(id)
      return darkestNear(page, page.width / 2, (page.height - STRIP / PT) / 2)
    }
    // Red: yellow and magenta. The other way round it would be blue and green.
    expect(middle('cetak')).toEqual([211, 70, 48])
    expect(middle('pita')).toEqual([128, 128, 128])
    expect(Math.max(...middle('titik'))).toBeLessThan(200)
    expect(claim(markOf('luas'))).toMatchObject({ filePage: null })
    expect(claim(markOf('luas')).sheet.text).toContain(
      'Gambar ini terlalu besar untuk disajikan sebagai halaman.',
    )
    expect(claim(markOf('luas')).proof).toBe(claim(markOf('luas')).sheet)
  })
})

test('also without originals inside, no page of a changed file stands under the hash of another', async () => {
  const documents = [file('lain', cameIn, 2)]
  const made = await make(documents, [['I01', 'lain', '2']], {
    originalsInside: false,
    others: { lain: liesThere },
  })
  expect(faultsByQpdf(made.bytes)).toBe('')
  const { pages } = await readBack(made.bytes)
  expect(pages.filter(({ text }) => text.includes(NOT_HERE))).toHaveLength(1)
  expect(pages.filter(({ text }) => text.includes('Naskah yang'))).toHaveLength(0)
})

test('all hostile files come into one dossier: each as its pages or as a sheet, and each original as it is', async () => {
  const pdfs: Readonly<Record<string, Uint8Array>> = {
    ...{ kotak: await files.oddPages(), sibuk: await files.busyPdf(), potongan: await files.pieces() },
    ...{ pemilik: await files.lockedPdf('owner'), terkunci: await files.lockedPdf('user') },
    ...{ isi: await files.swollenPdf('content'), benda: await files.swollenPdf('objects') },
    ...{ gelang: files.ring, pindai: scannedPdf('JBIG2Decode'), jpx: scannedPdf('JPXDecode') },
    ...{ tanpafon: fontlessPdf(), banyak: manyPages().bytes },
    ...Object.fromEntries(Object.entries(damaged).map(([name, one]) => [`rusak-${name}`, one.bytes])),
  }
  const pictures: Readonly<Record<string, Uint8Array>> = {
    ...{ cetak: files.cmykJpeg, lebar: files.wideJpeg(LONG_SIDE, 100), putar: files.turnedJpeg(6) },
  }
  // Nobody has looked into any of them.
  const documents = [
    ...Object.entries(pdfs).map(([id, bytes]) => file(id, bytes, null, 'pdf', { title: hostile(id) })),
    ...Object.entries(pictures).map(([id, bytes]) => file(id, bytes, null, 'jpeg')),
    ...[
      file('titik', png(1, 1), null, 'png'),
      file('luas', png(2, 2, { width: 20_000, height: 20_000 }), null, 'png'),
    ],
  ]
  const cites = documents.map(({ id }, index): Cite => [
    `I0${1 + (index % 9)}`,
    id,
    id === 'banyak' ? '1, 2500, 5000' : '1',
  ])
  const { making, bytes } = await make(documents, cites, { originalsInside: true, others: {} })
  expect(faultsByQpdf(bytes)).toBe('')
  expect(complaintsByPoppler(bytes)).toBe('')
  const { faults, claims } = followLinks(await readBack(bytes))
  expect(faults).toEqual([])
  expect(claims).toHaveLength(documents.length)
  const asSheets = claims.filter(({ proof, sheet }) => proof === sheet)
  const named = asSheets.map(({ sheet }) => /^Lampiran \S+ (?:Dokumen )?(\S+)/.exec(sheet.text)?.[1])
  // What is cut off, locked, unpacks without an end, leads back to itself, is too large, or another kind than it says.
  expect(named.sort()).toEqual([
    ...['benda', 'gelang', 'isi', 'luas', 'rusak-huge', 'rusak-pngCalledPdf', 'rusak-truncated'],
    ...['rusak-turned', 'rusak-userLocked', 'terkunci'],
  ])
  const given = [...detached(bytes).values()].map((own) => sha256Of(own)).sort()
  // Two have the same bytes, which are inside once.
  const originals = new Set(documents.map((one) => sha256Of(one.file?.bytes ?? new Uint8Array())))
  expect(given).toEqual([...originals].sort())
  expect(making.volumes.map((volume) => volume.originals)).toEqual([originals.size])
})

test('what turns out larger than a volume may be is cut anew, and leaves in a ZIP that others open', async () => {
  const uneven = await files.unevenPdf(40, 31)
  expect(uneven.length).toBeGreaterThan(300_000)
  const other = await files.unevenPdf(41, 31)
  const documents = [file('satu', uneven, 40), file('dua', other, 41)]
  // Of forty pages two are cited: they pass for a twentieth of the file.
  const cites: Cite[] = [
    ['I01', 'satu', '31'],
    ['I02', 'dua', '31'],
  ]
  const volumeSize = 450_000
  const made = await make(documents, cites, { originalsInside: false, others: {}, volumeSize })
  const { volumes } = made.making
  expect(volumes.map(({ indicators, oversized }) => [indicators, oversized])).toEqual([
    ['1', false],
    ['2', false],
  ])
  for (const { size } of volumes) expect(size).toBeLessThan(volumeSize)
  const folder = mkdtempSync(join(tmpdir(), 'spbe-dossier-'))
  try {
    writeFileSync(join(folder, 'berkas.zip'), made.bytes)
    execFileSync('unzip', ['-qq', join(folder, 'berkas.zip'), '-d', folder])
    for (const { name, sha256, size } of volumes) {
      const bytes = readFileSync(join(folder, name))
      expect([bytes.length, sha256Of(bytes)]).toEqual([size, sha256])
      expect(faultsByQpdf(bytes)).toBe('')
    }
    expect(readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')).toBe(made.making.sums)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('room is asked for what is joined and for all that is handed over, but not in the browser for what goes into a folder', async () => {
  const documents = [
    file('kecil', pdf({ pages: ['Satu'] }), 1),
    file('besar', new Uint8Array(5_000_000), null, 'zip'),
  ]
  const { input } = dossierFixture(documents, [
    ['I01', 'kecil', '1'],
    ['I01', 'besar'],
  ])
  const database = await freshDatabase()
  await keep(database, documents)
  database.close()
  const options = { ...USUAL_OPTIONS, indicators: ['I01'], originalsInside: true }
  const request = { input, options, workshopFile: 'berkas', folder: null }
  // Little is free: all that is needed is told.
  const needed = async (folder: FileSystemDirectoryHandle | null) => {
    const making = await workOn({ ...request, folder }, 1000)
    if (making.status !== 'no-room') throw new Error(making.status)
    expect(making.free).toBe(1000)
    return making.needed
  }
  const asFile = await needed(null)
  const inFolder = await needed({} as FileSystemDirectoryHandle)
  const joined = inFolder - 20_000_000
  expect(joined).toBeGreaterThan(0)
  expect(joined).toBeLessThan(1_000_000)
  expect(asFile - inFolder - joined).toBeGreaterThan(5_000_000)
  expect(asFile - inFolder - joined).toBeLessThan(5_010_000)
})

test('a browser that tells nothing of its room is not asked for it', async () => {
  const { input } = dossierFixture([], [])
  const options = { ...USUAL_OPTIONS, indicators: ['I01'] }
  const request = { input, options, workshopFile: 'berkas', folder: null }
  expect((await workOn(request, null)).status).toBe('made')
})

function titlesIn({ title, children }: ReadBookmark): string[] {
  return [title, ...children.flatMap(titlesIn)]
}

/** Names of attachments and what is said of them. */
async function attachmentsIn(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const listed = (await (await task.promise).getAttachments()) as Record<
    string,
    { filename: string; description: string }
  >
  await task.destroy()
  return Object.values(listed).flatMap(({ filename, description }) => [filename, description])
}
