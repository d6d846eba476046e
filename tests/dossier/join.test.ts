import { crc32 } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { MediaType } from '../../src/answers/fields'
import { attachFiles, type Attachment } from '../../src/dossier/files/attach'
import { checkAttached } from '../../src/dossier/files/check-attached'
import { checkVolume } from '../../src/dossier/files/check-volume'
import { drawVolume } from '../../src/dossier/files/draw-volume'
import { isDrawnAlone, joinVolume, type JoinSources } from '../../src/dossier/files/join-volume'
import { jpegFacts } from '../../src/dossier/files/jpeg'
import { openOriginals } from '../../src/dossier/files/volume-attachments'
import { USUAL_OPTIONS } from '../../src/dossier/options'
import { planDossier } from '../../src/dossier/plan'
import { volumeModels } from '../../src/dossier/volume-model'
import type { FileFacts } from '../../src/evidence/file-facts'
import { isSigned } from '../../src/workers/signature'
import { createRereading } from '../../src/workers/volume-check'
import { scannedPdf } from '../e2e/pool-files'
import { png } from '../evidence/hostile-files'
import { fullAssessment, reportInputOf } from '../examples/full-assessment'
import { readBack, type ReadReport } from '../report/pdf/read-back'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { detached } from './detach'
import { colourAt, colouredBox, darkBox, drawPages } from './drawn'
import { followLinks } from './follow-links'
import { dossierFixture, sha256Of, type Cite, type CitedDocument, type DossierFixture } from './fixture'
import { WorkerInPlace } from '../workers/worker-in-place'
import * as made from './made-files'

async function join(fixture: DossierFixture, originalsInside = false) {
  const indicators = [...fixture.input.evidence.citations.keys()]
  const options = { ...USUAL_OPTIONS, indicators, originalsInside }
  const plan = planDossier(fixture.input, fixture.files, options)
  const [volume] = plan.volumes
  const [model] = volumeModels(plan)
  if (!volume || !model) throw new Error('no volume')
  const sources: JoinSources = {
    read: (sha256) => {
      const own = fixture.bytes.get(sha256)
      return Promise.resolve(own ? new Uint8Array(own) : null)
    },
    isSigned: (bytes) => isSigned(new Blob([bytes])),
    decode: () => Promise.resolve(null),
  }
  const parts: Uint8Array[] = []
  const joining = await joinVolume(
    volume,
    await drawVolume(model),
    sources,
    (bytes) => void parts.push(bytes.slice()),
  )
  return { joining, volume, bytes: new Uint8Array(Buffer.concat(parts)) }
}

function file(
  id: string,
  bytes: Uint8Array,
  facts: Partial<FileFacts>,
  mediaType: MediaType = 'pdf',
): CitedDocument {
  return { id, file: { name: `${id}.${mediaType}`, mediaType, bytes, facts } }
}

const CITES: readonly Cite[] = [
  ['I01', 'A', '2'],
  ['I01', 'B', '31'],
  ['I02', 'B', ''],
  ['I21', 'B', '14–16'],
  ['I47', 'A', '99'],
]

