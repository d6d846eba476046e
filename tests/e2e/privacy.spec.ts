/** Nothing leaves the computer: a whole walk through the app, watched from the browser and from the server. */
import { expect, test, watch, readyOffline, dist } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { serve } from './static-server'

test('a whole walk asks no other host, and after the first visit not even its own', async ({ browser }) => {
  const site = await serve(dist)
  const context = await browser.newContext()
  const watched = await watch(context)
  const page = await context.newPage()
  await page.goto(site.address)
  await readyOffline(page)
  expect(context.serviceWorkers().map((worker) => worker.url())).toEqual([`${site.address}sw.js`])
  site.asked.length = 0

  const strip = new Strip(page)
  const fillIn = new FillIn(page)
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.getByRole('link', { name: 'Mulai penilaian', exact: true }).click()
  await page.getByLabel('Nama lengkap instansi').fill('Kota Contoh')
  await page.getByLabel('Tahun penilaian').fill('2025')
  await page.getByRole('radio', { name: /Sebagian saja/ }).check()
  await page.getByRole('checkbox', { name: /^1\. / }).check()
  await page.getByRole('button', { name: 'Mulai mengisi' }).click()
  await fillIn.level(3).click()
  await fillIn.cite({ Judul: 'https://contoh.example/peraturan.pdf', Halaman: '3' })
  await fillIn.analysis.fill('Lihat http://contoh.example/')
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog', { name: 'Bantuan tombol' }).getByRole('button', { name: 'Tutup' }).click()
  for (const title of ['Justifikasi', 'Penjelasan', 'Kendala dan tindak lanjut', 'Riwayat']) {
    await fillIn.unfold(title)
  }
  await strip.go('Bukti')
  await heading('Bukti')
  await strip.go('Hasil')
  await heading('Hasil')
  await strip.go('Kirim')
  const report = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Buat laporan PDF' }).click()
  await report
  await page.getByRole('button', { name: /Kami sendiri/ }).click()
  const backup = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan cadangan' }).click()
  const saved = await (await backup).path()
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByLabel(/Periksa cadangan yang sudah disimpan/).setInputFiles(saved)
  await expect(page.getByText(/Berkas ini utuh/)).toBeVisible()
  await strip.strip.getByRole('link', { name: /Kota Contoh/ }).click()

  await page.getByRole('button', { name: 'Coba dengan contoh' }).click()
  await strip.shows('1,50', '47/47')
  await strip.open()
  await page.keyboard.press('Escape')
  await strip.strip.getByRole('link', { name: /Kota Bandar Lampung/ }).click()
  await page.getByLabel('Lainnya untuk Kota Contoh').click()
  await page.getByRole('link', { name: 'Ganti nama atau tahun' }).click()
  await heading('Identitas penilaian')
  await page.goto(`${site.address}#/`)
  await page.getByLabel('Lainnya untuk Kota Contoh').click()
  await page.getByRole('button', { name: 'Hapus (ke Sampah)' }).click()
  await page.getByRole('link', { name: 'Sampah (1)' }).click()
  await heading('Sampah')
  await page.getByRole('button', { name: 'Pulihkan' }).click()
  await expect(page.getByText('Sampah kosong.')).toBeVisible()

  // Whether there is a newer worker is the browser's own question, at a time of its own choosing.
  const asked = site.asked.filter((path) => !/\/(?:sw|workbox-[\w-]+)\.js$/.test(path))
  expect(asked).toEqual([])
  const foreign = watched.requests.filter((url) => !url.startsWith(site.address) && !url.startsWith('blob:'))
  expect(foreign).toEqual([])
  expect(watched.faults).toEqual([])
  await context.close()
  await site.stop()
})
