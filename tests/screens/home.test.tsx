/** Beranda, where the list of assessments cannot be read. */
import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { openNews } from '../../src/storage/news'
import { freshServices, renderApp, storeExample } from './render-app'

test('says so where the list cannot be read, and no longer once it can', async () => {
  const services = await freshServices()
  await storeExample(services)
  const reading = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('the disk does not answer', 'UnknownError')
  })
  renderApp(services, '#/')
  expect(await screen.findByText('Daftar penilaian tidak dapat dibaca.')).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: 'Lanjutkan' })).not.toBeInTheDocument()

  reading.mockRestore()
  const otherTab = openNews()
  otherTab.publish({ kind: 'assessments' })
  expect(await screen.findByRole('link', { name: 'Lanjutkan' })).toBeInTheDocument()
  await waitFor(() =>
    expect(screen.queryByText('Daftar penilaian tidak dapat dibaca.')).not.toBeInTheDocument(),
  )
  otherTab.close()
})
