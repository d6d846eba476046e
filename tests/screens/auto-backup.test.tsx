// jsdom's own does not come back from a database as it went in.
import { Blob as NodeBlob } from 'node:buffer'
import { render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppContext, type AppServices } from '../../src/screens/app/app-context'
import { createAutoBackup, type WriteBackup } from '../../src/screens/auto-backup/auto-backup'
import AutoBackupWatch from '../../src/screens/auto-backup/auto-backup-watch'
import { LEAST_GAP, QUIET, watchStretches } from '../../src/screens/auto-backup/stretches'
import { openSession, type Session } from '../../src/screens/session/session'
import { SessionContext } from '../../src/screens/session/session-context'
import { readAssessment } from '../../src/storage/assessments'
import { readCopies } from '../../src/storage/backup-folder'
import { readInstrument } from '../../src/storage/instruments'
import type { FolderBackup } from '../../src/workers/parcel-job'
import { freshServices, renderApp, storeExample } from './render-app'

/**
 * A handle cannot be put into the stand-in for the database: what is noted of the folder lies here. As from a database, each
 * reading gives another object for the same folder.
 */
const noted = vi.hoisted((): { folder: unknown } => ({ folder: null }))
const anotherOf = vi.hoisted(() => (value: unknown) => {
  const { folder, ...choice } = (value ?? {}) as { folder?: object }
  return folder ? { ...choice, folder: { ...folder } } : null
})
vi.mock('../../src/storage/backup-folder', async (load) => ({
  ...(await load<object>()),
  readBackupFolder: () => Promise.resolve(anotherOf(noted.folder)),
  writeBackupFolder: (_: unknown, chosen: unknown) => Promise.resolve(void (noted.folder = chosen)),
}))

const folder = {
  name: 'flashdisk',
  queryPermission: () => Promise.resolve('granted'),
  keys: () => ({ next: () => Promise.resolve({ done: true }) }),
} as unknown as FileSystemDirectoryHandle

async function opened(services: AppServices): Promise<Session> {
  const stored = await readAssessment(services.database, await storeExample(services))
  if (!stored) throw new Error('not stored')
  const instrument = await readInstrument(services.database, stored.assessment.instrument)
  if (!instrument) throw new Error('no instrument')
  return openSession({ ...services, instrument, stored })
}

const answer = (session: Session, value: number) =>
  session.set([{ target: { kind: 'indicator', id: 'I01' }, field: 'value', value }])

