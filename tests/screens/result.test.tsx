import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AppServices } from '../../src/screens/app/app-context'
import { indicatorTarget } from '../examples/changes'
import { indicatorIds } from '../examples/spbe-2020'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

const levelOf = (id: string, value: number) => ({ target: indicatorTarget(id), field: 'value', value })

/** Ten policies, eight at 2 and two at 3; indicator 12 at 4, the rest at 1, the last one blank. */
const answered = indicatorIds
  .slice(0, -1)
  .map((id, index) => levelOf(id, id === 'I12' ? 4 : index >= 10 ? 1 : ['I03', 'I04'].includes(id) ? 3 : 2))

async function open(entries: Parameters<typeof storeExample>[1] = { entries: answered }) {
  const assessment = await storeExample(services, entries)
  const opened = renderApp(services, `#/nilai/${assessment}/hasil`)
  await screen.findByRole('heading', { level: 1, name: 'Hasil' })
  return opened
}

const rowOf = (table: HTMLElement, name: RegExp) =>
  within(within(table).getByRole('rowheader', { name }).closest('tr') as HTMLElement)

describe('Hasil', () => {
  test('says what to do before the first answer', async () => {
    await open({})
    expect(screen.getByText('Belum ada hasil. Pilih tingkat pada satu indikator dulu.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Ke Isi' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/isi$/),
    )
  })

  test('shows index, predicate, progress and gap, and draws every node with its figure', async () => {
    await open()
    // 28.6 of the policies, 10 for indicator 12, 1 × the weight of all others.
    const main = within(screen.getByRole('region', { name: 'Angka utama' }))
    expect(main.getByRole('button', { name: /^1,23/ })).toBeInTheDocument()
    expect(main.getByText('Kurang', { selector: 'b' })).toBeInTheDocument()
    expect(main.getByText('46 dari 47')).toBeInTheDocument()
    expect(main.getByText('0,57')).toBeInTheDocument()
    const bars = screen.getByRole('img', { name: /Kebijakan Internal SPBE: 2,20; .*Angkanya ada pada tabel/ })
    expect(bars).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /Skala indeks 1 sampai 5/ })).toBeInTheDocument()
  })

  test('every figure opens to weight × value, tier by tier, and back', async () => {
    const { user } = await open()
    const main = within(screen.getByRole('region', { name: 'Angka utama' }))
    await user.click(main.getByRole('button', { name: /^1,23/ }))
    const dialog = within(screen.getByRole('dialog', { name: 'Dari mana angka ini' }))
    const terms = () => dialog.getByRole('table')
    expect(rowOf(terms(), /^Jumlah/).getByText('123,10')).toBeInTheDocument()
    expect(dialog.getByText(/123,10 ÷ 100,00 =/)).toHaveTextContent(
      '123,10 ÷ 100,00 = 1,23 (tepatnya 1,231; dibulatkan sekali, setengah ke atas)',
    )
    expect(dialog.getByText('1 yang kosong dihitung 1.')).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Kebijakan Internal SPBE' }))
    await user.click(dialog.getByRole('button', { name: 'Kebijakan Internal Tata Kelola SPBE' }))
    const row = rowOf(terms(), /^3 /)
    expect(row.getByText('1,30')).toBeInTheDocument()
    expect(row.getByText('3,90')).toBeInTheDocument()
    expect(dialog.getByText(/28,60 ÷ 13,00 =/)).toHaveTextContent('28,60 ÷ 13,00 = 2,20')
    await user.click(dialog.getByRole('button', { name: /Indeks sementara/ }))
    expect(rowOf(terms(), /^Jumlah/).getByText('123,10')).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Tutup' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  test('an indicator opens to its own weight × value; a blank one says so', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: /dari mana angka indikator 47$/ }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText(/^Belum dijawab: dihitung 1/)).toBeInTheDocument()
    expect(dialog.getByText(/3,00 × 1 =/)).toHaveTextContent('3,00 × 1 = 3,00')
  })

  test('lists strengths from the highest and weaknesses from the lowest', async () => {
    const { user } = await open()
    const strengths = screen.getByRole('heading', { name: 'Kekuatan 1' }).closest('section') as HTMLElement
    expect(within(strengths).getAllByRole('listitem')).toHaveLength(1)
    expect(within(strengths).getByRole('link', { name: /^12 / })).toBeInTheDocument()
    const weaknesses = screen.getByRole('heading', { name: 'Kelemahan 43' }).closest('section') as HTMLElement
    expect(within(weaknesses).getAllByRole('listitem')).toHaveLength(10)
    await user.click(within(weaknesses).getByRole('button', { name: 'Tampilkan semua 43' }))
    expect(within(weaknesses).getAllByRole('listitem')).toHaveLength(43)
  })

  test('the table of indicators sorts by any column and filters', async () => {
    const { user } = await open()
    const table = screen.getByRole('region', { name: 'Tabel indikator' })
    const first = () => within(within(table).getAllByRole('row')[1] as HTMLElement).getByRole('rowheader')
    await user.click(within(table).getByRole('button', { name: 'Tingkat' }))
    expect(within(table).getByRole('columnheader', { name: /Tingkat/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    expect(first()).toHaveTextContent('Peta Rencana SPBE')
    await user.click(within(table).getByRole('button', { name: /Tingkat/ }))
    // A blank stands below the lowest level.
    expect(first()).toHaveTextContent('Layanan Publik Sektor 3')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tingkat' }), 'Tingkat 3')
    expect(within(table).getAllByRole('row')).toHaveLength(3)
    expect(screen.getByText('2 dari 47 indikator ditampilkan')).toBeInTheDocument()
    await user.type(screen.getByRole('searchbox', { name: 'Cari indikator' }), 'zzz')
    await user.click(screen.getByRole('button', { name: 'Tampilkan semua' }))
    expect(within(table).getAllByRole('row')).toHaveLength(48)
  })

  test('a unit with a part sees the mean of its part, without predicate or floors', async () => {
    const { user } = await open({ scope: ['I01', 'I03'], entries: answered })
    const main = within(screen.getByRole('region', { name: 'Angka utama' }))
    expect(main.getByText('Rata-rata bagian kami')).toBeInTheDocument()
    expect(main.queryByRole('img')).not.toBeInTheDocument()
    await user.click(main.getByRole('button', { name: /^2,50/ }))
    expect(within(screen.getByRole('dialog')).getByText(/÷/)).toHaveTextContent('6,50 ÷ 2,60 = 2,50')
  })
})
