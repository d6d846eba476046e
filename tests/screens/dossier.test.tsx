/** The dossier for the assessor, on Kirim: what goes out, what is chosen, where it goes, and what became of it. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { NOTHING_FOUND } from '../../src/evidence/file-facts'
import type { AppServices } from '../../src/screens/app/app-context'
import type { Entry } from '../../src/screens/session/session'
import type { DossierMaking, DossierRequest, MadeVolume } from '../../src/workers/dossier-job'
import { JobCancelled } from '../../src/workers/job'
import { citationTarget, documentTarget } from '../examples/changes'
import { freshServices, renderApp, storeExample } from './render-app'

interface Begun {
  readonly request: DossierRequest
  readonly progress: (done: number, total: number) => void
  readonly settle: (making: DossierMaking) => void
  readonly fail: () => void
}

const jobs = vi.hoisted((): { begun: unknown[] } => ({ begun: [] }))
vi.mock('../../src/workers/dossier-job', () => ({
  startDossierJob: (request: DossierRequest, progress: Begun['progress']) => {
    const job: { settle?: Begun['settle']; reject?: (cause: Error) => void } = {}
    const result = new Promise<DossierMaking>((resolve, reject) => {
      job.settle = resolve
      job.reject = reject
    })
    jobs.begun.push({
      request,
      progress,
      settle: (making: DossierMaking) => job.settle?.(making),
      fail: () => job.reject?.(new Error('no')),
    })
    return { result, cancel: () => job.reject?.(new JobCancelled('cancelled')) }
  },
}))

/** The job begun as the so-manieth, counted from 1. */
async function job(count: number): Promise<Begun> {
  await vi.waitFor(() => expect(jobs.begun).toHaveLength(count))
  return jobs.begun[count - 1] as Begun
}

const MEGABYTE = 1_000_000
const fields = (target: Entry['target'], values: Readonly<Record<string, Entry['value']>>): Entry[] =>
  Object.entries(values).map(([field, value]) => ({ target, field, value }))
/** Three documents of 8 MB; the last is confidential. */
const IDS = ['perbup', 'sk', 'uji']
const entries: readonly Entry[] = IDS.flatMap((id, index) => [
  ...fields(documentTarget(id), { title: `Dokumen ${id}`, kind: 'laporan', confidential: id === 'uji' }),
  ...fields(
    { kind: 'file', id: `f-${id}` },
    { document: id, sha256: sha(index), name: `${id}.pdf`, size: 8 * MEGABYTE, mediaType: 'pdf' },
  ),
  ...fields(citationTarget(`c-${id}`), {
    indicator: `I0${index + 1}`,
    document: id,
    pages: '2',
    pdfPages: '2',
  }),
])

function sha(index: number): string {
  return String(index + 1).repeat(64)
}

let services: AppServices
beforeEach(async () => {
  services = await freshServices()
  jobs.begun = []
  Reflect.deleteProperty(window, 'showDirectoryPicker')
})

async function open(size = 8 * MEGABYTE) {
  for (const index of IDS.keys()) {
    const row = {
      sha256: sha(index),
      size,
      crc32: 0,
      mediaType: 'pdf' as const,
      unusedSince: null,
    }
    const addedAt = '2025-06-12T02:15:00.000Z'
    await services.database.put(
      'files',
      { ...row, addedAt, facts: { ...NOTHING_FOUND, pages: 4 } },
      sha(index),
    )
    await services.database.put('fileBytes', new Blob(['x']), sha(index))
  }
  const id = await storeExample(services, { entries })
  const { user } = renderApp(services, `#/nilai/${id}/kirim`)
  const section = within(await screen.findByRole('region', { name: 'Berkas asesor' }))
  await section.findByRole('checkbox', { name: /^Dokumen rahasia/ })
  return { user, section }
}

const volume = (number: number): MadeVolume => ({
  ...{
    name: `jilid-${number}.pdf`,
    size: 4,
    sha256: 'f'.repeat(64),
    crc32: 0,
    indicators: '1–20',
  },
  ...{ pages: 1234, documents: 12, originals: 0, links: 345, bookmarks: 67, oversized: number === 2 },
})

test('says what goes out and what stays, as it is chosen', async () => {
  const { user, section } = await open()
  expect(section.getByText('1 dokumen rahasia.')).toBeInTheDocument()
  expect(section.getByRole('row', { name: /^Lampiran: 2 dokumen dengan halamannya/ })).toBeInTheDocument()
  await user.click(section.getByRole('checkbox', { name: /^Dokumen rahasia \(1\)/ }))
  expect(await section.findByRole('row', { name: /^Lampiran: 3 dokumen/ })).toBeInTheDocument()
  await user.selectOptions(section.getByRole('combobox', { name: 'Atau satu indikator saja' }), 'I01')
  expect(await section.findByRole('row', { name: /^Lampiran: 1 dokumen/ })).toBeInTheDocument()
  await user.click(section.getByRole('checkbox', { name: /^Hanya indikator yang lengkap/ }))
  expect(await section.findByText(/Tidak ada indikator yang cocok/)).toBeInTheDocument()
  expect(section.getByRole('button', { name: 'Buat berkas asesor' })).toBeDisabled()
})