beforeEach(() => {
  noted.folder = { folder, withFiles: true, withConfidential: true }
  vi.stubGlobal('navigator', {
    ...navigator,
    locks: { request: (_: string, work: () => Promise<void>) => work() },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a backup by itself', () => {
  function writing(...outcomes: FolderBackup[]) {
    const write = vi.fn<WriteBackup>(() => {
      const outcome = outcomes.shift() ?? { status: 'written', removed: [] }
      return { result: Promise.resolve(outcome), cancel: () => undefined }
    })
    return write
  }

  test('counts as one only when it was written, and is tried again', async () => {
    const services = await freshServices()
    const session = await opened(services)
    answer(session, 3)
    const write = writing({ status: 'failed', reason: 'full' })
    const backup = createAutoBackup(services.database, write)
    await backup.backUp(session)
    expect(backup.getState().failure).toBe('full')
    expect(session.getState().local.unsavedSince).not.toBeNull()
    await backup.backUp(session)
    expect(backup.getState().failure).toBeNull()
    expect(session.getState().local.unsavedSince).toBeNull()
    // The one that failed is to go with the next that is whole.
    const [first, second] = write.mock.calls.map(([request]) => request)
    expect(second?.remove).toEqual([first?.name])
    expect(second?.source.password).toBeNull()
    await backup.backUp(session)
    expect(write).toHaveBeenCalledTimes(2)
  })

  test('goes without a file found to be damaged, and is one backup, not two', async () => {
    const services = await freshServices()
    const session = await opened(services)
    const [whole, damaged] = ['a'.repeat(64), 'b'.repeat(64)] as const
    const files = { utuh: whole, rusak: damaged }
    const row = { size: 1, crc32: 0, mediaType: 'pdf', facts: null, unusedSince: null } as const
    for (const sha256 of Object.values(files)) {
      await services.database.put('files', { ...row, sha256, addedAt: '2025-06-02T01:00:00.000Z' }, sha256)
      await services.database.put('fileBytes', new NodeBlob(['x']) as Blob, sha256)
    }
    session.set([
      { target: { kind: 'document', id: 'sk' }, field: 'title', value: 'SK Tim' },
      ...Object.entries(files).flatMap(([id, sha256]) =>
        Object.entries({ document: 'sk', sha256, name: `${id}.pdf`, size: 1, mediaType: 'pdf' }).map(
          ([field, value]) => ({ target: { kind: 'file', id } as const, field, value }),
        ),
      ),
    ])
    const write = writing({ status: 'damaged', files: [damaged] })
    const backup = createAutoBackup(services.database, write)
    await backup.backUp(session)
    expect(write.mock.calls.map(([{ source }]) => source.files.map(({ sha256 }) => sha256))).toEqual([
      expect.arrayContaining([whole, damaged]),
      [whole],
    ])
    const { id } = session.getState().assessment
    expect(backup.getState()).toMatchObject({ failure: null, leftOut: new Map([[id, ['rusak.pdf']]]) })
    const [first, second] = write.mock.calls.map(([request]) => request.name)
    expect(second).toBe(first)
    expect(await readCopies(services.database, id)).toMatchObject({ copies: [{ name: first, whole: true }] })

    // Said again when the app is opened anew, until a backup has all.
    const again = createAutoBackup(services.database, writing())
    await again.look()
    expect(again.getState().leftOut).toEqual(new Map([[id, ['rusak.pdf']]]))
    answer(session, 2)
    await again.backUp(session)
    expect(again.getState().leftOut).toEqual(new Map())
  })

  test('is not written anew for what stays out of it by choice', async () => {
    const services = await freshServices()
    const session = await opened(services)
    const secret = { kind: 'document', id: 'd1' } as const
    session.set([
      { target: secret, field: 'title', value: 'Uji penetrasi' },
      { target: secret, field: 'confidential', value: true },
    ])
    noted.folder = { folder, withFiles: true, withConfidential: false }
    const write = writing()
    const backup = createAutoBackup(services.database, write)
    await backup.backUp(session)
    expect(write.mock.calls[0]?.[0].source.assessment).not.toContain('Uji penetrasi')
    expect(session.getState().local.unsavedSince).not.toBeNull()
    await backup.backUp(session)
    expect(write).toHaveBeenCalledTimes(1)
    answer(session, 2)
    await backup.backUp(session)
    expect(write).toHaveBeenCalledTimes(2)
  })

  test('is written nowhere without leave', async () => {
    const services = await freshServices()
    const session = await opened(services)
    answer(session, 3)
    const asking = { ...folder, queryPermission: () => Promise.resolve('prompt') }
    noted.folder = { folder: asking, withFiles: true, withConfidential: true }
    const write = writing()
    const backup = createAutoBackup(services.database, write)
    await backup.backUp(session)
    expect(backup.getState().failure).toBe('not-allowed')
    expect(write).not.toHaveBeenCalled()
  })
})

describe('a stretch of work', () => {
  test('ends when it is quiet, hidden or left; what fails is tried again', async () => {
    const session = await opened(await freshServices())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const backUp = vi.fn(() => Promise.resolve())
    let isOpen = false
    const stop = watchStretches(session, backUp, () => isOpen)
    await vi.advanceTimersByTimeAsync(QUIET)
    expect(backUp).not.toHaveBeenCalled()
    answer(session, 3)
    await vi.advanceTimersByTimeAsync(QUIET - 1)
    answer(session, 4)
    await vi.advanceTimersByTimeAsync(QUIET - 1)
    expect(backUp).not.toHaveBeenCalled()
    isOpen = true
    await vi.advanceTimersByTimeAsync(1)
    expect(backUp).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(QUIET)
    expect(backUp).toHaveBeenCalledTimes(2)
    isOpen = false
    await vi.advanceTimersByTimeAsync(2 * QUIET)
    expect(backUp).toHaveBeenCalledTimes(3)

    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const hide = () => document.dispatchEvent(new Event('visibilitychange'))
    hide()
    hide()
    expect(backUp).toHaveBeenCalledTimes(4)
    await vi.advanceTimersByTimeAsync(LEAST_GAP)
    hide()
    expect(backUp).toHaveBeenCalledTimes(5)
    visibility.mockRestore()

    stop()
    expect(backUp).toHaveBeenCalledTimes(6)
    answer(session, 2)
    await vi.advanceTimersByTimeAsync(QUIET)
    expect(backUp).toHaveBeenCalledTimes(6)
  })
})

describe('an open assessment', () => {
  test('looks at the folder when it is opened and when a stretch ends, not in between', async () => {
    const services = await freshServices()
    const session = await opened(services)
    const queryPermission = vi.fn(() => new Promise((resolve) => setTimeout(resolve, 0, 'prompt')))
    noted.folder = { folder: { ...folder, queryPermission }, withFiles: true, withConfidential: true }
    const { unmount } = render(
      <AppContext value={services}>
        <SessionContext value={session}>
          <AutoBackupWatch />
        </SessionContext>
      </AppContext>,
    )
    await screen.findByText(/Peramban menunggu izin/)
    for (const value of [2, 3, 4]) {
      answer(session, value)
      await session.flush()
    }
    expect(queryPermission).toHaveBeenCalledTimes(1)

    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    visibility.mockRestore()
    await waitFor(() => expect(queryPermission).toHaveBeenCalledTimes(2))
    unmount()
    await session.close()
    expect(queryPermission).toHaveBeenCalledTimes(3)
  })
})

describe('Penyimpanan', () => {
  test('says so where a browser cannot write into a folder', async () => {
    noted.folder = null
    renderApp(await freshServices(), '#/penyimpanan')
    expect(await screen.findByText(/tidak dapat menulis sendiri ke folder/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Pilih folder' })).toBeNull()
  })

  test('says before that nothing is locked, and takes a folder', async () => {
    noted.folder = null
    vi.stubGlobal('showDirectoryPicker', () => Promise.resolve(folder))
    const { user } = renderApp(await freshServices(), '#/penyimpanan')
    expect(await screen.findByText(/siapa pun yang dapat membuka foldernya/)).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: /^Dokumen rahasia/ }))
    await user.click(screen.getByRole('button', { name: 'Pilih folder' }))
    expect(await screen.findByText(/Cadangan otomatis aktif/)).toHaveTextContent('flashdisk')
    expect(noted.folder).toEqual({ folder, withFiles: true, withConfidential: false })
    await user.click(screen.getByRole('button', { name: 'Hentikan cadangan otomatis' }))
    await waitFor(() => expect(noted.folder).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    await waitFor(() => expect(noted.folder).toEqual({ folder, withFiles: true, withConfidential: false }))
  })
})
