/**
 * Fifty kills at random moments: while files are taken in, while a parcel is written, while one is restored. After each,
 * every file that is there is whole, nothing names one that is not, and no assessment is there by half. Every third ends the
 * browser by SIGKILL, the others the page's process.
 */
import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Change } from '../../src/answers/change'
import { idsOf, presentOf, valuesOf } from '../../src/answers/present'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { spbe2020 } from '../examples/spbe-2020'
import { EVERYTHING, sourceOf, worldOf, writtenParcel } from '../handover/parcel-fixture'
import { backupOf, openBackup } from './backup'
import { expect } from './fixtures'
import { evidenceOnDisk, filesOnDisk, harmless } from './files-data'
import { filesIn } from './private-folder'
import { test } from './profile'
import { killAtRandom } from './random-kills'
import { seeded, storeOnDisk } from './storage-data'

// A stop for what hangs: a start of the browser takes its time on a busy machine.
test.describe.configure({ timeout: 600_000 })
// No test here is about the service worker: fetching all of the app anew takes longer than the rest of a round.
test.use({ serviceWorkers: 'block', browserOnProfile: 'shell' })

interface ChangeRow {
  readonly assessment: string
  readonly change: Change
}

/** Node 20 has no `Map.groupBy`. */
function grouped(rows: readonly ChangeRow[], keyOf: (row: ChangeRow) => string): Map<string, ChangeRow[]> {
  const groups = new Map<string, ChangeRow[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const FILE_FIELDS = ['document', 'mediaType', 'name', 'sha256', 'size']

/** Every file that is there is whole, and every assessment has all that it names; resolves with the SHA-256 of the files. */
async function expectNothingHalf(page: Page): Promise<Set<string>> {
  const kept = await filesOnDisk(page)
  expect(kept.map(({ row, found }) => [row.sha256, found])).toEqual(
    kept.map(({ sha256 }) => [sha256, sha256]),
  )
  const here = new Set(kept.map(({ sha256 }) => sha256))
  const { keys: ids } = await storeOnDisk(page, 'assessments')
  const { rows } = await storeOnDisk<ChangeRow>(page, 'changes')
  const byAssessment = grouped(rows, ({ assessment }) => assessment)
  expect([...byAssessment.keys()].sort()).toEqual([...ids].sort())
  for (const changes of byAssessment.values()) {
    const present = presentOf(changes.map(({ change }) => change))
    expect(valuesOf(present, { kind: 'assessment' })).toMatchObject({ institutionName: 'Kabupaten Contoh' })
    const files = idsOf(present, 'file').map((id) => valuesOf(present, { kind: 'file', id }))
    // One expectation for all files: hundreds a round, each a step of its own, take seconds in all.
    const faults = files.filter((file) => {
      const hasAll = String(Object.keys(file).sort()) === String(FILE_FIELDS)
      const { title } = valuesOf(present, { kind: 'document', id: file.document ?? '' })
      return !hasAll || !here.has(file.sha256 ?? '') || !title
    })
    expect(faults, 'files that lack a field, their bytes or their document').toEqual([])
  }
  return here
}

const batch = (count: number, size: number) =>
  Array.from({ length: count }, () => ({
    name: `${randomBytes(6).toString('hex')}.bin`,
    mimeType: '',
    buffer: harmless(size),
  }))
type Batch = ReturnType<typeof batch>

async function choose(page: Page, files: Batch): Promise<void> {
  await page.getByLabel('Tambah berkas').setInputFiles(files)
}

async function untilTaken(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('region', { name: 'Berkas yang ditambahkan' })).toContainText(
    `${count} berkas tersimpan.`,
  )
}

/** Resolves when so many files are there, or more. */
function untilOnDisk(page: Page, count: number): Promise<void> {
  return page.evaluate(async (count) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await wait(indexedDB.open('spbe-mandiri'))
    const there = () => wait(database.transaction('files').objectStore('files').count())
    while ((await there()) < count);
    database.close()
  }, count)
}

/** How long it takes, in milliseconds. */
async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Begins an assessment on a new profile; resolves with the address of its Bukti, which is shown. */
async function begun(page: Page, address: string): Promise<string> {
  await page.goto(address)
  await openBackup(page, backupOf({ values: { I01: 2 } }))
  const at = page.url().replace(/isi.*$/, 'bukti')
  await page.goto(at)
  // Isi takes files too, and stays in the page, hidden, until what it is left for is there.
  await expect(page.getByRole('heading', { name: 'Belum ada bukti' })).toBeVisible()
  return at
}

test('20 kills while files are taken in', async ({ site, profile }) => {
  const COUNT = 60
  const SIZE = 8_000
  // A kill takes a moment to come: most of the files are still to be taken in when it is begun.
  const SOON = 12
  const random = seeded(10)
  let at = ''
  let last: Batch = []
  let before = COUNT
  let midway = 0
  const page = await killAtRandom(profile, {
    rounds: 20,
    seed: 11,
    async prepare(page) {
      at = await begun(page, site.address)
      await choose(page, batch(COUNT, SIZE))
      return (await timed(() => untilTaken(page, COUNT))) / COUNT
    },
    async begin(page) {
      await page.goto(at)
      await expect(page.getByRole('navigation', { name: 'Kumpulan dokumen' })).toBeVisible()
      const { size } = await expectNothingHalf(page)
      if (size > before && size < before + COUNT) midway += 1
      before = size
      last = batch(COUNT, SIZE)
      await choose(page, last)
      // Somewhere among them, however fast the machine is.
      await untilOnDisk(page, size + random(SOON))
    },
  })
  await page.goto(at)
  await expectNothingHalf(page)
  expect(midway, 'kills that came while some files, not all, were there').toBeGreaterThan(2)
  await choose(page, last)
  await untilTaken(page, COUNT)
  const documents = (await evidenceOnDisk(page)).documents.map(({ title }) => `${title}.bin`)
  for (const { name } of last) expect(documents.filter((title) => title === name)).toHaveLength(1)
})

