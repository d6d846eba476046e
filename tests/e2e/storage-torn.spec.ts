/**
 * What a browser killed in the middle of a write leaves on the disk: a log whose last record is torn. Chromium passes that over
 * once, writes on behind it, and at the start after would take the whole database for damaged and delete it
 * (docs/decisions/025).
 */
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { backupOf, openBackup } from './backup'
import { expect } from './fixtures'
import { FillIn } from './pages/fill-in'
import { test } from './profile'
import { textOnDisk } from './storage-data'

test.use({ serviceWorkers: 'block', browserOnProfile: 'shell' })

/** LevelDB's log: blocks of 32 kB, each record with a checksum (4 bytes), its length (2) and its kind (1) before it. */
const BLOCK = 32_768
const HEADER = 7
const WHOLE_RECORD = 1

/** The log that Chromium writes IndexedDB's changes to. */
function logIn(folder: string): string {
  const databases = join(folder, 'Default', 'IndexedDB')
  const [ours = ''] = readdirSync(databases).filter((name) => name.endsWith('.leveldb'))
  const logs = readdirSync(join(databases, ours)).filter((name) => name.endsWith('.log'))
  expect(logs).toHaveLength(1)
  return join(databases, ours, logs[0] ?? '')
}

/** The beginning of a record that says it is longer, as a write that was broken off leaves it. */
function tear(log: string): void {
  const room = BLOCK - (statSync(log).size % BLOCK) - HEADER
  // Two bytes, one of which is there, will do: by chance there is less room once in thousands of runs.
  expect(room, 'room in the last block').toBeGreaterThan(1)
  const record = Buffer.alloc(HEADER + Math.min(room - 1, 40), 0x55)
  record.writeUInt16LE(Math.min(room, 300), 4)
  record.writeUInt8(WHOLE_RECORD, 6)
  appendFileSync(log, record)
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  return page
}

async function goneOn(context: BrowserContext, address: string): Promise<FillIn> {
  const page = await opened(context, address)
  await page.getByRole('link', { name: 'Lanjutkan' }).click()
  return new FillIn(page)
}

test('after a torn write everything is there, at the first start and at the ones after', async ({
  site,
  profile,
}) => {
  const texts = ['sebelum', 'sesudah satu', 'sesudah dua']
  const first = await profile.launch()
  const page = await opened(first, site.address)
  await openBackup(page, backupOf({}))
  await new FillIn(page).analysis.fill(texts[0] ?? '')
  await new FillIn(page).saved()
  await profile.kill()
  for (const text of texts.slice(1)) {
    tear(logIn(profile.folder))
    const fillIn = await goneOn(await profile.launch(), site.address)
    await expect(fillIn.analysis).toHaveValue(texts[texts.indexOf(text) - 1] ?? '')
    await fillIn.analysis.fill(text)
    await fillIn.saved()
    await profile.kill()
  }
  const last = await goneOn(await profile.launch(), site.address)
  await expect(last.analysis).toHaveValue('sesudah dua')
})

test('a database that the browser has emptied is told of, once, and a new one can be begun', async ({
  site,
  profile,
}) => {
  const page = await opened(await profile.launch(), site.address)
  await openBackup(page, backupOf({}))
  await new FillIn(page).analysis.fill('hilang')
  await new FillIn(page).saved()
  await profile.kill()
  const log = logIn(profile.folder)
  const bytes = readFileSync(log)
  const middle = Math.floor(bytes.length / 2)
  bytes.fill(0x55, middle, middle + 64)
  writeFileSync(log, bytes)

  const after = await opened(await profile.launch(), site.address)
  await expect(
    after.getByRole('heading', { level: 1, name: 'Peramban mengosongkan penyimpanannya' }),
  ).toBeVisible()
  await expect(after.getByText('Buka atau pulihkan dari cadangan')).toBeVisible()
  await after.getByRole('button', { name: 'Muat ulang' }).click()
  await expect(after.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' })).toBeVisible()
  await openBackup(after, backupOf({}))
  await new FillIn(after).analysis.fill('dari awal')
  await new FillIn(after).saved()
  expect(await textOnDisk(after, 'I01')).toBe('dari awal')
})
