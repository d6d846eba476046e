/** Files on their way in: chosen, dropped and pasted, of every kind; what is said of each, and what is then on disk. */
import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { damaged, manyPages, ordinary, refused, type MadeFile } from '../evidence/hostile-files'
import { begin } from './backup'
import { expect, test } from './fixtures'
import { evidenceOnDisk, filesOnDisk } from './files-data'
import { FillIn } from './pages/fill-in'
import { scannedPdf, textPdf } from './pool-files'

const payload = ({ name, bytes }: MadeFile) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })
const sha = ({ bytes }: MadeFile) => createHash('sha256').update(bytes).digest('hex')

async function choose(page: Page, files: readonly MadeFile[]): Promise<void> {
  await page.getByLabel('Tambah berkas').setInputFiles(files.map(payload))
}

/** Drops files on the place for them, as a file manager does. */
async function drop(page: Page, files: readonly MadeFile[], place = '.intake-drop'): Promise<void> {
  const transfer = await page.evaluateHandle(
    (made) => {
      const data = new DataTransfer()
      for (const { name, bytes } of made) data.items.add(new File([new Uint8Array(bytes)], name))
      return data
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  )
  await page.locator(place).dispatchEvent('drop', { dataTransfer: transfer })
}

const progress = (page: Page) => page.getByRole('region', { name: 'Berkas yang ditambahkan' })
const cites = (page: Page) => page.locator('.cites > li')

test('files of every kind come in, whole and once, and are looked into', async ({ page }) => {
  await begin(page)
  const whole = [...Object.values(ordinary), ...Object.values(damaged), manyPages()]
  await test.step('chosen together with what may not be kept: a word for each, the others are cited', async () => {
    await choose(page, [...whole, ...refused])
    await expect(progress(page)).toContainText(
      `${whole.length} berkas tersimpan dari ${whole.length + refused.length}`,
    )
    const messages = page.getByRole('list', { name: 'Catatan per berkas' }).getByRole('listitem')
    await expect(messages).toHaveCount(refused.length + 1)
    await expect(messages.filter({ hasText: 'gambar.pdf' })).toContainText('isinya Gambar PNG')
    await expect(messages.filter({ hasText: 'kosong.pdf' })).toContainText('0 byte')
    await expect(cites(page)).toHaveCount(whole.length)
  })
  await test.step('byte for byte', async () => {
    const kept = await filesOnDisk(page)
    expect(kept.map(({ sha256 }) => sha256).sort()).toEqual(whole.map(sha).sort())
    for (const { sha256, found } of kept) expect(found, 'SHA-256 of what lies there').toBe(sha256)
  })
  await test.step('looked into, in the background', async () => {
    await expect
      .poll(async () => (await filesOnDisk(page)).filter(({ row }) => row.facts === null).length)
      .toBe(0)
    const rows = new Map(
      (await filesOnDisk(page)).map(({ sha256, row, thumbnail }) => [sha256, { ...row.facts, thumbnail }]),
    )
    const of = (file: MadeFile) => rows.get(sha(file))
    expect(of(ordinary.decree)).toMatchObject({
      pages: 2,
      textLayer: 'ada',
      signed: false,
      lock: 'none',
      thumbnail: [170, 240],
    })
    expect(of(ordinary.decree)?.firstText).toContain('NOMOR 12 TAHUN 2023\nTENTANG')
    expect(of(ordinary.scan)).toMatchObject({ pages: 3, textLayer: 'tidak-ada' })
    expect(of(ordinary.signed)).toMatchObject({ signed: true })
    expect(of(ordinary.picture)).toMatchObject({
      pages: null,
      pixels: { width: 800, height: 400 },
      thumbnail: [240, 120],
    })
    expect(of(damaged.truncated)).toMatchObject({ pages: null, broken: true, lock: 'none', thumbnail: null })
    expect(of(damaged.ownerLocked)).toMatchObject({
      pages: 1,
      lock: 'owner',
      broken: false,
      textLayer: 'ada',
    })
    expect(of(damaged.userLocked)).toMatchObject({ pages: null, lock: 'user', broken: false })
    expect(of(damaged.withScript)).toMatchObject({ pages: 1, textLayer: 'ada' })
    expect(of(damaged.withAttachment)).toMatchObject({ pages: 1 })
    expect(of(damaged.huge)).toMatchObject({ pixels: { width: 20_000, height: 20_000 }, thumbnail: null })
    expect(of(damaged.turned)).toMatchObject({ pixels: { width: 40, height: 80 }, thumbnail: [40, 80] })
    expect(of(manyPages())).toMatchObject({ pages: 5000, textLayer: 'ada' })
  })
  await test.step('what was found stands beside the citation', async () => {
    await expect(cites(page).filter({ hasText: 'Perbup' })).toContainText(/PDF · \d+ KB|PDF · \d+ B/)
    await expect(cites(page).filter({ hasText: 'Perbup' })).toContainText('2 halaman')
    await expect(cites(page).filter({ hasText: 'bersandi' })).toContainText('berkata sandi')
  })
  const { scan } = ordinary
  await test.step('dropped again under another name: nothing is stored or cited twice', async () => {
    const before = await filesOnDisk(page)
    await drop(page, [{ ...scan, name: 'nama lain.pdf' }])
    await expect(progress(page)).toContainText('sudah ada sebagai “pindaian notula”')
    await expect(cites(page)).toHaveCount(whole.length)
    expect(await filesOnDisk(page)).toHaveLength(before.length)
  })
  await test.step('dropped onto another indicator: only cited, and said so', async () => {
    await new FillIn(page).open(2)
    await drop(page, [{ ...scan, name: 'nama lain.pdf' }])
    await expect(progress(page)).toContainText('Dokumen itu dirujuk di sini')
    await expect(cites(page)).toHaveCount(1)
    expect((await evidenceOnDisk(page)).documents).toHaveLength(whole.length)
  })
  await test.step('dropped on the pool while a document is open: one more in it; beside it, the page stays', async () => {
    await page.getByRole('link', { name: 'Bukti', exact: true }).click()
    const pool = page.getByRole('navigation', { name: 'Kumpulan dokumen' })
    await pool.getByRole('link', { name: 'pindaian notula' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'pindaian notula' })).toBeVisible()
    const late = { name: 'menyusul.txt', bytes: Buffer.from('menyusul') }
    await drop(page, [late], 'nav.list')
    await expect(pool.getByRole('link', { name: 'menyusul' })).toBeVisible()
    expect((await evidenceOnDisk(page)).documents).toHaveLength(whole.length + 1)
    const goesOn = await page.locator('main').evaluate((main) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['lain'], 'lain.pdf'))
      return main.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    expect(goesOn, 'the browser may open the file instead').toBe(false)
  })
})

