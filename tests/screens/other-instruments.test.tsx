import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { Change } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'
import type { AppServices } from '../../src/screens/app/app-context'
import { readChanges } from '../../src/storage/changes'
import { entryOf } from '../examples/shipped'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

async function open(instrument: string, path: string) {
  const assessment = await storeExample(services, { instrument: entryOf(instrument) })
  const opened = renderApp(services, `#/nilai/${assessment}/${path}`)
  await screen.findAllByRole('radiogroup')
  const kept = async (id: string) => {
    const changes: readonly Change[] = await readChanges(services.database, assessment)
    return valuesOf(presentOf(changes), { kind: 'indicator', id })
  }
  return { ...opened, kept }
}

test('a level of decimals gives its lowest value, which may be raised inside the level and no further', async () => {
  const { user, kept } = await open('pemdi-2026', 'isi/I01')
  await user.click(screen.getByRole('radio', { name: /3\s*Baik/ }))
  expect(screen.getByText('Tingkat 3. Nilai 2,5. 4 bukti diminta.')).toBeInTheDocument()
  const value = screen.getByRole('textbox', { name: 'Nilai di dalam tingkat 3' })
  expect(value).toHaveValue('2,5')
  expect(value).toHaveAccessibleDescription(/2,50 sampai 3,49/)
  expect(
    screen.getByText(/Perlakukan angka desimal sebagai perkiraan/, { selector: '.typed-value *' }),
  ).toBeVisible()

  await user.clear(value)
  await user.type(value, '3,25')
  await user.tab()
  await waitFor(async () => expect((await kept('I01')).value).toBe(3.25))
  expect(await within(screen.getByRole('complementary')).findByText('Nilai 3,25')).toBeInTheDocument()

  await user.clear(value)
  await user.type(value, '3,5')
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Nilai tingkat 3 (Baik) adalah 2,50 sampai 3,49. Untuk nilai lain pilih tingkat lain. Yang tersimpan: 3',
  )
  await user.clear(value)
  await user.type(value, '3,255')
  expect(screen.getByRole('alert')).toHaveTextContent('paling banyak dua desimal')
  // The digit of the level chosen already does not lower what was raised.
  await user.clear(value)
  await user.type(value, '3,3')
  screen.getByRole('radio', { name: /3\s*Baik/ }).focus()
  await user.keyboard('3')
  await waitFor(async () => expect((await kept('I01')).value).toBe(3.3))

  await user.click(screen.getByRole('radio', { name: /5\s*Memuaskan/ }))
  expect(screen.getByRole('textbox', { name: 'Nilai di dalam tingkat 5' })).toHaveAccessibleDescription(
    /4,00 sampai 5,00/,
  )
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
  await waitFor(async () => expect((await kept('I01')).value).toBe(3.3))
})

test('another agency’s index gives the value, with its rule, and is refused outside of its ranges', async () => {
  const { user, kept } = await open('pemdi-2026', 'isi/I07')
  const index = screen.getByRole('textbox', { name: 'IPS (1–5)' })
  await user.type(index, '2,9')
  expect(await screen.findByText('2,83', { selector: 'b' })).toBeInTheDocument()
  expect(screen.getByText('perkiraan', { selector: '.tag' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: /3\s*Baik/ })).toBeChecked()
  await waitFor(async () => expect(await kept('I07')).toMatchObject({ sourceIndex: 2.9, value: 2.83 }))

  await user.clear(index)
  await user.type(index, '7')
  expect(screen.getByRole('alert')).toHaveTextContent('IPS (1–5) berada antara 1 dan 5')
  await waitFor(async () => expect(await kept('I07')).toMatchObject({ sourceIndex: null, value: null }))

  await user.clear(index)
  await user.type(index, '4,6')
  await waitFor(async () => expect(await kept('I07')).toMatchObject({ sourceIndex: 4.6, value: 4.5 }))
  // A level chosen by hand is no longer what the index gives; undo brings both back.
  await user.click(screen.getByRole('radio', { name: /2\s*Cukup/ }))
  await waitFor(async () => expect(await kept('I07')).toMatchObject({ sourceIndex: null, value: 1.5 }))
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
  await waitFor(async () => expect(await kept('I07')).toMatchObject({ sourceIndex: 4.6, value: 4.5 }))
})

