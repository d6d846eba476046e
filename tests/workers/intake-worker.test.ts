/** The worker that takes files in: one that cannot be kept is told by its reason, and the others are kept. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FILE_SIZE_LIMIT } from '../../src/evidence/media-type'
import * as storedFiles from '../../src/storage/add-files'
import type { IntakeOutcome, IntakeReply } from '../../src/workers/intake-job'
import { connect, freshBrowser } from '../storage/fresh'

/** What a browser throws while a file is read or stored, by the file's name, and what is said of it. */
const FAULTS: Readonly<Record<string, readonly ['read' | 'store', string, string]>> = {
  'hilang.pdf': ['read', 'NotFoundError', 'unreadable'],
  'berubah.pdf': ['read', 'NotReadableError', 'unreadable'],
  'penuh.pdf': ['store', 'QuotaExceededError', 'disk-full'],
  'ditolak.pdf': ['store', 'DataError', 'not-taken'],
  'privat.pdf': ['store', 'UnknownError', 'not-taken'],
  'aneh.pdf': ['store', 'AbortError', 'failed'],
}

function fileOf(name: string): File {
  const file = new File([`%PDF-1.7 ${name}`], name)
  const [when, cause] = FAULTS[name] ?? []
  if (when === 'read') file.slice = file.arrayBuffer = () => throwing(cause)
  return file
}

function throwing(cause = ''): never {
  throw new DOMException('', cause)
}

/** A file that says it is so large, without being so; its ends are read. */
function sizedFile(name: string, size: number): File {
  return Object.defineProperty(fileOf(name), 'size', { value: size })
}

const scope = globalThis as unknown as {
  onmessage: (event: { data: readonly File[] }) => void
  postMessage: (reply: IntakeReply) => void
}

/** What the worker says of each file, by name. */
async function outcomesOf(files: readonly File[]): Promise<Map<string, IntakeOutcome>> {
  const outcomes = new Map<string, IntakeOutcome>()
  const done = new Promise<void>((resolve) => {
    scope.postMessage = (reply) => {
      if (reply.kind === 'file') outcomes.set(files[reply.index]?.name ?? '', reply.outcome)
      if (reply.kind === 'done') resolve()
    }
  })
  await import('../../src/workers/intake-worker')
  scope.onmessage({ data: files })
  await done
  return outcomes
}

beforeEach(freshBrowser)
afterEach(() => void vi.restoreAllMocks())

test('a file that cannot be read or stored is told by its reason, and the rest comes in', async () => {
  const { addFiles } = storedFiles
  vi.spyOn(storedFiles, 'addFiles').mockImplementation((database, files) => {
    const faults = files.map(({ bytes }) => FAULTS[bytes instanceof File ? bytes.name : ''] ?? [])
    const [, cause] = faults.find(([when]) => when === 'store') ?? []
    return cause ? Promise.reject(new DOMException('', cause)) : addFiles(database, files)
  })
  const names = ['awal.pdf', ...Object.keys(FAULTS), 'akhir.pdf']
  const outcomes = await outcomesOf(names.map(fileOf))
  for (const [name, [, , reason]] of Object.entries(FAULTS)) {
    expect(outcomes.get(name), name).toEqual({ status: 'failed', reason })
  }
  expect(outcomes.get('awal.pdf')).toMatchObject({ status: 'kept', mediaType: 'pdf' })
  expect(outcomes.get('akhir.pdf')).toMatchObject({ status: 'kept', mediaType: 'pdf' })
  const database = await connect()
  expect(await database.count('files')).toBe(2)
  expect(await database.count('fileBytes')).toBe(2)
})

test('200 MB are taken, a byte more is not, and nobody reads that', async () => {
  expect(FILE_SIZE_LIMIT).toBe(200_000_000)
  const larger = sizedFile('lebih.pdf', 200_000_001)
  const read = vi.fn()
  larger.slice = larger.arrayBuffer = larger.stream = read
  const outcomes = await outcomesOf([sizedFile('pas.pdf', 200_000_000), larger])
  expect(outcomes.get('pas.pdf')).toMatchObject({ status: 'kept', size: 200_000_000 })
  expect(outcomes.get('lebih.pdf')).toEqual({ status: 'refused', reason: 'too-large' })
  expect(read).not.toHaveBeenCalled()
})
