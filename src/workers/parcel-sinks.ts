import type { Bytes } from '../handover/files/slices'
import type { Sink } from '../handover/files/write-parcel'

/** A file being written: its bytes in order, then the whole to be read again. */
export interface FileInMaking {
  readonly write: Sink
  /** Ends the writing and opens what was written. */
  readonly finish: () => Promise<Blob>
  /** Opens what was written, after `finish`, to be read as quickly as it can be; not in use anywhere else meanwhile. */
  readonly readAgain: <T>(read: (written: Bytes) => Promise<T>) => Promise<T>
  /** Gives up what was written so far. */
  readonly abandon: () => Promise<void>
}

/** Where parcels are made and unlocked, in the browser's private folder. */
const WORKSHOP = 'parcels'

/** Names of the files of a tab begin with the name of the lock it holds. */
function lockOf(file: string): string {
  return `parcel-${file.split('.')[0] ?? ''}`
}

/** Keeps the files of this name from being cleared away as long as this tab lives. */
export async function keepWorkshopFiles(name: string): Promise<void> {
  if (!('locks' in navigator)) return
  await new Promise<void>((resolve) => {
    void navigator.locks.request(lockOf(name), () => {
      resolve()
      // Held until the page is gone.
      return new Promise(() => undefined)
    })
  })
}

/**
 * Removes what tabs left behind that are no more, and what of this one is named. False where a worker that is just ending
 * still holds one of these.
 */
export async function clearWorkshop(own: string): Promise<boolean> {
  const folder = await workshop(false)
  if (!folder) return true
  let cleared = true
  const held = (await navigator.locks.query()).held?.map(({ name }) => name) ?? []
  for await (const file of folder.keys()) {
    if (held.includes(lockOf(file)) && !file.startsWith(`${own}.`)) continue
    await folder.removeEntry(file).catch(() => (cleared = false))
  }
  return cleared
}

async function workshop(create: boolean): Promise<(FileSystemDirectoryHandle & Keys) | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage) || !('locks' in navigator))
    return null
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(WORKSHOP, { create })
  } catch {
    // Not made yet, or a private window that has none.
    return null
  }
}

interface Keys {
  keys(): AsyncIterableIterator<string>
}

interface SyncHandle {
  read(bytes: Uint8Array, options: { at: number }): number
  write(bytes: Uint8Array, options: { at: number }): number
  getSize(): number
  flush(): void
  close(): void
  truncate(size: number): void
}

/** A file in the browser's private folder, or in memory where there is none. In a worker. */
export async function makeInWorkshop(file: string): Promise<FileInMaking> {
  const folder = await workshop(true)
  if (!folder) return makeInMemory()
  const handle = await folder.getFileHandle(file, { create: true })
  const open = handle as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }
  const access = await open.createSyncAccessHandle()
  access.truncate(0)
  let at = 0
  return {
    write(bytes) {
      const written = access.write(bytes, { at })
      at += written
      if (written < bytes.length) throw noRoom()
    },
    finish() {
      access.flush()
      // Beyond its quota Chromium may take bytes for written that are not in the file.
      if (access.getSize() < at) throw noRoom()
      access.close()
      return handle.getFile()
    },
    async readAgain(read) {
      const written = await open.createSyncAccessHandle()
      try {
        return await read(bytesIn(written, 0, written.getSize()))
      } finally {
        written.close()
      }
    },
    async abandon() {
      access.close()
      await folder.removeEntry(file)
    },
  }
}

/** Removes a file that may not be there from the browser's private folder. */
export async function removeFromWorkshop(file: string): Promise<void> {
  const folder = await workshop(false)
  await folder?.removeEntry(file).catch(() => undefined)
}

function noRoom(): DOMException {
  return new DOMException('no room', 'QuotaExceededError')
}

/** Read at once and looked at while it is still near the processor, in bytes. */
const PIECE = 256 * 1024

/** A part of an open file. */
function bytesIn(access: SyncHandle, begin: number, end: number, piece = new Uint8Array(PIECE)): Bytes {
  const size = end - begin
  const within = (place: number) => begin + Math.min(Math.max(place, 0), size)
  return {
    size,
    slice: (from, to) => bytesIn(access, within(from), Math.max(within(from), within(to)), piece),
    arrayBuffer() {
      const bytes = new Uint8Array(size)
      readFully(access, bytes, begin)
      return Promise.resolve(bytes.buffer)
    },
    eachPiece(look) {
      for (let at = begin; at < end; at += PIECE) {
        const part = piece.subarray(0, Math.min(PIECE, end - at))
        readFully(access, part, at)
        look(part)
      }
    },
  }
}

/** Throws where the file is shorter than it was: what is missing must not pass for zeroes. */
function readFully(access: SyncHandle, bytes: Uint8Array, at: number): void {
  if (access.read(bytes, { at }) !== bytes.length) throw new RangeError('the file is cut off')
}

/** A file that is never on the disk by this hand. */
export function makeInMemory(): FileInMaking {
  // Blobs, not bytes: a browser moves large ones to its disk.
  const pieces: Blob[] = []
  return {
    write: (bytes) => void pieces.push(new Blob([new Uint8Array(bytes)])),
    finish: () => Promise.resolve(new Blob(pieces)),
    readAgain: (read) => read(new Blob(pieces)),
    abandon: () => Promise.resolve(),
  }
}

/** The file a person chose: written beside it, and put in its place when it is finished. */
export async function makeInFile(handle: FileSystemFileHandle): Promise<FileInMaking> {
  const writable = await handle.createWritable()
  return {
    write: (bytes) => writable.write(new Uint8Array(bytes)),
    async finish() {
      await writable.close()
      return handle.getFile()
    },
    readAgain: async (read) => read(await handle.getFile()),
    abandon: () => writable.abort(),
  }
}

/** Removes files of a folder and returns the names that are there no more. */
export async function removeFrom(
  folder: FileSystemDirectoryHandle,
  names: readonly string[],
): Promise<string[]> {
  const gone: string[] = []
  for (const name of names) {
    try {
      await folder.removeEntry(name)
      gone.push(name)
    } catch (cause) {
      // Another time: it may be open in another program.
      if (cause instanceof DOMException && cause.name === 'NotFoundError') gone.push(name)
    }
  }
  return gone
}