describe('the links of a dossier', () => {
  let read: ReadReport
  let bytes: Uint8Array
  let plan: Parameters<typeof checkVolume>[1]
  beforeAll(async () => {
    const [a, b] = await Promise.all([made.textPdf('Naskah A', 3), made.textPdf('Naskah B', 40)])
    const joined = await join(
      dossierFixture([file('A', a, { pages: 3 }), file('B', b, { pages: 40 })], CITES),
    )
    if (joined.joining.status !== 'joined') throw new Error('surprised')
    bytes = joined.bytes
    plan = joined.joining.plan
    read = await readBack(bytes)
  })

  const pageWith = (...words: string[]) => {
    const found = read.pages.flatMap(({ text }, index) =>
      words.every((word) => text.includes(word)) ? [index + 1] : [],
    )
    expect(found, words.join(' + ')).toHaveLength(1)
    return found[0] ?? 0
  }
  const linksOf = (page: number) => read.pages[page - 1]?.links.map((link) => link.page) ?? []

  test.each([
    ['Tingkat Kematangan Kebijakan Internal Arsitektur', 'Naskah A', 'halaman asli 2 dari 3'],
    ['Tingkat Kematangan Kebijakan Internal Arsitektur', 'Naskah B', 'halaman asli 31 dari 40'],
    ['Penerapan Manajemen Risiko', 'Naskah B', 'halaman asli 14 dari 40'],
  ])('lead from %s to %s, %s, and back', (claim, title, words) => {
    const target = pageWith(title, words)
    const claimed = read.pages.findIndex(
      ({ text, links }) => text.includes(claim) && links.some(({ page }) => page === target),
    )
    expect(claimed).toBeGreaterThan(0)
    const sheet = pageWith('Dirujuk oleh', `Dokumen ${title.slice(-1)} Tahun`)
    expect(linksOf(target)).toContain(sheet)
    expect(linksOf(sheet)).toContain(claimed + 1)
  })

  test('are all followed: claims, sheets, lists and bookmarks', () => {
    const { faults, claims, links } = followLinks(read)
    expect(faults).toEqual([])
    expect(claims.map(({ mark, filePage }) => [mark, filePage])).toEqual([
      ['1.a', 2],
      ['1.b', 31],
      ['2.a', null],
      ['21.a', 14],
      ['47.a', null],
    ])
    expect(links).toBe(plan.links + plan.bookmarks)
  })

  test('that lead elsewhere are found out', () => {
    const claims = pageWith('Penerapan Manajemen Risiko', '21.a', 'Tingkat diusulkan')
    const astray = read.pages.map((page, index) =>
      index + 1 === claims
        ? { ...page, links: page.links.map((link) => ({ ...link, page: link.page + 1 })) }
        : page,
    )
    expect(followLinks({ ...read, pages: astray }).faults).not.toEqual([])
  })

  test('lead to the sheet where no page is named, or one that does not exist', () => {
    const sheetA = pageWith('Dirujuk oleh', 'Dokumen A')
    expect(linksOf(pageWith('halaman tidak ada pada berkas', 'Tingkat diusulkan'))).toContain(sheetA)
    expect(read.pages[sheetA - 1]?.text).toContain('halaman tidak ada pada berkas')
  })

  test('begin at the top of the page, also where it is not A4', () => {
    const target = pageWith('Naskah B', 'halaman asli 31 dari 40')
    const tops = read.pages
      .flatMap(({ links }) => links.filter(({ page }) => page === target))
      .map(({ top }) => top)
    for (const top of tops) expect(top).toBeCloseTo(841.89 + (12 * 72) / 25.4, 0)
  })

  test('take along only the pages that are cited, and the first', () => {
    const pages = read.pages.flatMap(({ text }) => /halaman asli (\d+) dari 40/.exec(text)?.[1] ?? [])
    expect(pages).toEqual(['1', '14', '15', '16', '31'])
  })

  test('stand in the outline: domain, indicator, document', () => {
    const domain = read.outline.find(({ title }) => title.startsWith('Domain 1'))
    const indicator = domain?.children.find(({ title }) => title.startsWith('1 '))
    expect(indicator?.children.map(({ title, page }) => [title.slice(0, 13), page])).toEqual([
      ['1.a Dokumen A', pageWith('Naskah A', 'halaman asli 2 dari 3')],
      ['1.b Dokumen B', pageWith('Naskah B', 'halaman asli 31 dari 40')],
    ])
  })

  test('are counted again, and a volume that is not whole is found out', async () => {
    expect(faultsByQpdf(bytes)).toBe('')
    expect(await checkVolume(new Blob([new Uint8Array(bytes)]), plan)).toEqual({ status: 'sound' })
    const damaged: readonly Uint8Array[] = [
      bytes.slice(0, -200),
      bytes.slice(0, bytes.length / 2),
      bytes.map((byte, at) => (at === Math.floor(bytes.length / 3) ? byte ^ 0xff : byte)).slice(7),
    ]
    for (const one of damaged) {
      expect(faultsByQpdf(one)).not.toBe('')
      expect(await checkVolume(new Blob([new Uint8Array(one)]), plan)).toMatchObject({ status: 'broken' })
    }
    // Three claims lead to pages, two to sheets, and two rows of the list to their annexes.
    expect(plan.toAnnexes).toBe(CITES.length + 2)
    const lost = await checkVolume(new Blob([new Uint8Array(bytes)]), {
      ...plan,
      toAnnexes: CITES.length + 3,
    })
    expect(lost).toMatchObject({ status: 'broken', reason: expect.stringMatching(/^toAnnexes/) as string })
    const fewer = await checkVolume(new Blob([new Uint8Array(bytes)]), { ...plan, links: plan.links + 1 })
    expect(fewer).toMatchObject({ status: 'broken' })
  })
})

