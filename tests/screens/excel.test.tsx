/** Answers from a workbook: shown first, taken as chosen, undone at once. The worker's work is done in place. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { presentOf, valuesOf } from '../../src/answers/present'
import { readChanges } from '../../src/storage/changes'
import { readWorkbook } from '../../src/spreadsheet/files/read-xlsx'
import { writeSheets } from '../../src/spreadsheet/files/write-checked'
import { writeWorkbook } from '../../src/spreadsheet/files/write-xlsx'
import { propose } from '../../src/spreadsheet/propose'
import { cell, heads, type WrittenCell } from '../../src/spreadsheet/workbook'
import type { SpreadsheetRequest } from '../../src/workers/spreadsheet-job'
import type { AppServices } from '../../src/screens/app/app-context'
import { entryOf } from '../examples/shipped'
import { freshServices, renderApp, storeExample } from './render-app'

vi.mock('../../src/workers/start-worker', () => ({ startSpreadsheetWorker: () => new WorkerInPlace() }))

/** What the workers were asked for since the test began. */
const works: Promise<unknown>[] = []

class WorkerInPlace {
  onmessage: ((event: { data: unknown }) => void) | null = null

  postMessage(request: SpreadsheetRequest): void {
    const work = this.work(request).then(
      (result) => this.onmessage?.({ data: { kind: 'done', result } }),
      (cause: unknown) => this.onmessage?.({ data: { kind: 'failed', message: String(cause) } }),
    )
    works.push(work)
  }

  terminate(): void {
    this.onmessage = null
  }

  private async work(request: SpreadsheetRequest): Promise<unknown> {
    if (request.kind === 'write') return writeSheets(request.what, request.input, () => undefined)
    const reading = await readWorkbook(new Uint8Array(await request.file.arrayBuffer()))
    return reading.status === 'refused' ? reading : propose(reading.book, request.here)
  }
}

let services: AppServices
let assessment: string

beforeEach(async () => {
  works.length = 0
  // Hidden from the page: files go to its downloads, which jsdom does not have.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  URL.createObjectURL = () => 'blob:x'
  services = await freshServices()
  const target = { kind: 'indicator', id: 'I01' } as const
  assessment = await storeExample(services, { entries: [{ target, field: 'value', value: 2 }] })
})

/** A sheet as people make it: number, level, analysis. */
async function fileOf(...rows: (readonly WrittenCell['value'][])[]): Promise<File> {
  return fileWith(['Nomor', 'Tingkat', 'Analisis'], rows)
}

async function fileWith(titles: readonly string[], rows: (readonly WrittenCell['value'][])[]): Promise<File> {
  const sheet = {
    name: 'Isian',
    widths: [],
    rows: [
      heads(...titles),
      ...rows.map((row) => row.map((value) => cell(value, isDay(value) ? 'day' : 'text'))),
    ],
    headRow: null,
    frozenColumns: 0,
    landscape: false,
    choices: [],
  }
  const bytes = await writeWorkbook({
    title: '',
    author: '',
    madeAt: '2025-06-03T09:00',
    names: [],
    sheets: [sheet],
  })
  return new File([bytes as BlobPart], 'Isian dari OPD.xlsx')
}

function isDay(value: WrittenCell['value']): boolean {
  return typeof value === 'object' && value !== null && 'day' in value
}

async function openExcel() {
  const opened = renderApp(services, `#/nilai/${assessment}/kirim`)
  await opened.user.click(await screen.findByRole('button', { name: /Kami sendiri/ }))
  return opened
}

async function choose(file: File) {
  const { user } = await openExcel()
  await user.upload(screen.getByLabelText(/Buka isian dari Excel/), file)
  return user
}

async function answer(id: string) {
  const present = presentOf(await readChanges(services.database, assessment))
  return valuesOf(present, { kind: 'indicator', id })
}

