import { newId } from '../app/new-id'
import { clearWorkshop, keepWorkshopFiles } from '../../workers/parcel-sinks'

/** This tab's own name for files it makes in the browser's private folder. */
let tab: string | null = null
let count = 0

/** A name for a file in the browser's private folder; what this and other tabs left there before is cleared away. */
export async function nextWorkshopFile(): Promise<string> {
  if (tab === null) {
    tab = newId()
    await keepWorkshopFiles(tab)
    await clearWorkshop(tab)
  }
  count += 1
  return `${tab}.${count}`
}

/** Clears away what tabs left there that are no more: a browser that was killed leaves half a parcel. */
export async function clearLeftBehind(): Promise<void> {
  // No tab's files are named so: those of every tab that lives are kept, this one's too.
  await clearWorkshop('')
}

/** Clears away what this tab made there: after a parcel was taken in or called off. */
export async function emptyWorkshop(): Promise<void> {
  if (tab !== null) await clearWorkshop(tab)
}