test('a verified conversion is not called an estimate', async () => {
  const { user } = await open('pemdi-2026', 'isi/I05')
  await user.type(screen.getByRole('textbox', { name: 'Indeks SDI (0–100)' }), '68,75')
  expect(await screen.findByText('3,75', { selector: 'b' })).toBeInTheDocument()
  expect(screen.queryByText('perkiraan', { selector: '.tag' })).not.toBeInTheDocument()
})

test('parts have a subject and a level each, from 0, and their mean counts', async () => {
  const { user, kept } = await open('spbe-2018', 'isi/I35')
  const part = (number: number) => screen.getByRole('region', { name: new RegExp(`^Layanan ${number}`) })
  const choose = (number: number, level: RegExp) =>
    user.click(within(part(number)).getByRole('radio', { name: level }))
  await user.type(within(part(1)).getByRole('textbox', { name: /Nama layanan/ }), 'Perizinan')
  await choose(1, /3\s*Transaksi/)
  await choose(2, /0\s*Level 0/)
  expect(screen.getByText(/2 dari 3 bagian terisi/)).toBeInTheDocument()
  expect(await screen.findByText('0/35')).toBeInTheDocument()
  await choose(3, /4\s*Kolaborasi/)
  expect(screen.getByText('2,33', { selector: '.mean b' })).toBeInTheDocument()
  expect(await screen.findByText('1/35')).toBeInTheDocument()
  await waitFor(async () => {
    expect(await kept('I35-1')).toMatchObject({ value: 3, subject: 'Perizinan' })
    expect((await kept('I35-2')).value).toBe(0)
  })
  await user.click(within(part(2)).getByRole('button', { name: 'Kosongkan layanan 2' }))
  expect(await screen.findByText('0/35')).toBeInTheDocument()
})

test('the quick list has a row for each part, and fields for values and indices', async () => {
  const { user, kept, unmount } = await open('spbe-2018', 'cepat')
  await user.click(
    within(screen.getByRole('radiogroup', { name: /35 Layanan Publik Layanan 2/ })).getByRole('radio', {
      name: '0 Level 0',
    }),
  )
  await waitFor(async () => expect((await kept('I35-2')).value).toBe(0))
  unmount()

  const pemdi = await open('pemdi-2026', 'cepat')
  await pemdi.user.click(
    within(screen.getByRole('radiogroup', { name: /^Tingkat indikator 1 / })).getByRole('radio', {
      name: '4 Sangat Baik',
    }),
  )
  const value = screen.getByRole('textbox', { name: 'Nilai indikator 1, 3,50 sampai 3,99' })
  await pemdi.user.clear(value)
  await pemdi.user.type(value, '3,75')
  await pemdi.user.type(screen.getByRole('textbox', { name: 'Indeks SDI (0–100), indikator 5' }), '25')
  await waitFor(async () => {
    expect((await pemdi.kept('I01')).value).toBe(3.75)
    expect(await pemdi.kept('I05')).toMatchObject({ sourceIndex: 25, value: 2 })
  })
})

test('an instrument without domains shows no such tier', async () => {
  const { user } = await open('pemdi-2026', 'isi/I01')
  await user.click(screen.getByRole('radio', { name: /3\s*Baik/ }))
  await user.click(screen.getByRole('link', { name: 'Hasil' }))
  expect(await screen.findByRole('heading', { name: 'Nilai per aspek' })).toBeInTheDocument()
  expect(screen.queryByText(/domain/i)).not.toBeInTheDocument()
})
