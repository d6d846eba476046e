import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { presentOf } from '../../src/answers/present'
import { pastYearsOf } from '../../src/comparison/years'
import type { AppServices } from '../../src/screens/app/app-context'
import { loadExample } from '../../src/screens/home/example'
import { readChanges, saveChanges } from '../../src/storage/changes'
import { ASSESSMENT, changeOf, indicatorTarget } from '../examples/changes'
import { publishedCase } from '../examples/published-results'
import { indicatorIds } from '../examples/spbe-2020'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

const all = (value: number) =>
  indicatorIds.map((id) => ({ target: indicatorTarget(id), field: 'value', value }))

async function open(id: string) {
  const opened = renderApp(services, `#/nilai/${id}/hasil`)
  const section = within(await screen.findByRole('region', { name: 'Tahun ke tahun' }))
  return { ...opened, section }
}

const cellsOf = (row: HTMLElement) => [...row.children].slice(0, 4).map((cell) => cell.textContent)

test('the example stands beside the published year before it', async () => {
  const id = await loadExample(services)
  const [past] = pastYearsOf(presentOf(await readChanges(services.database, id)))
  const published = publishedCase('kota-bandar-lampung-2021')
  expect(past?.index).toBe(published.index)
  expect(Object.fromEntries(past?.nodes ?? [])).toEqual(published.indicators)
  const { section } = await open(id)
  const rows = within(await section.findByRole('region', { name: 'Tabel tahun' }))
    .getAllByRole('row')
    .slice(1)
  expect(rows.map(cellsOf)).toEqual([
    ['2021', 'SPBE 47 indikator (PermenPANRB 59/2020)', '1,20', '–'],
    ['2022', 'SPBE 47 indikator (PermenPANRB 59/2020)', '1,50', '+0,30'],
  ])
  expect(section.getByRole('img', { name: /2021 1,20; 2022 1,50/ })).toBeInTheDocument()
})

