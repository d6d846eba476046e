/**
 * Ten thousand small parcels that were whole and to which something was done. Each is either refused with a named fault, or
 * every entry that is taken from it is, byte for byte, what was sealed; nothing crashes, hangs or is taken in by half.
 */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkParcel, filesOf } from '../../src/handover/files/open-parcel'
import { sourceOf, worldOf, writtenParcel } from './parcel-fixture'
import { bytesOf as text, entriesOf, zipOf, type Bytes, type Entry } from './zip-fixture'

const RUNS = 10_000
const SEED = 20_260_404

type Random = (below: number) => number

function seeded(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NAMES = [
  '../jahat.txt',
  '/etc/passwd',
  'C:\\jahat.txt',
  'files\\..\\x.pdf',
  'files/../manifest.json',
  'files/a\u0000b.pdf',
  'manifest.json/',
  'MANIFEST.JSON',
  `files/${'0'.repeat(64)}.pdf`,
  'nama\u202efdp.exe',
  'x'.repeat(300),
  '__proto__',
  'files/',
]

const NESTED = '['.repeat(100_000)

const joined = (...pieces: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(pieces))

type Mutation = (random: Random, zip: Bytes, entries: Entry[]) => Bytes

/** One entry of the parcel, changed by `alter`, and the whole written anew. */
const withEntry =
  (alter: (entry: Entry, random: Random) => Entry): Mutation =>
  (random, _, entries) => {
    const chosen = random(entries.length)
    return zipOf(entries.map((entry, index) => (index === chosen ? alter(entry, random) : entry)))
  }

/** The manifest with something else written in it. */
const withManifest =
  (alter: (manifest: string, random: Random) => string): Mutation =>
  (random, _, entries) =>
    zipOf(
      entries.map((entry) =>
        entry.name === 'manifest.json'
          ? { ...entry, bytes: text(alter(new TextDecoder().decode(entry.bytes), random)) }
          : entry,
      ),
    )

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncated: (random, zip) => zip.slice(0, random(zip.length)),
  flipped: (random, zip) => {
    const flipped = zip.slice()
    for (let times = 1 + random(3); times > 0; times -= 1) {
      const at = random(zip.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8))
    }
    return flipped
  },
  // Where the records lie: a flip anywhere else mostly hits an entry's bytes.
  'flipped in the directory': (random, zip) => {
    const flipped = zip.slice()
    const at = zip.length - 1 - random(600)
    flipped[at] = random(256)
    return flipped
  },
  'a piece missing': (random, zip) => {
    const from = random(zip.length)
    const to = from + 1 + random(40)
    return joined(zip.subarray(0, from), zip.subarray(to))
  },
  'a piece more': (random, zip) => {
    const at = random(zip.length)
    const more = Array.from({ length: 1 + random(40) }, () => random(256))
    return joined(zip.subarray(0, at), Uint8Array.from(more), zip.subarray(at))
  },
  'an entry dropped': (random, _, entries) => {
    const dropped = random(entries.length)
    return zipOf(entries.filter((_entry, index) => index !== dropped))
  },
  'an entry twice': (random, _, entries) => {
    const again = entries[random(entries.length)]
    return zipOf(again ? [...entries, again] : entries)
  },
  'an entry more': (random, _, entries) =>
    zipOf([...entries, { name: NAMES[random(NAMES.length)] ?? '', bytes: text('lain') }]),
  'another name': withEntry((entry, random) => ({ ...entry, name: NAMES[random(NAMES.length)] ?? '' })),
  'two names for one entry': withEntry((entry, random) => ({
    ...entry,
    lies: { local: `${entry.name.slice(0, -1)}${String.fromCharCode(97 + random(26))}` },
  })),
  'other bytes, true CRC': withEntry((entry, random) => ({ ...entry, bytes: text(`lain ${random(9)}`) })),
  'a lying size': withEntry((entry, random) => ({
    ...entry,
    lies: { size: random(2) ? random(2 ** 32) : Math.max(0, entry.bytes.length + 1 - random(3)) },
  })),
  'lying sizes that agree': withEntry((entry, random) => {
    const size = random(entry.bytes.length * 2 + 2)
    return { ...entry, lies: { size, packed: size } }
  }),
  'a lying CRC': withEntry((entry, random) => ({ ...entry, lies: { crc: random(2 ** 32) } })),
  'a lying place': withEntry((entry, random) => ({ ...entry, lies: { offset: random(4000) } })),
  'flags and methods': withEntry((entry, random) => ({
    ...entry,
    lies: { flags: random(16), method: [0, 8, 9, 12, 14, 99][random(6)] ?? 0 },
  })),
  'a huge count': (random, _, entries) => zipOf(entries, random(2 ** 16)),
  'packed again': (random, _, entries) =>
    zipOf(entries.map((entry) => ({ ...entry, deflated: random(4) === 1 }))),
  'a bomb': withEntry((entry, random) => ({
    ...entry,
    bytes: new Uint8Array(20_000 + random(20_000)),
    deflated: true,
  })),
  'a bomb that says it is small': withEntry((entry) => ({
    ...entry,
    bytes: new Uint8Array(100_000),
    deflated: true,
    lies: { size: entry.bytes.length },
  })),
  'nested JSON': withEntry((entry) => ({ ...entry, bytes: text(NESTED) })),
  'a manifest nested deep': withManifest((manifest) => manifest.replace('"entries": [', `"x": ${NESTED}`)),
  'a manifest that counts wrong': withManifest((manifest, random) => {
    const what = ['changes', 'documents', 'citations', 'files'][random(4)] ?? ''
    return manifest.replace(new RegExp(`"${what}": \\d+`), `"${what}": ${random(1e6)}`)
  }),
  'a manifest of another unit': withManifest((manifest) => manifest.replace('Dinas Contoh', 'Dinas Lain')),
  'a newer manifest': withManifest((manifest, random) =>
    manifest.replace('"formatVersion": 1', `"formatVersion": ${random(99)}`),
  ),
  'another hash': withManifest((manifest, random) =>
    manifest.replace(/"sha256": "[0-9a-f]{8}/g, (hash) => (random(3) ? hash : hash.replace(/.$/, '0'))),
  ),
  'a letter of the manifest': withManifest((manifest, random) => {
    const at = random(manifest.length)
    return `${manifest.slice(0, at)}${String.fromCharCode(32 + random(95))}${manifest.slice(at + 1)}`
  }),
}

