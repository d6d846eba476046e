/** Penyimpanan: what fills the disk, and leaving a shared computer with nothing on it. */
import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { AppServices } from '../../src/screens/app/app-context'
import { updateLocal } from '../../src/storage/assessments'
import type { FileRow } from '../../src/storage/files'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices
beforeEach(async () => {
  services = await freshServices()
})

async function keep(sha256: string, size: number, unusedSince: string | null = null): Promise<void> {
  const row: FileRow = {
    ...{ sha256, size, crc32: 0, mediaType: 'pdf', facts: null, unusedSince },
    addedAt: '2025-06-12T02:15:00.000Z',
  }
  await services.database.put('files', row, sha256)
}

const backedUp = (id: string) =>
  updateLocal(services.database, id, (local) => ({ ...local, unsavedSince: null }))

const leave = () => screen.findByRole('button', { name: 'Hapus semua dari komputer ini' })

test('says what there is, how large, and what goes away by itself', async () => {
  await storeExample(services)
  await keep('a'.repeat(64), 1_500_000)
  await keep('b'.repeat(64), 900_000, '2025-06-12T02:15:00.000Z')
  renderApp(services, '#/penyimpanan')
  expect(await screen.findByText('2 berkas, 2,4 MB; yang terbesar 1,5 MB')).toBeInTheDocument()
  expect(screen.getByText('1 berkas; dihapus sendiri setelah 30 hari')).toBeInTheDocument()
})

test('nothing can be removed before everything is known to lie elsewhere', async () => {
  const id = await storeExample(services)
  renderApp(services, '#/penyimpanan')
  expect(await leave()).toBeDisabled()
  expect(screen.getByRole('link', { name: 'Kabupaten Contoh, 2025' })).toHaveAttribute(
    'href',
    `#/nilai/${id}/kirim`,
  )
})

test('backed up, it is removed after a question, and not when the answer is no', async () => {
  await backedUp(await storeExample(services))
  await keep('a'.repeat(64), 1_500_000)
  const { user } = renderApp(services, '#/penyimpanan')
  await user.click(await leave())
  await user.click(screen.getByRole('button', { name: 'Jangan hapus' }))
  expect(await services.database.count('assessments')).toBe(1)
  await user.click(await leave())
  await user.click(screen.getByRole('button', { name: 'Hapus semua' }))
  expect(await screen.findByText('Semua sudah dihapus dari peramban ini.')).toBeInTheDocument()
  expect(await services.database.count('assessments')).toBe(0)
  expect(await services.database.count('files')).toBe(0)
})

test('what cannot be read is told before, and removed with the rest', async () => {
  await backedUp(await storeExample(services))
  const broken = { assessment: { id: 'rusak' }, local: { unsavedSince: '2025-06-12T02:15:00.000Z' } }
  await services.database.put('assessments', broken as never, 'rusak')
  const { user } = renderApp(services, '#/penyimpanan')
  expect(await screen.findByText(/^1 penilaian tidak dapat dibaca/)).toBeInTheDocument()
  await user.click(await leave())
  expect(screen.getByText(/^1 penilaian yang tidak dapat dibaca ikut hilang/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Hapus semua' }))
  expect(await screen.findByText('Semua sudah dihapus dari peramban ini.')).toBeInTheDocument()
  expect(await services.database.count('assessments')).toBe(0)
})

test('what another tab changed meanwhile keeps everything', async () => {
  const id = await storeExample(services)
  await backedUp(id)
  const { user } = renderApp(services, '#/penyimpanan')
  await user.click(await leave())
  await updateLocal(services.database, id, (local) => ({
    ...local,
    unsavedSince: '2025-06-12T02:15:00.000Z',
  }))
  await user.click(screen.getByRole('button', { name: 'Hapus semua' }))
  expect(await screen.findByText('Tidak ada yang dihapus.')).toBeInTheDocument()
  expect(await services.database.count('assessments')).toBe(1)
})
