/** A parcel whose instrument is unknown here, or has a known id and version with another content. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { readBackup, writeBackup } from '../../src/handover/backup'
import { checkParcel, type CheckedParcel } from '../../src/handover/files/open-parcel'
import { loadFile, shippedInstruments } from '../../src/instrument/catalogue'
import { findInstrument } from '../../src/screens/home/carried-instrument'
import type { Database } from '../../src/storage/database'
import { keepInstrument, readInstrumentFile } from '../../src/storage/instruments'
import { createAssessment } from '../../src/screens/session/create'
import { openNews } from '../../src/storage/news'
import { entryOf } from '../examples/shipped'
import { sourceOf, worldOf, writtenParcel } from '../handover/parcel-fixture'
import { freshDatabase } from '../storage/fresh'

const shipped = await loadFile(entryOf('pemdi-2026'))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const fileOf = (changes: object) => JSON.stringify({ ...(JSON.parse(shipped) as object), ...changes })

/** A parcel of an assessment made with the instrument of `named`, which carries `carried`. */
async function parcelOf(named: string, carried = named): Promise<CheckedParcel> {
  const { id, version } = JSON.parse(named) as { id: string; version: number }
  const source = sourceOf(await worldOf([]))
  const reading = readBackup(source.assessment)
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  const instrument = { id, version, sha256: sha256(named) }
  const assessment = { ...reading.backup.assessment, instrument }
  const { blob } = await writtenParcel({
    ...source,
    facts: { ...source.facts, instrument },
    assessment: writeBackup({ ...reading.backup, assessment }),
    instrument: carried,
  })
  const checked = await checkParcel(blob)
  if (checked.status === 'refused' || checked.fault || !checked.backup) throw new Error('no parcel')
  return checked
}

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
})

async function find(parcel: CheckedParcel, carried: CheckedParcel | null = parcel) {
  if (!parcel.backup) throw new Error('no backup')
  return findInstrument(database, parcel.backup.assessment, carried)
}

describe('the instrument of an opened file', () => {
  const own = fileOf({ id: 'daerah-2027', shortTitle: 'Evaluasi Daerah 2027' })

  test('is taken from the parcel where it is not here, as the very file it was', async () => {
    const parcel = await parcelOf(own)
    const finding = await find(parcel)
    expect(finding).toMatchObject({
      status: 'found',
      instrument: { shortTitle: 'Evaluasi Daerah 2027' },
      keep: { text: own, besideOther: false },
    })
    if (finding.status === 'refused' || !finding.keep) throw new Error('nothing to keep')
    expect(await database.count('instruments')).toBe(0)
    await keepInstrument(database, finding.keep.ref, finding.keep.text)
    expect(await readInstrumentFile(database, finding.keep.ref)).toBe(own)
    expect(await find(parcel)).toMatchObject({ status: 'found', keep: null })
  })

  test('stays beside another content of the same id and version that came from a file', async () => {
    const other = fileOf({ id: 'daerah-2027', title: 'Lain' })
    await keepInstrument(database, { id: 'daerah-2027', version: 1, sha256: sha256(other) }, other)
    expect(await find(await parcelOf(own))).toMatchObject({ keep: { besideOther: true } })
  })

  test.each([
    [
      'is refused where it calls itself a shipped one',
      fileOf({ title: 'Lain' }),
      undefined,
      /isi lain daripada/,
    ],
    [
      'is refused where the parcel carries another file',
      own,
      fileOf({ id: 'daerah-2027' }),
      /tidak dibawa paket/,
    ],
    [
      'is refused where its weights do not add up, with the field',
      fileOf({ id: 'daerah-2027', weightDenominator: 7 }),
      undefined,
      /daerah-2027” versi 1 di dalam paket .*domains: Jumlah bobot/,
    ],
  ])('%s', async (_, named, carried, message) => {
    const finding = await find(await parcelOf(named, carried))
    expect(finding.status === 'refused' && finding.message).toMatch(message)
    expect(await database.count('instruments')).toBe(0)
  })

  test('is asked for where the file carries none', async () => {
    const finding = await find(await parcelOf(own), null)
    expect(finding.status === 'refused' && finding.message).toMatch(
      /“daerah-2027” versi 1, .* Mulai penilaian › Instrumen dari berkas, lalu buka berkas ini lagi/,
    )
  })
})

test('the text kept of a shipped instrument has the SHA-256 that assessments name', async () => {
  for (const entry of shippedInstruments) {
    const creation = {
      instrument: entry,
      origin: 'own',
      scope: 'all',
      author: { unit: '', person: '' },
    } as const
    await createAssessment({ database, news: openNews() }, { ...creation, entries: [] })
    expect(sha256((await database.get('instruments', entry.sha256))?.json ?? '')).toBe(entry.sha256)
    expect(sha256((await readInstrumentFile(database, entry)) ?? '')).toBe(entry.sha256)
  }
})
