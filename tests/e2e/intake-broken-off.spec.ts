/** Taking files in is broken off: by a full disk, by closing the tab, by the person. No file is there by half. */
import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { backupOf, openBackup } from './backup'
import { expect } from './fixtures'
import { evidenceOnDisk, filesOnDisk, harmless } from './files-data'
import { quota, startWithLittleRoom } from './little-room'
import { test } from './profile'

// What the service worker fetches takes room too, whenever it is done.
test.use({ serviceWorkers: 'block', browserOnProfile: 'shell' })

interface Made {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const made = (name: string, size: number): Made => ({ name, mimeType: '', buffer: harmless(size) })
const sha = ({ buffer }: Made) => createHash('sha256').update(buffer).digest('hex')
const progress = (page: Page) => page.getByRole('region', { name: 'Berkas yang ditambahkan' })

async function choose(page: Page, files: readonly Made[]): Promise<void> {
  await page.getByLabel('Tambah berkas').setInputFiles([...files])
}

/** Every row has its bytes and they are the ones it names; whatever a document has is there. */
async function expectNothingHalf(page: Page): Promise<string[]> {
  const kept = await filesOnDisk(page)
  for (const { sha256, row, found } of kept) expect([row.sha256, found]).toEqual([sha256, sha256])
  const cited = (await evidenceOnDisk(page)).documents.flatMap(({ files }) =>
    files.map((file) => file.sha256),
  )
  for (const sha256 of cited) expect(kept.map((file) => file.sha256)).toContain(sha256)
  return cited
}

test('the disk fills up in the middle: a word for the file, the rest goes on', async ({ site, profile }) => {
  const page = await startWithLittleRoom(profile, site.address, 3_000_000)
  const big = made('terlalu besar untuk sisa ruang.bin', 6_000_000)
  const small = [1, 2, 3, 4].map((number) => made(`kecil ${number}.bin`, 60_000))
  await choose(page, [...small.slice(0, 2), big, ...small.slice(2)])
  await expect(progress(page)).toContainText('4 berkas tersimpan dari 5')
  await expect(progress(page).getByRole('listitem')).toContainText(
    'terlalu besar untuk sisa ruang.bin: belum tersimpan, penyimpanan penuh',
  )
  expect((await expectNothingHalf(page)).sort()).toEqual(small.map(sha).sort())
  await quota(page)
  await choose(page, [big])
  await expect(progress(page)).toContainText('1 berkas tersimpan.')
  expect((await expectNothingHalf(page)).sort()).toEqual([...small, big].map(sha).sort())
})

test('tab closed, called off: what is there is whole, and the same files come in again', async ({
  site,
  profile,
}) => {
  const files = Array.from({ length: 40 }, (_, number) => made(`berkas ${number}.bin`, 100_000))
  const context = await profile.launch()
  let page = context.pages()[0] ?? (await context.newPage())
  await page.goto(site.address)
  await openBackup(page, backupOf({}))
  const address = page.url()
  /** Waits until some files, but not all, are there. */
  const midway = async (least: number) => {
    await expect(progress(page)).toContainText(new RegExp(`(${least}|[1-3]\\d) dari 40`))
  }

  await test.step('called off by the person', async () => {
    // Six times over, so that there is something left to call off on a quick machine.
    await choose(page, Array.from({ length: 6 }, () => files).flat())
    await page.getByRole('button', { name: 'Batalkan' }).click()
    await expect(progress(page)).toContainText('Dibatalkan.')
    await expectNothingHalf(page)
  })
  await test.step('the tab is closed', async () => {
    await choose(page, files)
    await midway(5)
    const other = await context.newPage()
    await page.close()
    page = other
    await page.goto(address)
    await expectNothingHalf(page)
  })
  await test.step('the same files again: all there, each once', async () => {
    await choose(page, files)
    await expect(progress(page)).toContainText('40 berkas tersimpan.')
    const cited = await expectNothingHalf(page)
    expect(cited.sort()).toEqual(files.map(sha).sort())
  })
})
