/** How far a file is known to have come. A page cannot see whether a download was saved. */
export type Saved = 'saved' | 'handed-over' | 'cancelled'

interface SaveFilePicker {
  showSaveFilePicker(options: {
    suggestedName: string
    types: { description: string; accept: Record<string, string[]> }[]
  }): Promise<FileSystemFileHandle>
}

export interface NamedBlob {
  readonly name: string
  readonly blob: Blob
}

export interface FileToSave extends NamedBlob {
  /** "Cadangan SPBE Mandiri": what the save dialog calls the type. */
  readonly description: string
}

/**
 * Saves a file where the person says, if the browser can, and reads it back; otherwise hands it to the browser's
 * downloads. Throws what writing throws, or RangeError if the file read back is another length.
 */
export async function saveFile(file: FileToSave): Promise<Saved> {
  if ('showSaveFilePicker' in window) return saveWithPicker(file)
  download(file)
  return 'handed-over'
}

async function saveWithPicker(file: FileToSave): Promise<Saved> {
  const { name, blob, description } = file
  const chosen = await chooseFile(name, description, blob.type)
  if (chosen.kind === 'cancelled') return 'cancelled'
  // After long work the browser no longer takes the press of the button as leave to ask.
  if (chosen.kind !== 'file') {
    download(file)
    return 'handed-over'
  }
  await saveInto(chosen.handle, blob)
  return 'saved'
}

/** Writes a blob into a chosen file and reads its length back. Rejects as `saveFile` does. */
export async function saveInto(handle: FileSystemFileHandle, blob: Blob): Promise<void> {
  const writable = await handle.createWritable()
  await writable.write(blob)
  await writable.close()
  const written = await handle.getFile()
  if (written.size !== blob.size) throw new RangeError(`wrote ${written.size} of ${blob.size} bytes`)
}

/** Where a file is to go: `none` where the browser cannot ask, or may not now. */
export type Chosen =
  | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'cancelled' | 'none' }

/** Asks for a file to write to. Throws what the browser throws besides calling off and not being allowed to ask. */
export async function chooseFile(
  name: string,
  description: string,
  type = 'application/octet-stream',
): Promise<Chosen> {
  if (!('showSaveFilePicker' in window)) return { kind: 'none' }
  const picker = window as unknown as SaveFilePicker
  try {
    const types = [{ description, accept: { [type]: [name.slice(name.lastIndexOf('.'))] } }]
    return { kind: 'file', handle: await picker.showSaveFilePicker({ suggestedName: name, types }) }
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    if (cause.name === 'AbortError') return { kind: 'cancelled' }
    if (cause.name === 'SecurityError') return { kind: 'none' }
    throw cause
  }
}

/** Takes back the empty file that choosing it made; one that was there before has kept its content. Resolves to whether one went. */
export async function removeEmptyFile(chosen: Chosen): Promise<boolean> {
  if (chosen.kind !== 'file') return false
  const handle = chosen.handle as FileSystemFileHandle & { remove?: () => Promise<void> }
  const { size } = await handle.getFile()
  if (size > 0 || !handle.remove) return false
  await handle.remove()
  return true
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: NamedBlob): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