test('10 kills while a parcel is written', async ({ site, profile }, info) => {
  const files = batch(30, 60_000)
  let at = ''
  let evidence: unknown
  const write = async (page: Page) => {
    await page.getByRole('button', { name: /Kami sendiri/ }).click()
    await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  }
  const page = await killAtRandom(profile, {
    rounds: 10,
    seed: 12,
    async prepare(page) {
      const pool = await begun(page, site.address)
      await choose(page, files)
      await untilTaken(page, files.length)
      evidence = await evidenceOnDisk(page)
      at = pool.replace(/bukti$/, 'kirim')
      await page.goto(at)
      return timed(async () => {
        await write(page)
        await expect(page.getByRole('dialog')).toContainText('sudah diperiksa')
      })
    },
    async begin(page) {
      await page.goto(at)
      expect((await expectNothingHalf(page)).size).toBe(files.length)
      await write(page)
    },
  })
  await test.step('what was left half-made is cleared away soon after the start, and the next parcel is whole', async () => {
    await page.clock.install()
    await page.goto(at)
    await expect(page.getByRole('button', { name: /Kami sendiri/ })).toBeVisible()
    await page.clock.runFor(11_000)
    await expect.poll(() => filesIn(page, 'parcels')).toEqual([])
    expect(await evidenceOnDisk(page)).toEqual(evidence)
    const downloading = page.waitForEvent('download')
    await write(page)
    const path = info.outputPath('paket.zip')
    await (await downloading).saveAs(path)
    expect(await checkParcel(new Blob([readFileSync(path)]))).toMatchObject({ status: 'read', fault: null })
  })
})

test('20 kills while a parcel is restored', async ({ site, profile }, info) => {
  // Two transactions of files, as the app keeps them.
  const COUNT = 52
  const names = Array.from({ length: COUNT }, (_, index) => `berkas-${index}`)
  const world = await worldOf(names.map((name) => ({ name, text: `%PDF ${name} ${'x'.repeat(20_000)}` })))
  const { blob } = await writtenParcel(sourceOf(world, EVERYTHING, null, spbe2020))
  const path = info.outputPath('paket.zip')
  writeFileSync(path, new Uint8Array(await blob.arrayBuffer()))

  /** Reads the parcel through; what is pressed then begins to keep it. */
  const offered = async (page: Page) => {
    await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
    await page.getByLabel('Berkas cadangan atau isian').setInputFiles(path)
    const open = page.getByRole('button', { name: 'Buka', exact: true })
    await expect(open).toBeEnabled()
    return open
  }
  const restored = (page: Page) => expect(page.getByRole('radiogroup')).toBeVisible()
  /** Beranda shows the assessment with all its changes and files, or there is none of it; resolves with whether it is there. */
  const expectAllOrNothing = async (page: Page) => {
    await page.goto(site.address)
    await expect(page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' })).toBeVisible()
    const here = await expectNothingHalf(page)
    const { keys: ids } = await storeOnDisk(page, 'assessments')
    const { rows } = await storeOnDisk<ChangeRow>(page, 'changes')
    await expect(page.getByRole('link', { name: 'Kabupaten Contoh, 2025' })).toHaveCount(ids.length)
    if (ids.length === 0) return false
    expect(rows).toHaveLength(world.changes.length)
    expect([...here].sort()).toEqual([...world.bytes.keys()].sort())
    return true
  }
  let arrived = 0
  let round = 0
  const page = await killAtRandom(profile, {
    rounds: 20,
    seed: 13,
    async prepare(page) {
      await page.goto(site.address)
      const open = await offered(page)
      return timed(async () => {
        await open.click()
        await restored(page)
      })
    },
    async begin(page) {
      if (await expectAllOrNothing(page)) {
        arrived += 1
        await emptied(page)
        await page.reload()
      }
      const open = await offered(page)
      // Not waited for: the kill may come while it is pressed, which fails it.
      open.click().catch(() => undefined)
      round += 1
      // However slow the machine has become since the undisturbed one: some are killed just after.
      if (round % 5 === 0) await restored(page)
    },
  })
  // The undisturbed one counts too, and three that were waited for.
  expect(arrived, 'parcels that arrived before their kill').toBeGreaterThan(3)
  expect(arrived, 'and not all did').toBeLessThan(20)
  if (await expectAllOrNothing(page)) return
  await (await offered(page)).click()
  await restored(page)
  expect(await expectAllOrNothing(page)).toBe(true)
})

/** Takes everything out of the database, past the app. */
function emptied(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('spbe-mandiri')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const database = opening.result
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names, 'readwrite')
    for (const name of names) transaction.objectStore(name).clear()
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
  })
}