test('asks for a folder only where there are several volumes and the browser can write one', async () => {
  const without = await open()
  const size = () => screen.getByRole('combobox', { name: 'Ukuran satu jilid paling besar' })
  await without.user.selectOptions(size(), '10 MB')
  expect(await without.section.findByText('Isi tiap jilid')).toBeInTheDocument()
  expect(without.section.queryByRole('button', { name: 'Tulis jilid ke folder' })).toBeNull()
})

test('more than a ZIP can hold is said before it is made, and goes into a folder or in parts', async () => {
  chosenFolder()
  const { user, section } = await open(2500 * MEGABYTE)
  expect(await section.findByText(/lebih dari yang dapat dimuat satu ZIP/)).toBeInTheDocument()
  expect(section.getByRole('button', { name: 'Buat berkas asesor' })).toBeDisabled()
  expect(section.getByRole('button', { name: 'Tulis jilid ke folder' })).toBeEnabled()
  await user.selectOptions(section.getByRole('combobox', { name: 'Atau satu indikator saja' }), 'I01')
  await waitFor(() => expect(section.getByRole('button', { name: 'Buat berkas asesor' })).toBeEnabled())
  expect(section.queryByText(/lebih dari yang dapat dimuat satu ZIP/)).toBeNull()
})

test('into a folder: taken back when called off, named when it is done', async () => {
  const folder = chosenFolder()
  const { user, section } = await open()
  expect(section.queryByRole('button', { name: 'Tulis jilid ke folder' })).toBeNull()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Ukuran satu jilid paling besar' }), '10 MB')
  const write = await section.findByRole('button', { name: 'Tulis jilid ke folder' })
  await user.click(write)
  const first = await job(1)
  expect(first.request.folder).toBe(folder.made[0])
  act(() => first.progress(1, 4))
  expect(section.getByRole('status')).toHaveTextContent('Dokumen 1 dari 2, disusun dan diperiksa kembali')
  act(() => first.progress(3, 4))
  expect(section.getByRole('status')).toHaveTextContent('Dokumen 2 dari 2, disusun dan diperiksa kembali')
  await user.click(section.getByRole('button', { name: 'Batalkan' }))
  expect(await section.findByText(/dibatalkan.*Tidak ada yang tertinggal/)).toBeInTheDocument()
  expect(folder.made).toEqual([])

  await user.click(write)
  const making = { volumes: [volume(1), volume(2)], file: null, sums: '', missingCharacters: 0 }
  const second = await job(2)
  act(() => second.settle({ status: 'made', ...making }))
  expect(
    await section.findByText(/2 jilid dan SHA256SUMS\.txt dalam folder Berkas-Asesor/),
  ).toBeInTheDocument()
  expect(section.getByText(/indikator 1–20 sendiri melebihi ukuran jilid/)).toBeInTheDocument()
  expect(section.queryByRole('button', { name: 'Unduh sekali lagi' })).toBeNull()
})

test('says how it failed, and what is lacking', async () => {
  const { user, section } = await open()
  const make = section.getByRole('button', { name: 'Buat berkas asesor' })
  await user.click(make)
  const first = await job(1)
  act(() => first.fail())
  expect(await section.findByRole('alert')).toHaveTextContent('Berkas asesor belum jadi.')
  await user.click(make)
  const second = await job(2)
  act(() => second.settle({ status: 'no-room', needed: 50 * MEGABYTE, free: 5 * MEGABYTE }))
  expect(await section.findByText(/Perlu sekitar 50 MB, tersedia 5 MB/)).toBeInTheDocument()
})

/** Instead of the browser's dialog: a folder in which folders are made and taken away. */
function chosenFolder(): { made: { name: string }[] } {
  const made: { name: string }[] = []
  const parent = {
    getDirectoryHandle(name: string, options?: { create: boolean }) {
      if (!options?.create) return Promise.reject(new DOMException('none', 'NotFoundError'))
      made.push({ name })
      return Promise.resolve(made.at(-1))
    },
    removeEntry(name: string) {
      made.splice(0, made.length, ...made.filter((one) => one.name !== name))
      return Promise.resolve()
    },
  }
  Object.assign(window, { showDirectoryPicker: () => Promise.resolve(parent) })
  return { made }
}
