/** Periksa berkas: what is said of a parcel that was looked through; the worker's findings are given. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CheckedParcel } from '../../src/handover/files/open-parcel'
import type { AppServices } from '../../src/screens/app/app-context'
import { readChanges } from '../../src/storage/changes'
import type { ParcelCheck } from '../../src/workers/parcel-job'
import { changesOf } from '../examples/changes'
import { entryOf } from '../examples/shipped'
import { PrivateFolder } from '../workers/private-folder'
import { freshServices, renderApp, storeExample } from './render-app'

const findings = vi.hoisted(() => ({ of: (_password: string | null): unknown => null }))
/** The files in the private folder that workers were given to unlock into. */
const begun = vi.hoisted((): string[] => [])
vi.mock('../../src/workers/parcel-job', () => ({
  startCheckingParcel: (_file: Blob, password: string | null, workshopFile: string) => {
    begun.push(workshopFile)
    return { result: Promise.resolve(findings.of(password)), cancel: () => undefined }
  },
}))

const SEAL = '7K3M-90AV-1Z2C-XY4W'
const FILE = 'a'.repeat(64)
const { id, version, sha256 } = entryOf('spbe-2020')
const changes = [
  ...changesOf({ kind: 'assessment' }, { institutionName: 'Kabupaten Contoh', year: 2025 }),
  ...changesOf(
    { kind: 'file', id: 'f' },
    { document: 'd', sha256: FILE, name: 'Perbup 41.pdf', size: 900_000, mediaType: 'pdf' },
  ),
]

function parcelOf(part: Partial<CheckedParcel> = {}, assessment = 'penilaian-lain'): CheckedParcel {
  const who = { unit: 'Dinas Contoh', person: 'Nama Contoh', appVersion: '0.1.0' }
  const savedAt = '2025-06-12T02:15:00.000Z'
  const instrument = { id, version, sha256 }
  const entry = { path: `files/${FILE}.pdf`, size: 900_000, sha256: FILE }
  return {
    status: 'read',
    seal: SEAL,
    fault: null,
    instrument: null,
    entries: [{ path: entry.path, size: entry.size, state: 'whole' }],
    manifest: {
      ...{ format: 'spbe-mandiri/parcel', formatVersion: 1, ...who, savedAt, assessment, instrument },
      counts: { changes: changes.length, documents: 1, citations: 4, files: 1 },
      leftOut: { documents: 0, files: 0, notHere: 0 },
      entries: [entry],
    },
    backup: {
      ...{ format: 'spbe-mandiri/assessment', formatVersion: 3, ...who, savedAt, changes },
      assessment: { id: assessment, instrument, createdAt: savedAt, origin: 'own', scope: 'all' },
    },
    ...part,
  }
}

const lookedThrough = (parcel: CheckedParcel): ParcelCheck => ({
  status: 'looked-through',
  zip: new Blob([]),
  reading: parcel,
})

let services: AppServices
beforeEach(async () => {
  services = await freshServices()
  begun.length = 0
})

async function check(of: (password: string | null) => ParcelCheck) {
  findings.of = of
  const { user } = renderApp(services, '#/periksa')
  await user.upload(
    await screen.findByLabelText(/Paket yang diperiksa/),
    new File(['PK\u0003\u0004'], 'Cadangan.zip'),
  )
  return user
}

test('a whole parcel: whose it is, what is in it, and its seal beside the one from paper; nothing is taken in', async () => {
  const user = await check(() => lookedThrough(parcelOf()))
  expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
  expect(screen.getByText('Kabupaten Contoh, 2025')).toBeInTheDocument()
  expect(screen.getByText('Nama Contoh, Dinas Contoh')).toBeInTheDocument()
  expect(screen.getByText('Disimpan').nextSibling).toHaveTextContent(/^12 Juni 2025/)
  expect(screen.getByText(/1 dokumen, 4 rujukan, 1 berkas bukti/)).toBeInTheDocument()
  const table = within(screen.getByRole('region', { name: 'Isi paket satu per satu' }))
  expect(table.getByRole('row', { name: /Perbup 41\.pdf .*Utuh/ })).toBeInTheDocument()

  const seal = screen.getByLabelText('Segel yang Anda terima')
  await user.type(seal, '7k3m 9o')
  expect(screen.queryByText(/Segelnya/)).toBeNull()
  await user.type(seal, 'av iz2c xy4w')
  expect(screen.getByText('Segelnya sama.')).toBeInTheDocument()
  await user.type(seal, '9')
  expect(screen.getByText('Segelnya lain.')).toBeInTheDocument()

  expect(screen.queryByRole('button', { name: /Hitung sebagai cadangan/ })).toBeNull()
  expect(await services.database.count('assessments')).toBe(0)
})

test('one is dropped as well as chosen', async () => {
  findings.of = () => lookedThrough(parcelOf())
  renderApp(services, '#/periksa')
  const place = await screen.findByText('Taruh berkasnya di sini, atau')
  const files = [new File(['PK\u0003\u0004'], 'Cadangan.zip')]
  expect(fireEvent.dragOver(place, { dataTransfer: { files } }), 'the page stays').toBe(false)
  expect(fireEvent.drop(place, { dataTransfer: { files } }), 'the page stays').toBe(false)
  expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
})