test('from folders and the clipboard, beyond 32 MB, and what is gone meanwhile', async ({ page }, info) => {
  await begin(page)
  const folder = info.outputPath('Bukti 2025')
  const at = (name: string) => join(folder, name)
  mkdirSync(at('Isi'), { recursive: true })
  const large = Buffer.alloc(32_000_001, 'naskah ')
  const contents = {
    'surat.txt': 'surat',
    'Isi/notula.txt': 'notula',
    '.DS_Store': 'x',
    'Isi/Thumbs.db': 'x',
  }
  for (const [name, text] of Object.entries(contents)) writeFileSync(at(name), text)

  await test.step('a folder is dropped: what lies deeper too, and nothing that the system left there', async () => {
    await dropFromDisk(page, [folder])
    await expect(progress(page)).toContainText('2 berkas tersimpan.')
    await expect(cites(page)).toContainText([/surat|notula/, /surat|notula/])
  })
  await test.step('a folder is chosen', async () => {
    writeFileSync(at('Isi/undangan.txt'), 'undangan')
    await page.getByLabel('Tambah folder').setInputFiles(folder)
    await expect(progress(page)).toContainText('3 berkas tersimpan.')
    await expect(cites(page)).toHaveCount(3)
  })
  await test.step('a screenshot is pasted, and named by its moment', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(30, 20)
      canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
      const picture = await canvas.convertToBlob({ type: 'image/png' })
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    })
    await page.keyboard.press('Control+V')
    await expect(cites(page).last()).toContainText(/Tangkapan layar \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d/)
    await expect(cites(page).last()).toContainText('PNG')
  })
  await test.step('more than is read at once has its sum all the same', async () => {
    writeFileSync(at('besar.bin'), large)
    await page.getByLabel('Tambah berkas').setInputFiles(at('besar.bin'))
    await expect(cites(page).filter({ hasText: 'besar' })).toContainText('32 MB')
    const sum = createHash('sha256').update(large).digest('hex')
    expect((await filesOnDisk(page)).find(({ sha256 }) => sha256 === sum)).toMatchObject({ found: sum })
  })
  await test.step('removed or changed between choosing and reading: a word for each, the rest comes in', async () => {
    const names = ['utuh 1.txt', 'hilang.txt', 'berubah.txt', 'utuh 2.txt']
    for (const name of names) writeFileSync(at(name), `isi ${name}`)
    const input = page.getByLabel('Tambah berkas')
    // The app hears of the choice only after the files have changed.
    await page.evaluate(() =>
      addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true, once: true }),
    )
    await input.setInputFiles(names.map(at))
    rmSync(at('hilang.txt'))
    writeFileSync(at('berubah.txt'), 'isi yang lain dan lebih panjang')
    await input.dispatchEvent('change')
    await expect(progress(page)).toContainText('2 berkas tersimpan dari 4')
    const messages = page.getByRole('list', { name: 'Catatan per berkas' }).getByRole('listitem')
    await expect(messages).toContainText([/hilang\.txt: tidak terbaca/, /berubah\.txt: tidak terbaca/])
    for (const { sha256, found } of await filesOnDisk(page)) expect(found).toBe(sha256)
  })
})

