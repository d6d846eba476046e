/** What browsers with a folder picker add to the handle of a folder. */
interface Permissions {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
}

interface FolderPicker {
  showDirectoryPicker(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

/** Whether this browser lets a page write into a folder a person chooses: Chrome and Edge on a computer do. */
export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in window
}

/** Asks for a folder; null if it was called off. Throws what the browser throws besides. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  const picker = window as unknown as FolderPicker
  try {
    return await picker.showDirectoryPicker({ id: 'spbe-mandiri', mode: 'readwrite' })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null
    throw cause
  }
}

/** Whether the folder may be written to now. After a restart a browser may want the person to say so again. */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const handle = folder as FileSystemDirectoryHandle & Permissions
  return (await handle.queryPermission({ mode: 'readwrite' })) === 'granted'
}

/** Lets the browser ask for leave to write; only while a press of a button is being answered. */
export async function askToWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const handle = folder as FileSystemDirectoryHandle & Permissions
  return (await handle.requestPermission({ mode: 'readwrite' })) === 'granted'
}

/** Whether the folder is there: a stick may have been taken out. */
export async function isThere(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const entries = (folder as FileSystemDirectoryHandle & { keys(): AsyncIterator<string> }).keys()
  try {
    await entries.next()
    return true
  } catch {
    return false
  }
}
