import { untilDone } from '../parcel/until-done'

interface DirectoryPicker {
  showDirectoryPicker(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

/** Whether the browser can write real folders. */
export function canWriteFolders(): boolean {
  return 'showDirectoryPicker' in window
}

/** A folder of our own inside the one a person chose. */
export interface OwnFolder {
  readonly parent: FileSystemDirectoryHandle
  readonly folder: FileSystemDirectoryHandle
}

/**
 * Asks where to write, and makes a new folder there: one of this name stays as it is, ours gets a number. By `id` the browser
 * remembers where it was last time. Null where the person called it off. Throws what the browser throws.
 */
export async function chooseFolder(name: string, id: string): Promise<OwnFolder | null> {
  const picker = window as unknown as DirectoryPicker
  try {
    const parent = await picker.showDirectoryPicker({ id, mode: 'readwrite' })
    return { parent, folder: await newFolder(parent, name) }
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null
    throw cause
  }
}

async function newFolder(parent: FileSystemDirectoryHandle, name: string) {
  for (let count = 1; ; count += 1) {
    const own = count === 1 ? name : `${name}-${count}`
    const isThere = await parent.getDirectoryHandle(own).then(
      () => true,
      // `TypeMismatchError`: a file is called so.
      (cause: unknown) => !(cause instanceof DOMException && cause.name === 'NotFoundError'),
    )
    if (!isThere) return parent.getDirectoryHandle(own, { create: true })
  }
}

/** Takes back a folder that did not become whole. Resolves to whether it is gone. */
export function removeFolder({ parent, folder }: OwnFolder): Promise<boolean> {
  return untilDone(() =>
    parent.removeEntry(folder.name, { recursive: true }).then(
      () => true,
      () => false,
    ),
  )
}
