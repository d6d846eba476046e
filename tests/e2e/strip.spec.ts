/** The live index on top: provisional, with its blanks, and never more than is known. */
import { expect, test } from './fixtures'
import { begin } from './backup'
import { indicators, levels, meanText, type Levels } from './instrument'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'

/** 39 of 47: the smaller management indicators and three services are blank. */
const blanks = ['I24', 'I25', 'I26', 'I27', 'I28', 'I41', 'I46', 'I47']
const raised = ['I32', 'I33', 'I34', 'I35', 'I42', 'I43', 'I44', 'I45']
const partly: Levels = Object.fromEntries(
  indicators
    .filter(({ id }) => !blanks.includes(id))
    .map(({ id, number }) => [id, (number > 10 && number <= 21) || raised.includes(id) ? 3 : 2]),
)

test('says nothing of an index before the first answer, and follows every choice', async ({ page }) => {
  await begin(page)
  const strip = new Strip(page)
  const fillIn = new FillIn(page)
  await strip.shows('—', '0/47')
  const details = await strip.open()
  await expect(details).toContainText('Belum ada hasil. Pilih tingkat pada satu indikator dulu.')
  await expect(details.getByRole('cell', { name: '–' })).not.toHaveCount(0)
  await details.getByRole('button', { name: 'Tutup' }).click()
  await fillIn.level(3).click()
  await strip.shows(`${meanText({ I01: 3 })} bisa sampai ${meanText({ I01: 3 }, 5)}`, '1/47')
  await page.getByRole('button', { name: 'Kosongkan' }).click()
  await strip.shows('—', '0/47')
})

test('counts blanks as the lowest level and says how high it can still get', async ({ page }) => {
  await begin(page, { values: partly })
  const strip = new Strip(page)
  expect([meanText(partly), meanText(partly, 5)]).toEqual(['2,33', '2,98'])
  await strip.shows('2,33 bisa sampai 2,98', '39/47')
  const details = await strip.open()
  await expect(details).toContainText('Cukup, bila sisanya tetap kosong')
  await expect(details).toContainText('8 kosong dihitung tingkat 1, seperti yang dilakukan asesor.')
  await expect(details).toContainText('Bila semua yang kosong bernilai 5: paling tinggi 2,98.')
  await expect(details).toContainText('Ke predikat Baik: kurang 0,27.')
  await expect(details).toContainText('Sementara, bukan nilai resmi.')
  await page.keyboard.press('Escape')
  await expect(details).toBeHidden()
  await expect(strip.strip.getByRole('button', { name: /^Rincian/ })).toBeFocused()
})

test('shows every domain and aspect with its value and progress', async ({ page }) => {
  await begin(page, { values: partly })
  const details = await new Strip(page).open()
  const ids = (from: number, to: number) =>
    indicators.filter(({ number }) => number >= from && number <= to).map(({ id }) => id)
  const rows: [string, string, string, string][] = [
    ['Kebijakan Internal Tata Kelola SPBE', '13 %', '10/10', meanText(partly, 1, ids(1, 10))],
    ['Perencanaan Strategis SPBE', '10 %', '4/4', meanText(partly, 1, ids(11, 14))],
    ['Penerapan Manajemen SPBE', '12 %', '3/8', meanText(partly, 1, ids(21, 28))],
    ['Layanan Publik Berbasis Elektronik', '18 %', '4/6', meanText(partly, 1, ids(42, 47))],
  ]
  for (const row of rows) {
    await expect(details.getByRole('row').filter({ hasText: row[0] }).last()).toHaveText(row.join(''))
  }
  await expect(details.getByRole('row')).toHaveCount(1 + 4 + 8 + 1)
})

test('loads the published example, marked as one', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Coba dengan contoh' }).click()
  const strip = new Strip(page)
  await strip.shows('1,50', '47/47')
  await expect(strip.strip).toContainText('Kota Bandar Lampung · 2022')
  await expect(strip.strip).toContainText('Contoh · SPBE 47 indikator')
  const details = await strip.open()
  await expect(details).toContainText('Indeks sementara 1,50')
  await expect(details).toContainText('Kurang')
  await expect(details).not.toContainText('bila sisanya tetap kosong')
  await details.getByRole('button', { name: 'Tutup' }).click()
  await strip.strip.getByRole('link', { name: /Kota Bandar Lampung/ }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Kota Bandar Lampung, 2022' })).toContainText(
    /contoh.*1,50/,
  )
})

test('a part of the indicators has a mean of its own and no predicate', async ({ page }) => {
  const scope = ['I32', 'I42', 'I43']
  const values = { I32: 4, I42: 3 }
  await begin(page, { scope, values })
  const strip = new Strip(page)
  await strip.shows(
    `${meanText(values, 1, scope)} bisa sampai ${meanText(values, 5, scope)}`,
    '2/3',
    'Rata-rata bagian kami',
  )
  await expect(strip.strip).not.toContainText('Indeks sementara')
  const details = await strip.open()
  await expect(details).toContainText('Predikat hanya ada untuk seluruh instansi.')
  for (const predicate of ['Kurang', 'Cukup', 'Baik', 'Sangat Baik', 'Memuaskan']) {
    await expect(details).not.toContainText(predicate)
  }
  // After the indicators one more: the general questions.
  await expect(new FillIn(page).list.getByRole('listitem')).toHaveCount(3 + 1)
})

/** Level 4 for those named, 1 for the rest but `others`. */
function levelsOf(fours: string, others: Levels = {}): Levels {
  return levels(1, { ...Object.fromEntries(fours.split(' ').map((id) => [id, 4])), ...others })
}

/** Levels whose weights come to this sum; the index is the sum over 10,000. */
const near: readonly { sum: number; shown: string; predicate: string; told: boolean; values: Levels }[] = [
  {
    sum: 17_945,
    shown: '1,79',
    predicate: 'Kurang',
    told: false,
    values: levelsOf('I01 I02 I03 I04 I05 I06 I07 I08 I12 I13 I14 I15 I16 I32', { I11: 2 }),
  },
  {
    sum: 17_950,
    shown: '1,80',
    predicate: 'Kurang',
    told: true,
    values: levelsOf('I01 I02 I03 I04 I05 I11 I12 I13 I14 I15 I16 I17 I18'),
  },
  {
    sum: 18_000,
    shown: '1,80',
    predicate: 'Cukup',
    told: true,
    values: levelsOf('I02 I03 I04 I05 I06 I07 I08 I09 I12 I13 I14 I15 I16 I17', { I01: 2, I11: 2 }),
  },
  {
    sum: 18_055,
    shown: '1,81',
    predicate: 'Cukup',
    told: false,
    values: levelsOf('I01 I02 I03 I04 I05 I06 I07 I11 I12 I13 I14 I15 I16 I32'),
  },
]

for (const { sum, shown, predicate, told, values } of near) {
  test(`an index of ${sum / 10_000}: ${predicate}, ${told ? 'with' : 'without'} the notice of a floor`, async ({
    page,
  }) => {
    expect(
      indicators.reduce((total, { id, weightUnits }) => total + weightUnits * (values[id] ?? 0), 0),
    ).toBe(sum)
    await begin(page, { values })
    const strip = new Strip(page)
    await strip.shows(shown, '47/47')
    const details = await strip.open()
    await expect(details.getByText(predicate, { exact: true })).toBeVisible()
    await expect(details.getByText('Sangat dekat dengan ambang Cukup (1,80).')).toHaveCount(told ? 1 : 0)
  })
}
