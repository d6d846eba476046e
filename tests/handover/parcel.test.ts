import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkParcel, filesOf } from '../../src/handover/files/open-parcel'
import { isLocked, unlock } from '../../src/handover/files/lock'
import { planParcel } from '../../src/handover/parcel-plan'
import { EVERYTHING, sourceOf, worldOf, writtenParcel, type World } from './parcel-fixture'

const pieces = [
  { name: 'perbup.pdf', text: '%PDF-1.4 terbuka' },
  { name: 'kosong.pdf', text: '' },
  { name: 'penetrasi.pdf', text: '%PDF-1.4 rahasia', document: 'rahasia' },
]

async function filesIn(blob: Blob): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const file of filesOf(blob)) {
    if ('fault' in file) throw new Error(file.fault.kind)
    files.set(file.sha256, await file.bytes.text())
  }
  return files
}

async function textsOf({ bytes }: World): Promise<Map<string, string>> {
  const entries = [...bytes].map(async ([sha256, { blob }]) => [sha256, await blob.text()] as const)
  return new Map(await Promise.all(entries))
}

describe('a parcel', () => {
  it('read back is what was written: every entry, its seal, its changes, its files', async () => {
    const world = await worldOf(pieces)
    const { blob, seal, zipSize } = await writtenParcel(sourceOf(world))
    expect(blob.size).toBe(zipSize)
    const reading = await checkParcel(blob)
    if (reading.status === 'refused') throw new Error(reading.fault.kind)
    expect(reading.fault).toBeNull()
    expect(reading.seal).toBe(seal)
    expect(reading.entries.map(({ state }) => state)).toEqual(Array(5).fill('whole'))
    expect(reading.backup?.changes).toEqual(world.changes)
    expect(reading.manifest.counts).toEqual({
      changes: world.changes.length,
      documents: 2,
      citations: 2,
      files: 3,
    })
    expect(await filesIn(blob)).toEqual(await textsOf(world))
  })

  it('with a password is an age file that opens with it alone', async () => {
    const world = await worldOf(pieces)
    const { blob, seal } = await writtenParcel(sourceOf(world, EVERYTHING, 'kuda laut merah lima kali'))
    expect(await isLocked(blob)).toBe(true)
    expect(await unlock(blob, 'kuda laut merah lima kala')).toEqual({
      status: 'refused',
      fault: { kind: 'wrong-password' },
    })
    const unlocking = await unlock(blob, 'kuda laut merah lima kali')
    if (unlocking.status === 'refused') throw new Error(unlocking.fault.kind)
    const zip = await new Response(unlocking.bytes).blob()
    const reading = await checkParcel(zip)
    expect(reading).toMatchObject({ status: 'read', fault: null, seal })
    expect(await filesIn(zip)).toEqual(await textsOf(world))
  })

  it('can be opened by other programs', async () => {
    const { blob } = await writtenParcel(sourceOf(await worldOf(pieces)))
    const folder = mkdtempSync(join(tmpdir(), 'spbe-parcel-'))
    try {
      const path = join(folder, 'paket.zip')
      writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))
      const script = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),len(z.namelist()))'
      const tools: [string, string[], RegExp][] = [
        ['unzip', ['-t', path], /No errors detected/],
        ['python3', ['-c', script, path], /^None 6/],
      ]
      for (const [tool, args, words] of tools) {
        expect(execFileSync(tool, args, { encoding: 'utf8' })).toMatch(words)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what goes into a parcel', () => {
  it('without the confidential ones leaves out everything said of them, and their bytes under any name', async () => {
    const world = await worldOf([
      ...pieces,
      { name: 'salinan.pdf', text: '%PDF-1.4 rahasia', document: 'terbuka' },
    ])
    const plan = planParcel(world.changes, world.here, { ...EVERYTHING, withConfidential: false })
    const going = JSON.stringify(plan)
    for (const word of ['Uji penetrasi', 'rahasia', 'k2', 'penetrasi.pdf']) expect(going).not.toContain(word)
    expect(plan.files).toHaveLength(2)
    expect(plan.leftOut).toEqual({ documents: 1, files: 1, notHere: 0 })
  })

  it('without files carries every change and no bytes', async () => {
    const world = await worldOf(pieces)
    const plan = planParcel(world.changes, world.here, { ...EVERYTHING, withFiles: false })
    expect(plan.changes).toEqual(world.changes)
    expect(plan.files).toEqual([])
    expect(plan.leftOut).toEqual({ documents: 0, files: 3, notHere: 0 })
  })

  it('says which files it would have taken but are not here', async () => {
    const world = await worldOf(pieces)
    const plan = planParcel(world.changes, new Map(), EVERYTHING)
    expect(plan.leftOut).toEqual({ documents: 0, files: 0, notHere: 3 })
  })
})
