/** Writing a parcel, on Kirim: what goes and what stays, the password, how far it is, and what became of it. */
// jsdom's own does not come back from a database as it went in.
import { Blob as NodeBlob } from 'node:buffer'
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AppServices } from '../../src/screens/app/app-context'
import type { Entry } from '../../src/screens/session/session'
import { saveChanges } from '../../src/storage/changes'
import { JobCancelled } from '../../src/workers/job'
import type { MadeParcel } from '../../src/workers/parcel-job'
import { changesOf, documentTarget } from '../examples/changes'
import { chosenFile } from './chosen-file'
import { freshServices, renderApp, storeExample } from './render-app'

interface Written {
  readonly password: string | null
  readonly files: number
  readonly progress: (done: number, total: number) => void
  readonly made: (parcel: MadeParcel) => void
  readonly fail: () => void
}

const jobs = vi.hoisted((): { last: unknown; count: number } => ({ last: null, count: 0 }))
vi.mock('../../src/workers/parcel-job', async (original) => ({
  ...(await original<object>()),
  startWritingParcel: (
    { password, files }: { password: string | null; files: readonly unknown[] },
    _into: string,
    _workshop: string,
    progress: Written['progress'],
  ) => {
    let settle: { made: Written['made']; fail: (cause: Error) => void } | null = null
    const result = new Promise<MadeParcel>((resolve, reject) => (settle = { made: resolve, fail: reject }))
    jobs.count += 1
    jobs.last = {
      ...{ password, files: files.length, progress },
      made: (parcel: MadeParcel) => settle?.made(parcel),
      fail: () => settle?.fail(new Error('full')),
    }
    return { result, cancel: () => settle?.fail(new JobCancelled('cancelled')) }
  },
}))
const job = () => jobs.last as Written

/** How the words come when they are asked for; null for the app's own. */
const words = vi.hoisted((): { come: (() => Promise<string>) | null } => ({ come: null }))
vi.mock('../../src/screens/parcel/propose-password', async (original) => {
  const own = await original<{ proposePassword: () => Promise<string> }>()
  return { proposePassword: () => words.come?.() ?? own.proposePassword() }
})

const FILES = { open: 'a'.repeat(64), secret: 'b'.repeat(64) }
const fields = (target: Entry['target'], values: Readonly<Record<string, Entry['value']>>): Entry[] =>
  Object.entries(values).map(([field, value]) => ({ target, field, value }))
const entries: readonly Entry[] = [
  ...fields(documentTarget('sk'), { title: 'SK Tim', kind: 'sk' }),
  ...fields(documentTarget('uji'), { title: 'Uji penetrasi', kind: 'laporan', confidential: true }),
  ...Object.entries(FILES).flatMap(([id, sha256]) =>
    fields(
      { kind: 'file', id },
      { document: id === 'open' ? 'sk' : 'uji', sha256, name: `${id}.pdf`, size: 1, mediaType: 'pdf' },
    ),
  ),
]

let services: AppServices
beforeEach(async () => {
  services = await freshServices()
  jobs.count = 0
  words.come = null
})
afterEach(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'))

async function open(recipient: RegExp, size = 1_000_000) {
  for (const sha256 of Object.values(FILES)) {
    const row = { sha256, size, crc32: 0, mediaType: 'pdf' as const, facts: null, unusedSince: null }
    await services.database.put('files', { ...row, addedAt: '2025-06-12T02:15:00.000Z' }, sha256)
    await services.database.put('fileBytes', new NodeBlob(['x']) as Blob, sha256)
  }
  const id = await storeExample(services, { entries })
  const { user, unmount } = renderApp(services, `#/nilai/${id}/kirim`)
  await user.click(await screen.findByRole('button', { name: recipient }))
  return { user, unmount }
}

const save = () => screen.findByRole('button', { name: 'Simpan cadangan' })

test('says what goes and what stays, as it is chosen', async () => {
  const { user } = await open(/^Kominfo/)
  expect(await screen.findByText('1 dokumen rahasia dengan rujukannya')).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /Berkas bukti 1 berkas 1 MB/ })).toBeInTheDocument()
  await user.click(screen.getByLabelText(/^Dokumen rahasia \(1\)/))
  expect(screen.getByRole('row', { name: /Berkas bukti 2 berkas 2 MB/ })).toBeInTheDocument()
  expect(screen.queryByRole('heading', { name: 'Yang tinggal di sini' })).toBeNull()
  await user.click(screen.getByLabelText(/^Berkas bukti/))
  expect(screen.getByRole('row', { name: /Berkas bukti 0 berkas/ })).toBeInTheDocument()
})

test('a document on whose confidentiality two people differ can be taken along, too', async () => {
  const id = await storeExample(services, {
    entries: fields(documentTarget('sk'), { title: 'SK Tim', kind: 'sk' }),
  })
  const two = [true, false].map((confidential, at) => ({
    change: { ...changesOf(documentTarget('sk'), { confidential })[0]!, id: `rahasia-${at}` },
    otherId: `lain-${at}`,
  }))
  await saveChanges(services.database, id, two, '2025-06-02T01:00:00Z')
  const { user } = renderApp(services, `#/nilai/${id}/kirim`)
  await user.click(await screen.findByRole('button', { name: /^Kominfo/ }))
  expect(await screen.findByText('1 dokumen rahasia dengan rujukannya')).toBeInTheDocument()
  await user.click(screen.getByLabelText(/^Dokumen rahasia \(1\)/))
  await waitFor(() => expect(screen.queryByText('1 dokumen rahasia dengan rujukannya')).toBeNull())
})