test('one chosen while another is still looked through is the one that is told of', async () => {
  let release = (): void => undefined
  const slow = new Promise<unknown>((resolve) => {
    release = () => resolve(lookedThrough(parcelOf({ fault: { kind: 'altered', name: 'Lama.pdf' } })))
  })
  findings.of = () => slow
  const { user } = renderApp(services, '#/periksa')
  const input = await screen.findByLabelText(/Paket yang diperiksa/)
  await user.upload(input, new File(['PK\u0003\u0004'], 'Lama.zip'))
  await waitFor(() => expect(begun).toHaveLength(1))
  findings.of = () => lookedThrough(parcelOf())
  await user.upload(input, new File(['PK\u0003\u0004'], 'Baru.zip'))
  expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
  release()
  await act(() => slow)
  expect(screen.getByText('Berkas ini utuh.')).toBeInTheDocument()
  expect(screen.getByText('Baru.zip')).toBeInTheDocument()
})

test('so is one chosen while an older backup is still read', async () => {
  let release = (): void => undefined
  const text = new Promise<string>((resolve) => (release = () => resolve(JSON.stringify(parcelOf().backup))))
  const old = new File(['{"format":"spbe-mandiri/assessment"}'], 'Lama.json')
  const reading = vi.spyOn(old, 'text').mockReturnValue(text)
  findings.of = () => lookedThrough(parcelOf())
  const { user } = renderApp(services, '#/periksa')
  const input = await screen.findByLabelText(/Paket yang diperiksa/)
  await user.upload(input, old)
  await waitFor(() => expect(reading).toHaveBeenCalled())
  await user.upload(input, new File(['PK\u0003\u0004'], 'Baru.zip'))
  expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
  release()
  await act(() => text)
  expect(screen.getByText('Berkas ini utuh.')).toBeInTheDocument()
  expect(screen.getByText('Baru.zip')).toBeInTheDocument()
})

test('one that is not whole says which entry, and does not count as a backup', async () => {
  const path = `files/${FILE}.pdf`
  const assessment = await storeExample(services)
  await check(() =>
    lookedThrough(
      parcelOf(
        { fault: { kind: 'altered', name: path }, entries: [{ path, size: 900_000, state: 'altered' }] },
        assessment,
      ),
    ),
  )
  expect(await screen.findByText('Berkas ini tidak utuh.')).toBeInTheDocument()
  expect(screen.getByText(/berubah sejak paket ini disegel/)).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /Perbup 41\.pdf .*Berubah/ })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Hitung sebagai cadangan/ })).toBeNull()
})

test('a locked one asks for its password until it is the right one', async () => {
  const user = await check((password) => {
    if (password === null) return { status: 'locked' }
    if (password === 'kuda laut') return lookedThrough(parcelOf())
    const reading = { status: 'refused', fault: { kind: 'wrong-password' } } as const
    return { status: 'looked-through', zip: new Blob([]), reading }
  })
  const password = await screen.findByLabelText('Kata sandi paket ini')
  await user.type(password, 'kuda darat{Enter}')
  expect(await screen.findByText(/Kata sandi ini tidak cocok/)).toBeInTheDocument()
  await user.clear(screen.getByLabelText('Kata sandi paket ini'))
  await user.type(screen.getByLabelText('Kata sandi paket ini'), '  kuda   laut{Enter}')
  expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
})

test('one of an assessment here counts as its backup only where it holds everything', async () => {
  const assessment = await storeExample(services)
  const here = await readChanges(services.database, assessment)
  const whole = parcelOf({}, assessment)
  if (!whole.backup) throw new Error('no backup')
  const user = await check(() => lookedThrough(whole))
  await user.click(await screen.findByRole('button', { name: /Hitung sebagai cadangan/ }))
  expect(await screen.findByText(/ada isian atau berkas yang tidak ada di dalamnya/)).toBeInTheDocument()

  findings.of = () =>
    lookedThrough({ ...whole, backup: { ...parcelOf({}, assessment).backup!, changes: here } })
  await user.upload(
    screen.getByLabelText(/Paket yang diperiksa/),
    new File(['PK\u0003\u0004'], 'Cadangan 2.zip'),
  )
  await user.click(await screen.findByRole('button', { name: /Hitung sebagai cadangan/ }))
  expect(await screen.findByText(/Semua isian sudah dicadangkan/)).toBeInTheDocument()
})

describe('for who leaves', () => {
  const folder = new PrivateFolder()
  beforeEach(() => Object.assign(navigator, folder.navigator))
  afterEach(() => {
    for (const name of Object.keys(folder.navigator)) Reflect.deleteProperty(navigator, name)
  })

  async function choose(file: File) {
    const { user, unmount } = renderApp(services, '#/periksa')
    await user.upload(await screen.findByLabelText(/Paket yang diperiksa/), file)
    return unmount
  }

  test('what was unlocked does not stay, and what others made does', async () => {
    findings.of = () => lookedThrough(parcelOf())
    const unmount = await choose(new File(['PK\u0003\u0004'], 'Cadangan.zip'))
    expect(await screen.findByText('Berkas ini utuh.')).toBeInTheDocument()
    const [unlocked = ''] = begun
    const other = `${unlocked.split('.')[0]}.99.made`
    folder.locks.add(`parcel-${unlocked.split('.')[0]}`)
    for (const name of [unlocked, other]) folder.names.add(name)
    unmount()
    await waitFor(() => expect([...folder.names]).toEqual([other]))
  })

  test('while the file is still being looked at, no worker begins', async () => {
    let look: (begin: string) => void = () => undefined
    const looking = new Promise<string>((resolve) => (look = resolve))
    const file = new File(['PK\u0003\u0004'], 'Cadangan.zip')
    const unmount = await choose(Object.assign(file, { slice: () => ({ text: () => looking }) }))
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeInTheDocument()
    unmount()
    look('PK\u0003\u0004')
    // Whatever follows from it has then followed.
    await new Promise((resolve) => setTimeout(resolve))
    expect(begun).toEqual([])
  })
})
