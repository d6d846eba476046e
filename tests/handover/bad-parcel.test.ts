/** Every way in which a parcel is known to be bad: refused, by a message that names the fault, and nothing of it comes out. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../../src/answers/change'
import { checkParcel, filesOf } from '../../src/handover/files/open-parcel'
import type { ParcelFault } from '../../src/handover/parcel-fault'
import { parcelFaultMessage } from '../../src/screens/parcel/parcel-messages'
import { changeOf, citationTarget, indicatorTarget, questionTarget } from '../examples/changes'
import { SAVED_AT, sourceOf, worldOf, writtenParcel, type World } from './parcel-fixture'
import { bytesOf, entriesOf, zipOf, type Bytes, type Entry } from './zip-fixture'

let world: World
let zip: Bytes
let entries: Entry[]

beforeAll(async () => {
  world = await worldOf([{ name: 'perbup.pdf', text: '%PDF-1.4 terbuka' }])
  zip = await zipped(world)
  entries = entriesOf(zip)
})

async function zipped(from: World): Promise<Bytes> {
  return new Uint8Array(await (await writtenParcel(sourceOf(from))).blob.arrayBuffer())
}

/** Why a parcel is not opened; null if it is. */
async function faultOf(bytes: Bytes): Promise<ParcelFault | null> {
  const reading = await checkParcel(new Blob([bytes]))
  return reading.fault
}

const named = (name: string) => entries.find((entry) => entry.name === name) ?? { name, bytes: bytesOf('') }
const without = (name: string) => entries.filter((entry) => entry.name !== name)
const replaced = (name: string, with_: Partial<Entry>) =>
  zipOf(entries.map((entry) => (entry.name === name ? { ...entry, ...with_ } : entry)))
const file = () => entries.find(({ name }) => name.startsWith('files/'))?.name ?? ''

