import type { Page } from '@playwright/test'

/** Names in a folder of the browser's private file system, in order; the folder is made where there is none. */
export function filesIn(page: Page, ...path: readonly string[]): Promise<string[]> {
  return page.evaluate(async (path) => {
    let folder = await navigator.storage.getDirectory()
    for (const step of path) folder = await folder.getDirectoryHandle(step, { create: true })
    const names: string[] = []
    for await (const name of folder.keys()) names.push(name)
    return names.sort()
  }, path)
}