test('a password is six words, or one of twelve letters and more; forgotten means lost, said before', async () => {
  const { user } = await open(/^Kami sendiri/)
  await user.click(screen.getByLabelText(/^Kunci dengan kata sandi/))
  expect(screen.getByText('Catat kata sandinya sekarang.')).toBeInTheDocument()
  const proposed = (await screen.findByLabelText('Kata sandi yang diusulkan')).textContent
  expect(proposed?.split(' ')).toHaveLength(6)
  await user.click(screen.getByRole('button', { name: 'Usulkan yang lain' }))
  await waitFor(() =>
    expect(screen.getByLabelText('Kata sandi yang diusulkan').textContent).not.toBe(proposed),
  )
  await user.click(screen.getByRole('button', { name: 'Pakai kata sandi sendiri' }))
  await user.type(screen.getByLabelText('Kata sandi sendiri'), 'sebelas huruf'.slice(0, 11))
  await user.click(await save())
  expect(screen.getByRole('alert')).toHaveTextContent('Terlalu pendek: paling sedikit 12 huruf.')
  expect(jobs.count).toBe(0)
  await user.type(screen.getByLabelText('Kata sandi sendiri'), ' lagi')
  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(1))
  expect(job().password).toBe('sebelas hur lagi')
})

test('nothing is locked before its words can be read, and not against what one chose meanwhile', async () => {
  let come = (_words: string) => {}
  const coming = new Promise<string>((resolve) => (come = resolve))
  words.come = () => coming
  const { user } = await open(/^Kami sendiri/)
  const lock = screen.getByLabelText(/^Kunci dengan kata sandi/)
  await user.click(lock)
  expect(screen.getByText('Menyusun kata sandi …')).toBeInTheDocument()
  expect(await save()).toBeDisabled()
  await user.click(lock)
  expect(await save()).toBeEnabled()
  await act(() => {
    come('satu dua tiga empat lima enam')
    return coming
  })
  expect(lock).not.toBeChecked()
  await user.click(lock)
  expect(await screen.findByText('satu dua tiga empat lima enam')).toBeInTheDocument()
  const another = screen.getByRole('button', { name: 'Usulkan yang lain' })
  await user.click(another)
  expect(another).toHaveFocus()
  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(1))
  expect(job().password).toBe('satu dua tiga empat lima enam')
})

test('where the list of words cannot be had, one writes a password of one’s own', async () => {
  words.come = () => Promise.reject(new Error('no list'))
  const { user } = await open(/^Kami sendiri/)
  await user.click(screen.getByLabelText(/^Kunci dengan kata sandi/))
  expect(await screen.findByLabelText('Kata sandi sendiri')).toBeInTheDocument()
  await user.click(await save())
  expect(screen.getByRole('alert')).toHaveTextContent('Terlalu pendek: paling sedikit 12 huruf.')
  expect(jobs.count).toBe(0)
})

test('more than a parcel can hold is said before it is begun, with what to do', async () => {
  const { user } = await open(/^Kami sendiri/, 2_200_000_000)
  expect(await screen.findByText(/Berkas buktinya 4,4 GB, lebih dari yang dapat dimuat/)).toBeInTheDocument()
  expect(await save()).toBeDisabled()
  await user.click(screen.getByLabelText(/^Berkas bukti/))
  expect(screen.queryByText(/lebih dari yang dapat dimuat/)).toBeNull()
  expect(await save()).toBeEnabled()
})

test('is called off, fails, and is made, and each is told', async () => {
  const { user } = await open(/^Kami sendiri/)
  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(1))
  expect(job().files).toBe(2)
  act(() => job().progress(1_000_000, 4_000_000))
  expect(screen.getByText('Menulis: 1 MB dari 4 MB')).toBeInTheDocument()
  act(() => job().progress(3_000_000, 4_000_000))
  expect(screen.getByText('Memeriksa kembali: 3 MB dari 4 MB')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Batalkan' }))
  expect(await screen.findByText('Cadangan dibatalkan. Penilaian Anda tidak berubah.')).toBeInTheDocument()

  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(2))
  act(() => job().fail())
  expect(await screen.findByText('Cadangan belum jadi.')).toBeInTheDocument()

  URL.createObjectURL = () => 'blob:parcel'
  URL.revokeObjectURL = () => undefined
  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(3))
  act(() => job().made({ file: new Blob(['PK']), seal: '7K3M-90AV-1Z2C-XY4W' }))
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Cadangan sudah diperiksa dan diserahkan ke peramban' }),
  )
  expect(dialog.getByText('7K3M-90AV-1Z2C-XY4W')).toBeInTheDocument()
  expect(dialog.getByText(/2 berkas bukti/)).toBeInTheDocument()
})

test('called off or failed, the empty file that choosing it made does not stay', async () => {
  const disk = chosenFile()
  const { user } = await open(/^Kami sendiri/)
  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(1))
  expect(disk.size).toBe(1)
  await user.click(screen.getByRole('button', { name: 'Batalkan' }))
  await waitFor(() => expect(disk.size).toBe(0))

  await user.click(await save())
  await waitFor(() => expect(jobs.count).toBe(2))
  expect(disk.size).toBe(1)
  act(() => job().fail())
  await waitFor(() => expect(disk.size).toBe(0))
  expect(await screen.findByText('Cadangan belum jadi.')).toBeInTheDocument()
  expect(screen.queryByText(/jangan dipakai/)).toBeNull()
})

test('who leaves while it only begins has no worker started, and nothing stays', async () => {
  const disk = chosenFile()
  const { user, unmount } = await open(/^Kami sendiri/)
  await user.click(await save())
  expect(disk.size).toBe(1)
  unmount()
  await waitFor(() => expect(disk.size).toBe(0))
  expect(jobs.count).toBe(0)
})
