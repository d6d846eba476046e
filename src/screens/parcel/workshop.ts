import { newId } from '../app/new-id'
import { clearWorkshop, keepWorkshopFiles } from '../../workers/parcel-sinks'
import { untilDone } from './until-done'

/** This tab's own name for files it makes in the browser's private folder. */
let tab: string | null = null
let count = 0

/** What names of files in the private folder begin with, before a dot; what tabs that are no more left there is cleared away. */
export async function nextWorkshopFile(): Promise<string> {
  if (tab === null) {
    tab = newId()
    await keepWorkshopFiles(tab)
    await clearWorkshop(tab)
  }
  count += 1
  return `${tab}.${count}`
}

/** What goes from the private folder to the downloads. */
type HandedOver = 'dossier' | 'ministry-folder' | 'parcel'

const handedOver = new Map<HandedOver, string>()

/**
 * As `nextWorkshopFile`, for what goes to the downloads: the browser may read it long after. So it stays until the next of
 * its kind.
 */
export async function nextHandedOver(kind: HandedOver): Promise<string> {
  const before = handedOver.get(kind)
  if (before !== undefined) await clearWorkshop(before)
  const name = await nextWorkshopFile()
  handedOver.set(kind, name)
  return name
}

/** Takes back the files of this name; a worker that was just ended may hold them for a moment. False where they stay. */
export function takeBackWorkshopFile(name: string): Promise<boolean> {
  return untilDone(() => clearWorkshop(name))
}

/** Clears away what tabs left there that are no more: a browser that was killed leaves half a parcel. */
export async function clearLeftBehind(): Promise<void> {
  // No tab's files are named so: those of every tab that lives are kept, this one's too.
  await clearWorkshop('')
}

/** Clears away all that this tab made there. False where something is still open. */
export async function emptyWorkshop(): Promise<boolean> {
  return tab === null || clearWorkshop(tab)
}