test(`${RUNS} parcels that something was done to are refused by name, or hold exactly what was sealed`, async () => {
  const world = await worldOf([
    { name: 'perbup.pdf', text: '%PDF-1.4 terbuka' },
    { name: 'kosong.pdf', text: '' },
    { name: 'penetrasi.pdf', text: 'rahasia '.repeat(40), document: 'rahasia' },
  ])
  const good = await writtenParcel(sourceOf(world))
  const zip = new Uint8Array(await good.blob.arrayBuffer())
  const entries = entriesOf(zip)
  const sealed = new Map(entries.map(({ name, bytes }) => [name, shaOf(bytes)]))
  const random = seeded(SEED)
  const kinds = Object.entries(MUTATIONS)
  const outcomes = new Map<string, number>()
  for (let run = 0; run < RUNS; run += 1) {
    const [kind, mutate] = kinds[run % kinds.length] ?? ['', () => zip]
    const altered = mutate(random, zip, entries)
    const outcome = await openedAs(new Blob([altered]), good.seal, sealed)
    expect(outcome, `${kind}, run ${run}`).not.toMatch(/^!/)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  // The mutations reach what they are for: most faults are met, and some parcels are whole all the same.
  const expected = [
    'altered',
    'bomb',
    'cut-off',
    'damaged',
    'extra',
    'foreign-name',
    'inconsistent',
    'missing',
  ]
  const others = ['newer-format', 'not-a-parcel', 'too-large', 'twice', 'unsupported', 'untrue', 'whole']
  expect([...outcomes.keys()].sort()).toEqual(expect.arrayContaining([...expected, ...others]))
}, 60_000)

function shaOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What opening comes to: a fault's kind, `whole`, or, with `!`, what must never be. */
async function openedAs(blob: Blob, seal: string, sealed: ReadonlyMap<string, string>): Promise<string> {
  const reading = await checkParcel(blob)
  if (reading.status === 'refused') return reading.fault.kind
  if (reading.fault) return reading.fault.kind
  if (!reading.backup) return '! whole without its changes'
  // Another manifest that is true of its contents is another parcel, told by its seal; its entries have to be its own.
  const same = reading.seal === seal
  for (const { path, sha256 } of reading.manifest.entries) {
    if (same && sealed.get(path) !== sha256)
      return `! ${path} is listed with another hash under the same seal`
  }
  const hashes = new Map(reading.manifest.entries.map(({ path, sha256 }) => [path, sha256]))
  for await (const file of filesOf(blob)) {
    if ('fault' in file) return `! ${file.fault.kind} after it was whole`
    const path = `files/${file.sha256}.${file.extension}`
    if (hashes.get(path) !== shaOf(new Uint8Array(await file.bytes.arrayBuffer())))
      return `! other bytes in ${path}`
  }
  return 'whole'
}