test('a past year is typed, refused with a reason, changed, removed and brought back', async () => {
  const id = await storeExample(services, { entries: all(3) })
  const { user, section } = await open(id)
  await user.click(section.getByRole('button', { name: 'Tambah hasil tahun lalu' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Tambah hasil tahun lalu' }))
  await user.type(dialog.getByRole('textbox', { name: 'Tahun' }), '24')
  await user.type(dialog.getByRole('textbox', { name: 'Indeks' }), '7,5')
  await user.click(dialog.getByRole('button', { name: 'Simpan' }))
  expect(await dialog.findByText(/Tulis tahun dengan empat angka/)).toBeInTheDocument()
  expect(dialog.getByText(/Tulis indeks 1 sampai 5/)).toBeInTheDocument()
  await user.clear(dialog.getByRole('textbox', { name: 'Tahun' }))
  await user.type(dialog.getByRole('textbox', { name: 'Tahun' }), '2024')
  await user.clear(dialog.getByRole('textbox', { name: 'Indeks' }))
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Yang diketahui' }), 'Nilai tiap domain')
  const values = ['2,00', '2.5', '', '3,00']
  const inputs = within(dialog.getByRole('group', { name: 'Nilai tiap domain' })).getAllByRole('textbox')
  for (const [at, input] of inputs.entries()) if (values[at]) await user.type(input, values[at])
  await user.click(dialog.getByRole('button', { name: 'Simpan' }))
  expect(await dialog.findByText('Tulis angka 1 sampai 5, misalnya 2,10.')).toBeInTheDocument()
  await user.type(inputs[2] as HTMLElement, '1')
  await user.click(dialog.getByRole('button', { name: 'Simpan' }))
  // 13 × 2 + 25 × 2,5 + 16,5 × 1 + 45,5 × 3, divided by 100.
  const table = within(await section.findByRole('region', { name: 'Tabel tahun' }))
  expect(
    cellsOf((await table.findByRole('rowheader', { name: '2024' })).closest('tr') as HTMLElement)[2],
  ).toBe('2,42')
  expect(cellsOf(table.getByRole('rowheader', { name: '2025' }).closest('tr') as HTMLElement)[3]).toBe(
    '+0,58',
  )

  await user.click(section.getByRole('button', { name: 'Ubah hasil tahun 2024' }))
  const again = within(await screen.findByRole('dialog', { name: 'Ubah hasil tahun lalu' }))
  expect(again.getByRole('combobox', { name: 'Yang diketahui' })).toHaveValue('domain')
  await user.type(again.getByRole('textbox', { name: 'Indeks' }), '2,40')
  await user.click(again.getByRole('button', { name: 'Simpan' }))
  expect(cellsOf(table.getByRole('rowheader', { name: '2024' }).closest('tr') as HTMLElement)[2]).toBe('2,40')

  await user.click(section.getByRole('button', { name: 'Tambah hasil tahun lalu' }))
  const twice = within(await screen.findByRole('dialog'))
  await user.type(twice.getByRole('textbox', { name: 'Tahun' }), '2024')
  await user.type(twice.getByRole('textbox', { name: 'Indeks' }), '3')
  await user.click(twice.getByRole('button', { name: 'Simpan' }))
  expect(await twice.findByText(/Hasil tahun 2024 dengan instrumen ini sudah ada/)).toBeInTheDocument()
  await user.click(twice.getByRole('button', { name: 'Batal' }))

  await user.click(section.getByRole('button', { name: 'Hapus hasil tahun 2024' }))
  expect(table.queryByRole('rowheader', { name: '2024' })).not.toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
  expect(table.getByRole('rowheader', { name: '2024' })).toBeInTheDocument()
})

test('years of another instrument break the line and are never subtracted', async () => {
  const target = { kind: 'pastYear', id: 'lama' } as const
  const id = await storeExample(services, {
    entries: [
      ...all(3),
      { target, field: 'year', value: 2020 },
      { target, field: 'instrument', value: 'spbe-2018' },
      { target, field: 'index', value: 2.1 },
    ],
  })
  const { section } = await open(id)
  const table = within(await section.findByRole('region', { name: 'Tabel tahun' }))
  const row = table.getByRole('rowheader', { name: '2025' }).closest('tr') as HTMLElement
  expect(cellsOf(row)[3]).toBe('–')
  expect(within(row).getByText('instrumen berganti')).toBeInTheDocument()
  expect(section.getByText(/Instrumen berganti 1 kali/)).toBeInTheDocument()
})

test('other assessments of the institution stand beside, copies for trying out do not', async () => {
  await storeExample(services, { entries: all(2), origin: 'copy' })
  await storeExample(services, { entries: all(4) })
  const named = { target: ASSESSMENT, field: 'sourceAssessment', value: 'x' }
  const id = await storeExample(services, { entries: [...all(3), named] })
  const { section } = await open(id)
  const table = within(await section.findByRole('region', { name: 'Tabel tahun' }))
  await table.findByText('Penilaian di komputer ini')
  expect(table.getAllByRole('rowheader')).toHaveLength(2)
  expect(table.getByText('4,00')).toBeInTheDocument()
})

test('a past year that two people gave differently is told, and decided by one press', async () => {
  const target = { kind: 'pastYear', id: 'lalu' } as const
  const id = await storeExample(services, {
    entries: [
      ...all(3),
      { target, field: 'instrument', value: 'spbe-2020' },
      { target, field: 'index', value: 2.1 },
    ],
  })
  const savings = [2022, 2021].map((year) => ({
    change: changeOf(`tahun-${year}`, target, 'year', year),
    otherId: `lain-${year}`,
  }))
  await saveChanges(services.database, id, savings, '2025-06-03T01:00:00Z')
  const { user, section } = await open(id)
  expect(await section.findByText('Hasil tahun 2021 / 2022 belum diputuskan.')).toBeInTheDocument()
  const table = within(section.getByRole('region', { name: 'Tabel tahun' }))
  expect(table.queryByRole('rowheader', { name: '2022' })).not.toBeInTheDocument()
  await user.click(section.getByRole('button', { name: 'Pakai 2022' }))
  expect(await table.findByRole('rowheader', { name: '2022' })).toBeInTheDocument()
  expect(section.queryByText(/belum diputuskan/)).not.toBeInTheDocument()
})