/** An entry replaced, and the manifest made true of it: sealed so, and bad all the same. */
function sealedWith(name: string, text: string): Bytes {
  const bytes = bytesOf(text)
  const manifest = JSON.parse(new TextDecoder().decode(named('manifest.json').bytes)) as {
    entries: { path: string; size: number; sha256: string }[]
  }
  const listed = manifest.entries.find(({ path }) => path === name)
  if (!listed) throw new Error(`${name} is not listed`)
  Object.assign(listed, { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  return zipOf(
    entries.map((entry) => {
      if (entry.name === name) return { ...entry, bytes }
      return entry.name === 'manifest.json' ? { ...entry, bytes: bytesOf(JSON.stringify(manifest)) } : entry
    }),
  )
}

const manifestWith = (from: string | RegExp, to: string) =>
  replaced('manifest.json', {
    bytes: bytesOf(new TextDecoder().decode(named('manifest.json').bytes).replace(from, to)),
  })

/** A ZIP of 1 GB of blanks would be so long and no longer. */
const GIGABYTE = 1_000_000_000
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

describe('a parcel is refused by name', () => {
  it.each<[string, () => Bytes, RegExp]>([
    ['without its manifest', () => zipOf(without('manifest.json')), /bukan paket SPBE Mandiri/],
    [
      'without its changes',
      () => zipOf(without('assessment.json')),
      /“assessment\.json” tidak ada dalam paket/,
    ],
    ['without its instrument', () => zipOf(without('instrument.json')), /“instrument\.json” tidak ada/],
    ['without a file', () => zipOf(without(file())), /“files\/[0-9a-f]{64}\.pdf” tidak ada dalam paket/],
    [
      'with a file more',
      () => zipOf([...entries, { name: `files/${'0'.repeat(64)}.pdf`, bytes: bytesOf('lain') }]),
      /tidak tercatat dalam daftar isi/,
    ],
    [
      'with an entry twice',
      () => zipOf([...entries, named('assessment.json')]),
      /“assessment\.json” ada dua kali/,
    ],
    ...[
      '../jahat.txt',
      'files/../../jahat.txt',
      '/etc/passwd',
      'C:\\jahat.txt',
      'files\\..\\jahat.pdf',
      '\\\\server\\jahat',
      'assessment.json/',
      'ASSESSMENT.JSON',
    ].map((name): [string, () => Bytes, RegExp] => [
      `with the name ${name}`,
      () => zipOf([...entries, { name, bytes: bytesOf('lain') }]),
      /Di dalam berkas ini ada “.+”, yang tidak pernah ada/,
    ]),
    [
      'with a huge file',
      () => replaced(file(), { lies: { size: 2 * GIGABYTE, packed: 2 * GIGABYTE } }),
      /Isi “files.+” lebih besar dari yang wajar/,
    ],
    [
      'with JSON of 1 GB',
      () => replaced('assessment.json', { lies: { size: GIGABYTE, packed: GIGABYTE } }),
      /Isi “assessment\.json” lebih besar dari yang wajar/,
    ],
    [
      'that unpacks to a thousand times its size',
      () => replaced(file(), { bytes: new Uint8Array(1_000_000), deflated: true }),
      /mengembang jauh melebihi ukurannya/,
    ],
    [
      'that unpacks to more than it says',
      () =>
        replaced('assessment.json', {
          bytes: new Uint8Array(50_000_000),
          deflated: true,
          lies: { size: 2000, crc: 1 },
        }),
      /“assessment\.json” berubah sejak paket ini disegel/,
    ],
    [
      'with 100,000 entries',
      () => zipOf(Array.from({ length: 100_000 }, (_, at) => ({ name: `files/${at}`, bytes: bytesOf('') }))),
      /isinya lebih banyak dari yang wajar/,
    ],
    [
      'with 30,000 entries, all of the right kind',
      () =>
        zipOf(
          Array.from({ length: 30_000 }, (_, at) => ({
            name: `files/${String(at).padStart(64, '0')}.pdf`,
            bytes: bytesOf(''),
          })),
        ),
      /isinya lebih banyak dari yang wajar/,
    ],
    ...['manifest.json', 'assessment.json', 'instrument.json'].map((name): [string, () => Bytes, RegExp] => [
      `with ${name} nested 100,000 deep`,
      () => (name === 'manifest.json' ? replaced(name, { bytes: bytesOf(DEEP) }) : sealedWith(name, DEEP)),
      new RegExp(`“${name}” rusak`),
    ]),
    [
      'whose manifest counts other changes',
      () => manifestWith(/"changes": \d+/, '"changes": 7'),
      /“counts\.changes”/,
    ],
    ['whose manifest counts other files', () => manifestWith(/"files": 1/, '"files": 9'), /“counts\.files”/],
    [
      'whose manifest counts other documents',
      () => manifestWith(/"documents": 2/, '"documents": 3'),
      /“counts\.documents”/,
    ],
    [
      'whose manifest counts other citations',
      () => manifestWith(/"citations": 2/, '"citations": 0'),
      /“counts\.citations”/,
    ],
    ['whose manifest names another person', () => manifestWith('Nama Contoh', 'Nama Lain'), /“person”/],
    [
      'whose manifest names another moment',
      () => manifestWith(SAVED_AT, '2025-06-12T02:15:01.000Z'),
      /“savedAt”/,
    ],
    [
      'whose manifest names another version of the app',
      () => manifestWith('"appVersion": "0.1.0"', '"appVersion": "9.9.9"'),
      /“appVersion”/,
    ],
    [
      'whose manifest names another version of the instrument',
      () => manifestWith(/("instrument": [^}]*"version": )\d+/, '$19'),
      /“instrument\.version”/,
    ],
    ['whose manifest names another unit', () => manifestWith('Dinas Contoh', 'Dinas Lain'), /“unit”/],
    [
      'whose manifest names another assessment',
      () => manifestWith('penilaian-1', 'penilaian-2'),
      /“assessment”/,
    ],
    [
      'whose manifest has another size',
      () => manifestWith(/("path": "files[^}]*"size": )\d+/, '$199'),
      /berubah sejak paket ini disegel/,
    ],
    [
      'whose manifest has another hash',
      () => manifestWith(/("path": "assessment[^}]*"sha256": ")[0-9a-f]{8}/, '$100000000'),
      /“assessment\.json” berubah/,
    ],
    [
      'whose manifest is of a newer format',
      () => manifestWith('"formatVersion": 1', '"formatVersion": 2'),
      /versi yang lebih baru/,
    ],
    ['whose instrument is none', () => sealedWith('instrument.json', '{}'), /“instrument\.json” rusak/],
    ['whose changes are none', () => sealedWith('assessment.json', '{}'), /“assessment\.json” rusak/],
  ])('%s', async (_, bad, message) => {
    const fault = await faultOf(bad())
    if (!fault) throw new Error('it was opened')
    expect(parcelFaultMessage(fault)).toMatch(message)
  })
})

describe('a parcel that was sealed so is refused for what it says', () => {
  it.each<[string, Change[], RegExp]>([
    [
      'one change id with two contents',
      [
        changeOf('dua', indicatorTarget('I01'), 'analysis', 'satu'),
        changeOf('dua', indicatorTarget('I01'), 'analysis', 'lain'),
      ],
      /rusak pada bagian “changes dua”/,
    ],
    [
      'changes that replace each other in a ring',
      [
        changeOf('a', indicatorTarget('I01'), 'analysis', 'a', ['c']),
        changeOf('b', indicatorTarget('I01'), 'analysis', 'b', ['a']),
        changeOf('c', indicatorTarget('I01'), 'analysis', 'c', ['b']),
      ],
      /rusak pada bagian “changes [abc]”/,
    ],
    ['an unknown indicator', [changeOf('x', indicatorTarget('I99'), 'value', 3)], /jawaban untuk “I99”/],
    ['an unknown question', [changeOf('x', questionTarget('Q99'), 'answer', 'ya')], /jawaban untuk “Q99”/],
    [
      'a citation of an unknown indicator',
      [changeOf('x', citationTarget('k9'), 'indicator', 'I77')],
      /“I77”/,
    ],
  ])('%s', async (_, more, message) => {
    const fault = await faultOf(await zipped({ ...world, changes: [...world.changes, ...more] }))
    if (!fault) throw new Error('it was opened')
    expect(parcelFaultMessage(fault)).toMatch(message)
  })
})

describe('a parcel that is damaged', () => {
  it('is refused wherever it was cut', async () => {
    const faults = new Set<string | undefined>()
    for (let length = 0; length < zip.length; length += 1) {
      const fault = await faultOf(zip.slice(0, length))
      if (!fault) throw new Error(`opened when cut to ${length} bytes`)
      faults.add(fault.kind)
    }
    expect([...faults].sort()).toEqual(['cut-off', 'not-a-parcel'])
  })

  it('at any byte is refused, or every entry is still what was sealed', async () => {
    const sealed = new Map(entries.map(({ name, bytes }) => [name, shaOf(bytes)]))
    const good = await checkParcel(new Blob([zip]))
    if (good.status === 'refused' || good.fault) throw new Error('the good one is refused')
    let opened = 0
    // Every byte of the ZIP's own records, and some of the contents, which are held to their sums as a whole.
    for (let at = 0; at < zip.length; at += isInside(at) ? STRIDE : 1) {
      const flipped = zip.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
      const reading = await checkParcel(new Blob([flipped]))
      if (reading.status === 'refused' || reading.fault) continue
      opened += 1
      expect(reading.seal, `byte ${at}`).toBe(good.seal)
      expect(reading.backup, `byte ${at}`).toEqual(good.backup)
      expect(reading.instrument, `byte ${at}`).toBe(good.instrument)
      for await (const taken of filesOf(new Blob([flipped]))) {
        if ('fault' in taken) throw new Error(`${taken.fault.kind} after it was whole, byte ${at}`)
        const path = `files/${taken.sha256}.${taken.extension}`
        const bytes = new Uint8Array(await taken.bytes.arrayBuffer())
        expect(shaOf(bytes), `${path}, byte ${at}`).toBe(sealed.get(path))
      }
    }
    // Times and attributes of the ZIP, which no entry's bytes depend on.
    expect(opened).toBeLessThan(entries.length * 30)
    expect(opened).toBeGreaterThan(0)
  })
})

/** Of the bytes inside entries, one in so many is flipped. */
const STRIDE = 31

/** Whether a byte belongs to what an entry holds. */
function isInside(at: number): boolean {
  let from = 0
  return entries.some(({ name, bytes }) => {
    const start = from + 30 + name.length
    from = start + bytes.length
    return at >= start && at < from
  })
}

function shaOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