describe('a sheet that was filled in', () => {
  test('is taken as chosen, in one go, and undone in one go', async () => {
    const user = await choose(await fileOf([1, 4, 'Dari Excel.'], [2, '3', null], [3, 5, null]))
    const dialog = await screen.findByRole('dialog', { name: 'Ambil 4 isian dari Excel?' })
    expect(within(dialog).getByText('4 dari 4 dipilih')).toBeInTheDocument()
    expect(within(dialog).getByText('Angka yang diketik sebagai teks.')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('checkbox', { name: /Tingkat, 3\./ }))
    expect(await answer('I01')).toEqual({ value: 2 })

    await user.click(within(dialog).getByRole('button', { name: 'Ambil 3 isian' }))
    expect(
      await screen.findByText('Yang lama tetap ada di Riwayat tiap indikator.', { exact: false }),
    ).toBeInTheDocument()
    await waitFor(async () => expect(await answer('I02')).toEqual({ value: 3 }))
    expect(await answer('I01')).toEqual({ value: 4, analysis: 'Dari Excel.' })
    expect(await answer('I03')).toEqual({})

    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    await waitFor(async () => expect(await answer('I01')).toEqual({ value: 2, analysis: '' }))
    expect(await answer('I02')).toEqual({ value: null })
  })

  test('with the index of another agency brings its value, and both go back as one', async () => {
    assessment = await storeExample(services, { instrument: entryOf('pemdi-2026') })
    const target = 'I05'
    const user = await choose(await fileWith(['Nomor', 'Indeks instansi pembina'], [[5, 68.75]]))
    const dialog = within(await screen.findByRole('dialog', { name: 'Ambil 1 isian dari Excel?' }))
    expect(dialog.getByRole('checkbox', { name: /^Indeks instansi pembina, 5\./ })).toBeChecked()
    expect(dialog.getByText('Nilainya').nextSibling).toHaveTextContent('3,75')
    await user.click(dialog.getByRole('button', { name: 'Ambil 1 isian' }))
    await waitFor(async () => expect(await answer(target)).toEqual({ sourceIndex: 68.75, value: 3.75 }))
    expect(await screen.findByText('1 isian diambil dari Excel')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Urungkan' }))
    await waitFor(async () => expect(await answer(target)).toEqual({ sourceIndex: null, value: null }))
  })

  test('changes nothing when it is called off', async () => {
    const user = await choose(await fileOf([1, 5, null]))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Batal' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(await answer('I01')).toEqual({ value: 2 })
  })

  test('is read no further once another is chosen, and never shown in its stead', async () => {
    const slow = await fileOf([1, 5, null])
    const bytes = await slow.arrayBuffer()
    let release = (): void => undefined
    slow.arrayBuffer = () => new Promise((resolve) => (release = () => resolve(bytes)))
    const user = await choose(slow)
    expect(screen.getByRole('progressbar', { name: 'Membaca berkas Excel' })).toBeInTheDocument()
    const other = await fileOf([1, 4, null], [2, 3, null])
    await user.upload(screen.getByLabelText(/Buka isian dari Excel/), other)
    expect(await screen.findByRole('dialog', { name: 'Ambil 2 isian dari Excel?' })).toBeInTheDocument()
    release()
    await act(() => Promise.all(works))
    expect(screen.getByRole('dialog', { name: 'Ambil 2 isian dari Excel?' })).toBeInTheDocument()
  })

  test('is not chosen beforehand where there is a doubt', async () => {
    const user = await choose(await fileOf([1, { day: '1900-01-03' }, null], [2, 7, null]))
    const dialog = await screen.findByRole('dialog', { name: 'Ambil 1 isian dari Excel?' })
    expect(within(dialog).getByRole('checkbox')).not.toBeChecked()
    expect(within(dialog).getByText(/Sel ini berformat tanggal/)).toBeInTheDocument()
    expect(
      within(dialog).getByText('Sel B3, indikator 2: bukan tingkat pada instrumen ini (“7”).'),
    ).toBeInTheDocument()
    expect(within(dialog).getByRole('button', { name: 'Ambil 0 isian' })).toBeDisabled()
    await user.click(within(dialog).getByRole('button', { name: 'Pilih semua' }))
    expect(within(dialog).getByRole('button', { name: 'Ambil 1 isian' })).toBeEnabled()
  })

  test('that says what is here already has nothing to take', async () => {
    await choose(await fileOf([1, 2, null]))
    const dialog = await screen.findByRole('dialog', { name: 'Tidak ada yang perlu diambil' })
    expect(within(dialog).getByText(/1 isian sudah sama/)).toBeInTheDocument()
  })
})

test('a file that is no workbook is refused with what to do, and changes nothing', async () => {
  await choose(new File(['Nomor;Tingkat\r\n1;5'], 'isian.xlsx'))
  expect(await screen.findByText(/Simpan sebagai “Buku Kerja Excel/)).toBeInTheDocument()
  expect(await answer('I01')).toEqual({ value: 2 })
})

test.each([
  ['Unduh Excel', /Buku kerja Excel sudah diperiksa/, /7 lembar, 47 indikator, 1 isian/],
  ['Unduh templat', /Templat Excel sudah diperiksa/, /7 lembar, 47 indikator,/],
  ['Unduh CSV', /Tabel CSV sudah diperiksa/, /47 indikator, 1 isian/],
])('%s says what was counted in the file', async (button, made, counted) => {
  const { user } = await openExcel()
  await user.click(screen.getByRole('button', { name: button }))
  expect(await screen.findByText(made)).toBeInTheDocument()
  expect(screen.getByText(counted)).toBeInTheDocument()
})