test('the years that were told are in a volume as in the report, with their bookmark', async () => {
  const fixture = dossierFixture([{ id: 'L', fields: { link: 'https://contoh.go.id' } }], [['I01', 'L']])
  const { years } = reportInputOf(fullAssessment)
  const { bytes } = await join({ ...fixture, input: { ...fixture.input, years } })
  const { pages, outline } = await readBack(bytes)
  const told = pages.filter(
    ({ text }) => text.includes('Tahun ke tahun') && text.includes('instrumen berganti'),
  )
  expect(told).toHaveLength(1)
  expect(
    outline.flatMap(function titles({ title, children }): string[] {
      return [title, ...children.flatMap(titles)]
    }),
  ).toContain('Tahun ke tahun')
})

test('of five thousand pages the cited ones are taken, within a minute', { timeout: 60_000 }, async () => {
  const of = 5000
  const cites: readonly Cite[] = [
    ['I01', 'A', '1'],
    ['I02', 'A', '2500'],
    ['I03', 'A', '4999–5000'],
  ]
  const long = file('A', await made.textPdf('Naskah panjang', of), { pages: of })
  const { joining, bytes } = await join(dossierFixture([long], cites))
  expect(joining.status).toBe('joined')
  const { faults, claims } = followLinks(await readBack(bytes))
  expect(faults).toEqual([])
  expect(claims.map(({ filePage }) => filePage)).toEqual([1, 2500, 4999])
  for (const { filePage, proof } of claims)
    expect(proof.text).toContain(`Naskah panjang halaman asli ${filePage} dari ${of}`)
  expect(bytes.length).toBeLessThan(1_000_000)
  expect(faultsByQpdf(bytes)).toBe('')
})

