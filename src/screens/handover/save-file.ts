/** How far a file is known to have come. A page cannot see whether a download was saved. */
export type Saved = 'saved' | 'handed-over' | 'cancelled'

interface SaveFilePicker {
  showSaveFilePicker(options: {
    suggestedName: string
    types: { description: string; accept: Record<string, string[]> }[]
  }): Promise<FileSystemFileHandle>
}

export interface FileToSave {
  readonly name: string
  readonly blob: Blob
  /** "Cadangan SPBE Mandiri": what the save dialog calls the type. */
  readonly description: string
}

/**
 * Saves a file where the person says, if the browser can, and reads it back; otherwise hands it to the browser's
 * downloads. Throws what writing throws, or RangeError if the file read back is another length.
 */
export async function saveFile(file: FileToSave): Promise<Saved> {
  if ('showSaveFilePicker' in window) return saveWithPicker(window as unknown as SaveFilePicker, file)
  download(file)
  return 'handed-over'
}

async function saveWithPicker(picker: SaveFilePicker, file: FileToSave): Promise<Saved> {
  const { name, blob, description } = file
  let handle: FileSystemFileHandle
  try {
    const extension = name.slice(name.lastIndexOf('.'))
    const types = [{ description, accept: { [blob.type]: [extension] } }]
    handle = await picker.showSaveFilePicker({ suggestedName: name, types })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return 'cancelled'
    // After long work the browser no longer takes the press of the button as leave to ask.
    if (cause instanceof DOMException && cause.name === 'SecurityError') {
      download(file)
      return 'handed-over'
    }
    throw cause
  }
  const writable = await handle.createWritable()
  await writable.write(blob)
  await writable.close()
  const written = await handle.getFile()
  if (written.size !== blob.size) throw new RangeError(`wrote ${written.size} of ${blob.size} bytes`)
  return 'saved'
}

/** Hands a file to the browser's downloads. */
export function download({ name, blob }: FileToSave): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