/** Drops files and folders as a file manager does: the browser itself hands them over, with what lies in them. */
async function dropFromDisk(page: Page, files: string[]): Promise<void> {
  const place = page.locator('.intake-drop')
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (!box) throw new Error('nothing to drop on')
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files, dragOperationsMask: 1 },
    })
  }
  await session.detach()
}

test('a new version asks for the pages to be checked, and is proposed from, not filled in', async ({
  page,
}) => {
  await begin(page)
  const { decree, scan } = ordinary
  await choose(page, [decree])
  await expect(cites(page)).toContainText('2 halaman')
  const dialog = page.getByRole('dialog', { name: 'Ubah rujukan' })
  await page.getByRole('button', { name: /^Ubah rujukan/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Nomor' })).toHaveValue('')
  await dialog.getByRole('button', { name: 'Pakai Nomor “12”' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Nomor' })).toHaveValue('12')
  await dialog.getByRole('textbox', { name: 'Halaman' }).fill('2')
  await dialog.getByRole('textbox', { name: 'Tautan' }).fill('https://jdih.contoh.go.id/12')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(cites(page)).toContainText('Tautan: https://jdih.contoh.go.id/12')
  await expect(cites(page).getByText('Periksa halaman')).toHaveCount(0)

  await page.getByRole('button', { name: /^Ubah rujukan/ }).click()
  await dialog.getByLabel('Ganti dengan versi baru').setInputFiles([payload(scan)])
  await expect(dialog.getByText('pindaian notula.pdf')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cites(page)).toContainText('versi terbaru dari 2')
  await page.getByRole('button', { name: 'Halaman masih tepat' }).click()
  await expect(cites(page).getByText('Periksa halaman')).toHaveCount(0)
})

test('a scan that cannot be looked into for want of its decoder is looked into another time', async ({
  page,
  context,
  watched,
}) => {
  watched.expectFault(/pdfjs\/decoders|Failed to load resource|Failed to fetch dynamically imported module/)
  await begin(page)
  await context.route('**/pdfjs/decoders.js', (route) => route.abort())
  const scan = { name: 'pindaian.pdf', bytes: new Uint8Array(scannedPdf('JBIG2Decode')) }
  const text = { name: 'naskah.pdf', bytes: new Uint8Array(textPdf('Perbup', 2)) }
  const found = async () =>
    new Map(
      (await filesOnDisk(page)).map(({ sha256, row, thumbnail }) => [sha256, [row.facts?.pages, thumbnail]]),
    )
  await choose(page, [scan, text])
  await expect.poll(found).toEqual(
    new Map([
      [sha(scan), [undefined, null]],
      [sha(text), [2, [170, 240]]],
    ]),
  )
  await context.unroute('**/pdfjs/decoders.js')
  await page.reload()
  await expect.poll(found).toEqual(
    new Map([
      [sha(scan), [1, [200, 200]]],
      [sha(text), [2, [170, 240]]],
    ]),
  )
})
