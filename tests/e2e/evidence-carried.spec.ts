/** A whole round: three hundred real-looking files are taken in, cited, and carried by parcel to empty profiles, byte for byte. */
import type { Browser, Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../src/answers/change'
import type { Backup } from '../../src/handover/backup'
import { changesOf, citationTarget } from '../examples/changes'
import { spbe2020 } from '../examples/spbe-2020'
import { openWithAge } from '../handover/age-program'
import { backupOf } from './backup'
import { makeEvidenceFiles, type EvidenceFile } from './evidence-files'
import { expect, test } from './fixtures'
import { evidenceOnDisk, filesOnDisk, type FileOnDisk } from './files-data'
import { lay } from './laid'
import { give, otherComputer } from './other-computer'
import { changesOnDisk } from './storage-data'

const COUNT = 300
const SEED = 4
const CITED_TEN_TIMES = 5

const indicators = spbe2020.domains.flatMap(({ aspects }) =>
  aspects.flatMap((aspect) => aspect.indicators.map(({ id }) => id)),
)

test(`${COUNT} files, cited under every indicator, arrive by parcel with and without a password`, async ({
  page,
  browser,
  baseURL,
}, info) => {
  // All of a round, twice over: a stop for what hangs on a busy machine.
  test.setTimeout(360_000)
  const made = await makeEvidenceFiles(page, COUNT, SEED)
  const backup = JSON.parse(backupOf({ values: { I01: 2 } })) as Backup
  const [id = ''] = await lay(page, JSON.stringify(backup))

  await test.step('taken in onto the pool', async () => {
    await page.goto(`./#/nilai/${id}/bukti`)
    await page.getByLabel('Tambah berkas').setInputFiles(saved(made, info.outputPath('berkas')))
    await expect(page.getByRole('region', { name: 'Berkas yang ditambahkan' })).toContainText(
      `${COUNT} berkas tersimpan.`,
    )
  })
  const files = await test.step('and looked into', async () => {
    await expect.poll(() => notInspected(page), { timeout: 120_000 }).toBe(0)
    const files = await filesOnDisk(page)
    const layers = files.map(({ row }) => row.facts?.textLayer)
    // Decrees and scans with words in them, scans without, and what is no PDF.
    const count = (layer: unknown) => layers.filter((one) => one === layer).length
    expect(['ada', 'tidak-ada', null].map(count)).toEqual([180, 60, 60])
    return files
  })
  const kept = whole(files)
  expect([...kept.keys()].sort()).toEqual(made.map(({ sha256 }) => sha256).sort())

  const documents = (await evidenceOnDisk(page)).documents.map((document) => document.id)
  expect(documents).toHaveLength(COUNT)
  await lay(
    page,
    JSON.stringify({ ...backup, changes: [...(await changesOnDisk(page)), ...citing(documents)] }),
  )
  const here = await evidenceOnDisk(page)
  expect([...here.citations.keys()].sort()).toEqual([...indicators].sort())

  await page.goto(`./#/nilai/${id}/kirim`)
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  const open = await written(page, info.outputPath('paket.zip'))
  await page.getByLabel('Kunci dengan kata sandi').check()
  const words = (await page.getByLabel('Kata sandi yang diusulkan').textContent()) ?? ''
  const locked = await written(page, info.outputPath('paket.zip.age'))

  await test.step('opened outside by other programs: every file has the bytes it is named by', () => {
    expectWholeOutside(open, made, 'unzip')
    const unlocked = info.outputPath('dibuka.zip')
    openWithAge(locked, unlocked, words)
    expectWholeOutside(unlocked, made, 'python3')
  })
  for (const [path, password] of [
    [open, null],
    [locked, words],
  ] as const) {
    await test.step(`in an empty profile, ${password === null ? 'open' : 'locked'}`, async () => {
      const other = await carried(browser, baseURL, path, password)
      expect(await evidenceOnDisk(other)).toEqual(here)
      expect(whole(await filesOnDisk(other))).toEqual(kept)
      await other.context().close()
    })
  }
})

/** Every indicator cites six documents, and the first few stand under ten each. */
function citing(documents: readonly string[]): Change[] {
  const cites = indicators.flatMap((indicator, index) => {
    const own = documents.slice(index * 6, index * 6 + 6)
    const common = documents.slice(-CITED_TEN_TIMES).filter((_, at) => Math.floor(index / 10) === at)
    return [...own, ...common].map((document) => ({ indicator, document, pages: '1', pdfPages: '1' }))
  })
  return cites.flatMap((cite, index) => changesOf(citationTarget(`rujukan-${index}`), cite))
}

function saved(files: readonly EvidenceFile[], folder: string): string[] {
  mkdirSync(folder)
  return files.map(({ name, buffer }) => {
    const path = join(folder, name)
    writeFileSync(path, buffer)
    return path
  })
}

/** What is known of every file, by its SHA-256; its bytes have to be those it is named by. */
function whole(files: readonly FileOnDisk[]): Map<string, unknown> {
  for (const { sha256, row, found } of files) expect([row.sha256, found]).toEqual([sha256, sha256])
  return new Map(
    files.map(({ sha256, row: { crc32, size, mediaType } }) => [sha256, { crc32, size, mediaType }]),
  )
}

function notInspected(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const database = await wait(indexedDB.open('spbe-mandiri'))
    const rows = await wait(database.transaction('files').objectStore('files').getAll())
    database.close()
    return rows.filter(({ facts }: { facts: unknown }) => facts === null).length
  })
}

/** Writes a parcel, and keeps the download. */
async function written(page: Page, path: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  await (await downloading).saveAs(path)
  await page.getByRole('button', { name: 'Selesai' }).click()
  return path
}

/** Programs that know ZIPs and nothing of the app; they check CRCs too. */
const UNPACKERS = {
  unzip: (zip: string, folder: string) => ['-q', zip, '-d', folder],
  python3: (zip: string, folder: string) => ['-m', 'zipfile', '-e', zip, folder],
}

function expectWholeOutside(zip: string, made: readonly EvidenceFile[], tool: keyof typeof UNPACKERS): void {
  const folder = `${zip}-${tool}`
  mkdirSync(folder)
  execFileSync(tool, UNPACKERS[tool](zip, folder))
  const files = readdirSync(join(folder, 'files'))
  expect(files.map((name) => name.slice(0, 64)).sort()).toEqual(made.map(({ sha256 }) => sha256).sort())
  for (const name of files) {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, 'files', name)))
      .digest('hex')
    expect(name.slice(0, 64), tool).toBe(sum)
  }
}

async function carried(
  browser: Browser,
  baseURL: string | undefined,
  path: string,
  password: string | null,
): Promise<Page> {
  const other = await otherComputer(browser, baseURL)
  await give(other, path)
  if (password !== null) {
    await other.getByLabel('Kata sandi paket ini').fill(password)
    await other.getByRole('button', { name: 'Buka kunci' }).click()
  }
  await other.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(other.getByRole('radiogroup')).toBeVisible()
  return other
}
