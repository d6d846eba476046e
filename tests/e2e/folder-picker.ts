/** A folder in the browser's private file system in place of one that only a person can pick. */

/** Runs before the app: the picker answers with a folder, and permission is what the test says it is. */
export function standInForPicker(): void {
  // A blank page has neither.
  if (!('FileSystemHandle' in window)) return
  const window_ = window as unknown as { showDirectoryPicker: () => Promise<FileSystemDirectoryHandle> }
  window_.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('flashdisk', { create: true })
  const permission = {
    queryPermission: () => Promise.resolve(sessionStorage.getItem('permission') ?? 'granted'),
    requestPermission() {
      sessionStorage.removeItem('permission')
      return Promise.resolve('granted')
    },
  }
  Object.assign(FileSystemHandle.prototype, permission)
}