describe('originals inside a volume', () => {
  const table = new TextEncoder().encode('PK an office file as far as its name and kind go')

  /** A volume of two documents, one without pages, and with what goes inside it. */
  async function joinedVolume() {
    const text = await made.textPdf('Naskah A', 30)
    const documents = [file('A', text, { pages: 30, signed: true }), file('X', table, {}, 'xlsx')]
    const cites: readonly Cite[] = [
      ['I01', 'A', '25'],
      ['I01', 'X'],
      ['I02', 'A', '7'],
    ]
    const originals = { '1.a.Dokumen-A-2024.pdf': text, '1.b.Dokumen-X-2024.xlsx': table }
    return { ...(await volumeOf(dossierFixture(documents, cites))), originals }
  }

  /** The volume of a fixture, and what goes inside it. */
  async function volumeOf(fixture: DossierFixture) {
    const { joining, volume, bytes } = await join(fixture, true)
    if (joining.status !== 'joined') throw new Error('surprised')
    const open = (sha256: string) => {
      const own = fixture.bytes.get(sha256)
      return Promise.resolve(own ? { blob: new Blob([new Uint8Array(own)]), crc32: crc32(own) } : null)
    }
    const opened = await openOriginals(volume.originals, open)
    if (opened.status !== 'here') throw new Error('missing')
    const { plan } = joining
    return { base: new Blob([bytes]), volume, plan, attachments: opened.attachments }
  }

  test('are given back byte for byte, and what was in it is found as before', async () => {
    const { base, attachments, originals } = await joinedVolume()
    const file = new Blob([base, ...(await attachFiles(base, attachments))])
    const check = await checkAttached(file, base, attachments)
    const placed = check.status === 'sound' ? check.placed : []
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(placed.map(({ from, to }) => Buffer.from(bytes.subarray(from, to)))).toEqual(
      Object.values(originals).map((own) => Buffer.from(own)),
    )
    expect(faultsByQpdf(bytes)).toBe('')
    const given = detached(bytes)
    expect([...given.keys()]).toEqual(Object.keys(originals))
    for (const [name, own] of Object.entries(originals))
      expect(given.get(name)?.equals(Buffer.from(own)), name).toBe(true)
    const [before, after] = await Promise.all([
      readBack(new Uint8Array(await base.arrayBuffer())),
      readBack(bytes),
    ])
    expect(after.pages.map(({ text, links }) => ({ text, links }))).toEqual(
      before.pages.map(({ text, links }) => ({ text, links })),
    )
    expect(after.outline).toEqual(before.outline)
    const texts = after.pages.map(({ text }) => text)
    expect(texts.filter((text) => text.includes('asli terlampir di dalam PDF ini'))).toHaveLength(1)
    expect(texts.filter((text) => /Asli terlampir 1\.b\.Dokumen-X-2024\.xlsx/.test(text))).toHaveLength(1)
    const catalog = Buffer.from(bytes).toString('latin1')
    expect(catalog.match(/\/AFRelationship \/Supplement/g)).toHaveLength(2)
  })

  test('also go into a volume that has no pages but its own, which is what was drawn', async () => {
    const fixture = dossierFixture([file('X', table, {}, 'xlsx')], [['I01', 'X']])
    const { base, plan, volume, attachments } = await volumeOf(fixture)
    expect(isDrawnAlone(volume)).toBe(true)
    expect((await base.slice(0, 8).text()).startsWith('%PDF-1.3')).toBe(true)
    expect(await checkVolume(base, plan)).toEqual({ status: 'sound' })
    const whole = new Blob([base, ...(await attachFiles(base, attachments))])
    expect(await checkAttached(whole, base, attachments)).toMatchObject({ status: 'sound' })
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(faultsByQpdf(bytes)).toBe('')
    expect([...detached(bytes).values()].map((own) => own.equals(Buffer.from(table)))).toEqual([true])
    expect(followLinks(await readBack(bytes)).faults).toEqual([])
  })

  test('are counted again, and what is not whole is found out', async () => {
    const { base, attachments } = await joinedVolume()
    const file = new Blob([base, ...(await attachFiles(base, attachments))])
    const [first] = attachments
    if (!first) throw new Error('none')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const text = Buffer.from(bytes).toString('latin1')
    const changed = (from: string, to: string) => new Blob([Buffer.from(text.replace(from, to), 'latin1')])
    const begin = text.lastIndexOf('stream\n', text.lastIndexOf('PK an office'))
    const otherBytes = bytes.map((byte, at) => (at === begin + 'stream\n'.length ? byte ^ 0xff : byte))
    const damaged: readonly (readonly [string, Blob, readonly Attachment[]])[] = [
      ['cut off', file.slice(0, -100), attachments],
      ['none inside', base, attachments],
      ['one too many', file, [first]],
      ['other length', changed(`/Length ${first.blob.size}`, `/Length ${first.blob.size - 1}`), attachments],
      ['other hash', file, [{ ...first, sha256: '0'.repeat(64) }, ...attachments.slice(1)]],
      ['other name', file, [{ ...first, name: 'lain.pdf' }, ...attachments.slice(1)]],
    ]
    for (const [what, one, meant] of damaged)
      expect(await checkAttached(one, base, meant), what).toMatchObject({ status: 'broken' })
    const other = await checkAttached(new Blob([otherBytes]), base, attachments)
    expect(other).toEqual({ status: 'other-bytes', of: [attachments[1]?.sha256] })
  })

  test('and every byte around them is compared when the file is read again', async () => {
    const { base, plan, attachments, originals } = await joinedVolume()
    const whole = new Blob([base, ...(await attachFiles(base, attachments))])
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const written = { joinedSize: base.size, crc32: crc32(bytes), counts: plan, originals: attachments }
    // Read as one piece, or as the pieces it was put together from.
    const read = async (borders: readonly number[]) => {
      const rereading = createRereading()
      const now = new Blob([bytes])
      const pieces = borders.map((from, index) => now.slice(from, borders[index + 1] ?? now.size))
      rereading.add(0, { ...written, bytes: now, pieces, read: (work) => work(now) })
      try {
        return await rereading.end()
      } finally {
        await rereading.stop()
      }
    }
    vi.stubGlobal('Worker', WorkerInPlace)
    try {
      const check = await checkAttached(whole, base, attachments)
      const placed = check.status === 'sound' ? check.placed : []
      expect(placed.length).toBe(Object.keys(originals).length)
      const borders = [0, base.size, ...placed.flatMap(({ from, to }) => [from, to])]
      for (const ways of [[0], borders])
        expect(await read(ways)).toEqual({ status: 'sound', sha256s: [sha256Of(bytes)] })
      // Its ends and those of its parts, and so many in between.
      const ends = [0, base.size, bytes.length, ...placed.flatMap(({ from, to }) => [from, to])]
      const step = Math.ceil(bytes.length / 60)
      const between = Array.from({ length: 60 }, (_, index) => index * step)
      for (const at of [...ends.flatMap((end) => [end - 1, end]), ...between]) {
        if (bytes[at] === undefined) continue
        bytes[at] ^= 0x20
        const inside = placed.findIndex(({ from, to }) => at >= from && at < to)
        for (const ways of [[0], borders]) {
          const reading = await read(ways).catch((cause: unknown) => String(cause))
          if (inside >= 0)
            expect(reading, `${at}`).toEqual({ status: 'other-bytes', of: [attachments[inside]?.sha256] })
          else expect(reading, `${at}`).toContain('the volume is not whole')
        }
        bytes[at] ^= 0x20
      }
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test("without the browser's own sums they are compared as they pass by", async () => {
    const { base, plan, attachments } = await joinedVolume()
    const whole = new Blob([base, ...(await attachFiles(base, attachments))])
    const bytes = new Uint8Array(await whole.arrayBuffer())
    const read = async (now: Uint8Array<ArrayBuffer>) => {
      const own = new Blob([now])
      const rereading = createRereading()
      rereading.add(0, {
        ...{ joinedSize: base.size, crc32: crc32(bytes), counts: plan, originals: attachments },
        ...{ bytes: own, pieces: [own], read: (work) => work(own) },
      })
      try {
        return await rereading.end()
      } finally {
        await rereading.stop()
      }
    }
    vi.stubGlobal('crypto', { subtle: undefined })
    try {
      expect(await read(bytes)).toEqual({ status: 'sound', sha256s: [sha256Of(bytes)] })
      const other = bytes.slice()
      other[base.size - 1] = 0x20
      await expect(read(other)).rejects.toThrow('the volume is not whole')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('that the disk has lost meanwhile are named', async () => {
    const { base, plan, attachments } = await joinedVolume()
    const [kept, lost] = attachments
    if (!kept || !lost) throw new Error('none')
    const gone = Object.assign(new Blob(['x']), {
      arrayBuffer: () => Promise.reject(new DOMException('lost', 'NotReadableError')),
      slice: () => gone,
    })
    const bytes = new Blob([base, kept.blob, 'x'])
    const rereading = createRereading()
    rereading.add(0, {
      ...{ joinedSize: base.size, crc32: 0, counts: plan, bytes, pieces: [base, kept.blob, gone] },
      originals: [kept, { ...lost, blob: gone }],
      read: (work) => work(bytes),
    })
    expect(await rereading.end()).toEqual({ status: 'other-bytes', of: [lost.sha256] })
    await rereading.stop()
  })

  test('that are gone, or cut short, are named before anything is written', async () => {
    const { volume } = await joinedVolume()
    const [first] = volume.originals
    const short = (sha256: string) =>
      Promise.resolve(sha256 === first?.sha256 ? { blob: new Blob(['x']), crc32: 0 } : null)
    expect(await openOriginals(volume.originals, short)).toEqual({
      status: 'missing',
      missing: volume.originals.map(({ sha256 }) => sha256),
    })
  })
})

const SAID = {
  locked: 'terkunci kata sandi',
  'unpacks-too-large': 'mengembang melebihi batas',
  broken: 'rusak atau tidak utuh',
} as const

describe('files that are not as they should be', () => {
  test('are drawn as they are seen: turned, cut and in their size', async () => {
    const odd = await made.oddPages()
    const seen = [1, 2, 3, 4, 5]
    const { bytes } = await join(dossierFixture([file('kotak', odd, { pages: 8 })], [['I01', 'kotak', '1']]))
    const texts = (await readBack(bytes)).pages.map(({ text }) => text)
    const framed = seen.map(
      (page) => texts.findIndex((text) => text.includes(`Lampiran 1.a, halaman ${page} dari 8`)) + 1,
    )
    const [alone, annexed] = await Promise.all([drawPages(odd, seen), drawPages(bytes, framed)])
    alone.forEach((page, index) => {
      const frame = annexed[index]
      if (!frame) throw new Error('not drawn')
      const left = Math.round((frame.width - page.width) / 2)
      const [own, given] = [
        darkBox(page, 0, page.width, page.height),
        darkBox(frame, left, left + page.width, page.height),
      ]
      expect(own.every(Number.isFinite), `page ${index + 1}`).toBe(true)
      own.forEach((side, at) =>
        expect(Math.abs((given[at] ?? NaN) - side), `page ${index + 1}`).toBeLessThan(2),
      )
    })
  })

  test('are upright, in whichever of eight ways the camera was held', async () => {
    // Each quarter as EXIF 2.3 (4.6.4 A, Orientation) has it seen: left and right above, left and right below.
    const seen = [
      ['red', 'green', 'blue', 'yellow'],
      ['green', 'red', 'yellow', 'blue'],
      ['yellow', 'blue', 'green', 'red'],
      ['blue', 'yellow', 'red', 'green'],
      ['red', 'blue', 'green', 'yellow'],
      ['blue', 'red', 'yellow', 'green'],
      ['yellow', 'green', 'blue', 'red'],
      ['green', 'yellow', 'red', 'blue'],
    ]
    const photos = seen.map((_, index) => file(`foto-${index + 1}`, made.quarteredIn(index + 1), {}, 'jpeg'))
    const { bytes } = await join(
      dossierFixture(
        photos,
        photos.map(({ id }): Cite => ['I01', id, '']),
      ),
    )
    const texts = (await readBack(bytes)).pages.map(({ text }) => text)
    const framed = photos.map(({ id }) => texts.findIndex((text) => text.includes(`gambar ${id}.jpeg`)) + 1)
    const drawn = await drawPages(bytes, framed)
    const found = drawn.map((page) => {
      const { x0, y0, x1, y1 } = colouredBox(page)
      const [left, right, upper, lower] = [x0 + 10, x1 - 10, y0 + 10, y1 - 10]
      return {
        isWide: x1 - x0 > y1 - y0,
        quarters: [
          ...[colourAt(page, left, upper), colourAt(page, right, upper)],
          ...[colourAt(page, left, lower), colourAt(page, right, lower)],
        ],
      }
    })
    expect(found).toEqual(seen.map((quarters, index) => ({ isWide: index < 4, quarters })))
  })

  test('of which nobody knew whether they are signed are looked at', async () => {
    const plain = await made.textPdf('Naskah', 2)
    const signed = new Uint8Array(Buffer.concat([plain, Buffer.from('% /ByteRange [0 1 2 3]\n')]))
    const documents = ['polos', 'bertanda'].map((id): CitedDocument => ({
      id,
      file: { name: `${id}.pdf`, mediaType: 'pdf', bytes: id === 'polos' ? plain : signed, facts: null },
    }))
    const { joining } = await join(
      dossierFixture(documents, [
        ['I01', 'polos', '1'],
        ['I01', 'bertanda', '1'],
      ]),
    )
    const findings = joining.status === 'surprised' ? [...joining.findings] : []
    expect(findings).toEqual([
      [sha256Of(plain), { pages: 2, signed: false }],
      [sha256Of(signed), { pages: 2, signed: true }],
    ])
  })

  test('each come along rightly', async () => {
    const documents = [
      file('kotak', await made.oddPages(), { pages: 8 }),
      file('sibuk', await made.busyPdf(), { pages: 1 }),
      file('pemilik', await made.lockedPdf('owner'), { pages: 1, lock: 'owner' }),
      file('potongan', await made.pieces(), { pages: 3 }),
      file('jbig2', scannedPdf('JBIG2Decode'), { pages: 1 }),
      file('jpx', scannedPdf('JPXDecode'), { pages: 1 }),
      file('foto', made.turnedJpeg(6), {}, 'jpeg'),
      file('cetak', made.cmykJpeg, {}, 'jpeg'),
      file('titik', png(1, 1), {}, 'png'),
    ]
    const cites = documents.map(({ id }): Cite => ['I01', id, '1'])
    const { joining, bytes } = await join(dossierFixture(documents, cites))
    expect(joining).toMatchObject({ status: 'joined' })
    expect(faultsByQpdf(bytes)).toBe('')
    const { pages } = await readBack(bytes)
    const texts = pages.map(({ text }) => text)
    const framed = (name: string) => texts.filter((text) => text.includes(name))
    for (const words of [
      'kotak 1',
      'kotak 2',
      'kotak 3',
      'terkunci owner',
      'formulir terisi',
      'Isian formulir',
    ]) {
      expect(framed(words), words).toHaveLength(1)
    }
    expect(framed('sepotong')).toHaveLength(2)
    for (const name of ['foto.jpeg', 'cetak.jpeg', 'titik.png'])
      expect(framed(`gambar ${name}`)).toHaveLength(1)
    // Nothing that does something came along: not in the clear, and not packed, as streams hold no objects here.
    const plain = Buffer.from(bytes).toString('latin1')
    for (const active of [
      '/JavaScript',
      '/JS',
      'jahat',
      '/AcroForm',
      '/EmbeddedFile',
      '/URI',
      '/AA',
      '/ObjStm',
    ]) {
      expect(plain.includes(active), active).toBe(false)
    }
  })

  test.each([
    ['locked', () => made.lockedPdf('user')],
    ['unpacks-too-large', () => made.swollenPdf('content')],
    ['unpacks-too-large', () => made.swollenPdf('objects')],
    ['broken', async () => (await made.textPdf('x', 3)).slice(0, 400)],
    ['broken', () => Promise.resolve(new Uint8Array())],
    ['broken', () => Promise.resolve(new TextEncoder().encode('%PDF-1.7 bukan apa-apa'))],
    ['broken', () => Promise.resolve(new Uint8Array(made.ring))],
  ] as const)('have a sheet that says why: %s', async (why, make) => {
    const bytes = await make()
    const pages = why === 'unpacks-too-large' ? 1 : 3
    const fixture = dossierFixture([file('X', bytes, { pages })], [['I01', 'X', '1']])
    const first = await join(fixture)
    expect(first.joining).toEqual({ status: 'surprised', findings: new Map([[sha256Of(bytes), { why }]]) })
    const known = new Map([...fixture.files].map(([sha, one]) => [sha, { ...one, fault: why }] as const))
    const again = await join({ ...fixture, files: known })
    expect(again.joining.status).toBe('joined')
    expect(faultsByQpdf(again.bytes)).toBe('')
    const read = await readBack(again.bytes)
    expect(read.pages.filter(({ text }) => text.includes(SAID[why]))).toHaveLength(1)
  })

  test('are counted where nobody has looked into them', async () => {
    const bytes = await made.textPdf('x', 7)
    const { joining } = await join(dossierFixture([file('X', bytes, { pages: null })], [['I01', 'X', '1']]))
    expect(joining).toEqual({
      status: 'surprised',
      findings: new Map([[sha256Of(bytes), { pages: 7, signed: false }]]),
    })
  })

  test('say how a camera was held and how colours stand', () => {
    expect(jpegFacts(made.turnedJpeg(6))).toMatchObject({ width: 12, height: 8, orientation: 6 })
    expect(jpegFacts(made.cmykJpeg)).toMatchObject({ components: 4, inverted: true })
    expect(jpegFacts(made.jpeg.subarray(0, 40))).toBeNull()
  })
})
