/** The dossier for the assessor, on Kirim: what goes out, what is chosen, where it goes, and what became of it. */
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NOTHING_FOUND } from '../../src/evidence/file-facts'
import type { AppServices } from '../../src/screens/app/app-context'
import type { Entry } from '../../src/screens/session/session'
import type { DossierMaking, DossierRequest, MadeVolume } from '../../src/workers/dossier-job'
import { JobCancelled } from '../../src/workers/job'
import { citationTarget, documentTarget } from '../examples/changes'
import { PrivateFolder } from '../workers/private-folder'
import { chosenFile } from './chosen-file'
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
  await waitFor(() => expect(jobs.begun).toHaveLength(count))
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
  const { user, unmount } = renderApp(services, `#/nilai/${id}/kirim`)
  const section = within(await screen.findByRole('region', { name: 'Berkas asesor' }))
  await section.findByRole('checkbox', { name: /^Dokumen rahasia/ })
  return { user, unmount, section }
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

test('pages of single documents are chosen otherwise, and what goes out follows', async () => {
  const { user, section } = await open()
  const annexed = (pages: number, megabytes: string) =>
    section.findByRole('row', {
      name: `Lampiran: 2 dokumen dengan halamannya sekitar ${pages} halaman sekitar ${megabytes} MB`,
    })
  // Of each a sheet and its four pages, as none is long.
  expect(await annexed(10, '16')).toBeInTheDocument()
  const title = section.getByText('Pilih per dokumen')
  expect(title).toHaveTextContent('semua menurut pilihan di atas')
  await user.click(title)
  // What stays out is not asked of.
  expect(section.queryByRole('combobox', { name: /^Dokumen uji/ })).toBeNull()
  const pagesOf = (id: string) => section.getByRole('combobox', { name: `Dokumen ${id} 4 halaman` })
  await user.selectOptions(pagesOf('perbup'), 'Halaman yang dirujuk')
  expect(await annexed(8, '12,8')).toBeInTheDocument()
  expect(title).toHaveTextContent('1 dipilih lain')
  expect(section.getByRole('row', { name: /^Laporan: .* sekitar 36 halaman/ })).toBeInTheDocument()
  expect(section.getByRole('row', { name: 'Jilid PDF 1 jilid sekitar 13 MB' })).toBeInTheDocument()
  await user.click(section.getByRole('radio', { name: 'Halaman yang dirujuk dan halaman pertama' }))
  expect(await annexed(6, '9,6')).toBeInTheDocument()
  await user.selectOptions(pagesOf('sk'), 'Utuh')
  expect(await annexed(8, '12,8')).toBeInTheDocument()
  await user.selectOptions(pagesOf('perbup'), 'Menurut pilihan di atas')
  expect(title).toHaveTextContent('1 dipilih lain')
  await user.click(section.getByRole('button', { name: 'Buat berkas asesor' }))
  const { request } = await job(1)
  expect(request.options).toMatchObject({ extent: 'excerpt', extents: { sk: 'whole' } })
  expect(Object.keys(request.options.extents)).toEqual(['sk'])
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

describe('into the file a person chose', () => {
  const NAME = 'Berkas-Asesor-SPBE-2025-Kabupaten-Contoh'
  const named = (name: string, number: number) => ({ ...volume(number), name })
  const ONE = [named(`${NAME}.pdf`, 1)]
  const SEVERAL = [1, 2].map((number) => named(`${NAME}.jilid-${number}.pdf`, number))
  const made = (volumes: readonly MadeVolume[]): DossierMaking => ({
    ...{ status: 'made', volumes, file: new Blob(['%PDF']), sums: '', missingCharacters: 0 },
  })

  /** Presses the button, for a dossier that is planned as one volume or as several. */
  async function begin(planned: 'one' | 'several') {
    const { user, unmount, section } = await open()
    const size = section.getByRole('combobox', { name: 'Ukuran satu jilid paling besar' })
    await user.selectOptions(size, planned === 'one' ? '100 MB' : '10 MB')
    const volumes = planned === 'one' ? '1 jilid' : '2 jilid'
    await section.findByRole('row', { name: new RegExp(`^Jilid PDF .*${volumes}`) })
    await user.click(section.getByRole('button', { name: 'Buat berkas asesor' }))
    return { user, unmount, section }
  }

  /** What lies in the browser's private folder and is held by this tab, as it is when a worker has begun. */
  function lay({ workshopFile }: DossierRequest, ...others: readonly string[]): string[] {
    const [tab = ''] = workshopFile.split('.')
    folder.locks.add(`parcel-${tab}`)
    folder.names.add(`${workshopFile}.0`).add(`${workshopFile}.1`)
    for (const other of others) folder.names.add(other)
    return [...folder.names]
  }

  let folder: PrivateFolder
  let downloaded: string[]
  beforeEach(() => {
    folder = new PrivateFolder()
    Object.assign(navigator, folder.navigator)
    downloaded = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      downloaded.push(this.download)
    })
    URL.createObjectURL = () => 'blob:dossier'
  })
  afterEach(() => {
    for (const name of Object.keys(folder.navigator)) Reflect.deleteProperty(navigator, name)
    Reflect.deleteProperty(window, 'showSaveFilePicker')
    vi.restoreAllMocks()
  })

  test.each([
    { planned: 'one', extension: '.pdf', volumes: ONE },
    { planned: 'several', extension: '.zip', volumes: SEVERAL },
  ] as const)('it is written there: $planned', async ({ planned, extension, volumes }) => {
    const disk = chosenFile()
    const { section } = await begin(planned)
    const { settle } = await job(1)
    expect([...disk]).toEqual([[NAME + extension, '']])
    act(() => settle(made(volumes)))
    expect(await section.findByText('Berkas asesor sudah diperiksa dan tersimpan.')).toBeInTheDocument()
    expect([...disk]).toEqual([[NAME + extension, '%PDF']])
    expect(section.getByText(`${NAME}${extension}, 4 B.`, { exact: false })).toBeInTheDocument()
    expect(downloaded).toEqual([])
  })

  test.each([
    { planned: 'several', chosen: '.zip', volumes: ONE, becomes: '.pdf' },
    { planned: 'one', chosen: '.pdf', volumes: SEVERAL, becomes: '.zip' },
  ] as const)(
    'planned as $planned it turns out otherwise: nothing stays there, and it is a download with its right name',
    async ({ planned, chosen, volumes, becomes }) => {
      const disk = chosenFile()
      const { user, section } = await begin(planned)
      const { settle } = await job(1)
      expect([...disk]).toEqual([[NAME + chosen, '']])
      act(() => settle(made(volumes)))
      expect(await section.findByText(/diserahkan ke peramban/)).toBeInTheDocument()
      expect([...disk]).toEqual([])
      expect(
        section.getByText(`${NAME}${becomes}, 4 B. Periksa folder Unduhan.`, { exact: false }),
      ).toBeVisible()
      await user.click(section.getByRole('button', { name: 'Unduh sekali lagi' }))
      expect(downloaded).toEqual([NAME + becomes, NAME + becomes])
    },
  )

  test('that was there before, it stays as it was when it is for something else', async () => {
    const disk = chosenFile({ before: 'lama' })
    const { section } = await begin('several')
    const { settle } = await job(1)
    act(() => settle(made(ONE)))
    expect(await section.findByText(/diserahkan ke peramban/)).toBeInTheDocument()
    expect([...disk]).toEqual([[`${NAME}.zip`, 'lama']])
  })

  test('what comes out short there is no dossier, and the person is told that a part is left', async () => {
    const disk = chosenFile({ takes: 3 })
    const { section } = await begin('one')
    const { request, settle } = await job(1)
    lay(request)
    act(() => settle(made(ONE)))
    expect(await section.findByRole('alert')).toHaveTextContent(
      /^Berkas asesor belum jadi\..*Sebagian tertinggal di tempat yang Anda pilih: hapus/,
    )
    expect([...disk]).toEqual([[`${NAME}.pdf`, '%PD']])
    expect([...folder.names]).toEqual([])
    expect(downloaded).toEqual([])
  })

  test('what comes out with nothing in it there is taken back, and nothing is said to be left', async () => {
    const disk = chosenFile({ takes: 0 })
    const { section } = await begin('one')
    const { settle } = await job(1)
    act(() => settle(made(ONE)))
    expect(await section.findByRole('alert')).toHaveTextContent(/^Berkas asesor belum jadi\./)
    expect(section.getByRole('alert')).not.toHaveTextContent('tertinggal di tempat')
    expect([...disk]).toEqual([])
  })

  test('a disk that has no room for it is left as it was', async () => {
    const disk = chosenFile({ refuses: new DOMException('full', 'QuotaExceededError') })
    const { section } = await begin('one')
    const { request, settle } = await job(1)
    lay(request)
    act(() => settle(made(ONE)))
    expect(await section.findByText(/^Ruang penyimpanan tidak cukup/)).toBeInTheDocument()
    expect([...disk]).toEqual([])
    expect([...folder.names]).toEqual([])
  })

  test('called off, it takes back its own and nothing of one begun later, here or in another tab', async () => {
    const disk = chosenFile()
    const { user, section } = await begin('one')
    const { request } = await job(1)
    const [tab = '', count = ''] = request.workshopFile.split('.')
    const later = [`${tab}.${Number(count) + 1}.0`, `${request.workshopFile}0.0`, 'lain.1.0']
    folder.locks.add('parcel-lain')
    const own = `${request.workshopFile}.0`
    expect(lay(request, ...later)).toContain(own)
    await user.click(section.getByRole('button', { name: 'Batalkan' }))
    expect(await section.findByText(/dibatalkan.*Tidak ada yang tertinggal/)).toBeInTheDocument()
    expect([...folder.names]).toEqual(later)
    expect([...disk]).toEqual([])
  })

  test.each(['leaves', 'calls it off'])('no worker begins for who %s while it only begins', async (how) => {
    let goOn: () => void = () => undefined
    folder.opening = new Promise((resolve) => (goOn = resolve))
    const disk = chosenFile()
    const { user, unmount, section } = await begin('one')
    expect(await section.findByText('Menyusun…')).toBeInTheDocument()
    if (how === 'leaves') unmount()
    else await user.click(section.getByRole('button', { name: 'Batalkan' }))
    expect([jobs.begun.length, disk.size]).toEqual([0, 1])
    goOn()
    // Either would be the end of it.
    await waitFor(() => expect([jobs.begun.length, disk.size]).not.toEqual([0, 1]))
    expect([jobs.begun.length, disk.size]).toEqual([0, 0])
  })

  test('for who leaves while a worker is at it, all of it is taken back', async () => {
    const disk = chosenFile()
    const { unmount } = await begin('one')
    const { request } = await job(1)
    lay(request)
    unmount()
    await waitFor(() => expect([folder.names.size, disk.size]).toEqual([0, 0]))
  })
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
