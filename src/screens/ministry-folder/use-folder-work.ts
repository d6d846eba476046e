import { useEffect, useState } from 'react'
import type { FolderChoice } from '../../ministry-folder/plan'
import { startFolderJob, type FolderPlace, type MadeFolder } from '../../workers/folder-job'
import { cancelledBy, JobCancelled } from '../../workers/job'
import { useApp } from '../app/app-context'
import { useCallOff } from '../app/use-call-off'
import { chooseFile, download, removeEmptyFile, type Chosen } from '../handover/save-file'
import { nextHandedOver, takeBackWorkshopFile } from '../parcel/workshop'
import { useSession } from '../session/session-context'
import { chooseFolder, removeFolder, type OwnFolder } from './folder-places'
import { folderName, prepareFolder, type Obstacle } from './folder-source'

/** How it goes out: as one ZIP, or as real folders. */
export type FolderKind = 'zip' | 'tree'

export type FolderState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly made: MadeFolder; readonly name: string; readonly saved: boolean }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle }
  /** Files that the disk has lost, by their paths in the folder. */
  | { readonly kind: 'lost'; readonly paths: readonly string[]; readonly removed: boolean }
  /** `path` is the file that did not read as it was written; empty where none is to blame. */
  | { readonly kind: 'failed'; readonly path: string; readonly removed: boolean }
  | { readonly kind: 'cancelled'; readonly removed: boolean }

export interface FolderWork {
  readonly state: FolderState
  readonly start: (kind: FolderKind, choice: FolderChoice) => void
  readonly cancel: () => void
}

/** Where the folder is being written, and how what was written so far is taken back. */
interface Site {
  readonly place: FolderPlace
  readonly name: string
  /** Written where the person said, not handed to the downloads. */
  readonly saved: boolean
  /** Resolves to whether nothing is left. */
  readonly takeBack: () => Promise<boolean>
}

/** Makes the ministry folder of the open assessment, checks it and hands it over; a failure takes back what was written. */
export function useFolderWork(): FolderWork {
  const session = useSession()
  const { database } = useApp()
  const [state, setState] = useState<FolderState>({ kind: 'idle' })
  const { begin, cancel } = useCallOff()
  useEffect(() => cancel, [cancel])

  async function make(kind: FolderKind, choice: FolderChoice): Promise<void> {
    const signal = begin()
    let site: Site | null = null
    try {
      // Asked first: after long work the browser no longer takes the press of the button as leave to ask.
      site =
        kind === 'zip' ? await zipSite(folderName(session, 'zip')) : await treeSite(folderName(session, 'x'))
      if (!site) return setState({ kind: 'cancelled', removed: true })
      setState({ kind: 'making', done: 0, total: 0 })
      const inBrowser = kind === 'zip' && !site.saved
      const prepared = await prepareFolder(session, database, choice, { zip: kind === 'zip', inBrowser })
      if (prepared.status === 'refused') {
        await site.takeBack()
        return setState({ kind: 'refused', obstacle: prepared.obstacle })
      }
      signal.throwIfAborted()
      const request = { source: prepared.source, place: site.place, madeAt: new Date().toISOString() }
      const { name, saved, takeBack } = site
      const making = await cancelledBy(
        signal,
        startFolderJob(request, (done, total) => setState({ kind: 'making', done, total })),
      )
      if (making.status === 'differs') {
        return setState({ kind: 'failed', path: making.path, removed: await takeBack() })
      }
      if (making.status === 'lost') {
        return setState({ kind: 'lost', paths: making.paths, removed: await takeBack() })
      }
      if (making.zip && !saved) download({ name, blob: making.zip })
      setState({ kind: 'made', made: making, name, saved })
    } catch (cause) {
      const removed = (await site?.takeBack().catch(() => false)) ?? true
      setState(
        cause instanceof JobCancelled
          ? { kind: 'cancelled', removed }
          : { kind: 'failed', path: '', removed },
      )
    }
  }

  return {
    state,
    start: (kind, choice) => void make(kind, choice),
    cancel,
  }
}

async function zipSite(name: string): Promise<Site | null> {
  const chosen: Chosen = await chooseFile(name, 'Map kementerian', 'application/zip')
  if (chosen.kind === 'cancelled') return null
  if (chosen.kind === 'file') {
    const takeBack = async () => {
      await removeEmptyFile(chosen)
      return true
    }
    return { place: { kind: 'zip', into: chosen.handle }, name: chosen.handle.name, saved: true, takeBack }
  }
  const workshopFile = await nextHandedOver('ministry-folder')
  const takeBack = () => takeBackWorkshopFile(workshopFile)
  return { place: { kind: 'zip', into: `${workshopFile}.folder` }, name, saved: false, takeBack }
}

async function treeSite(fileName: string): Promise<Site | null> {
  const own: OwnFolder | null = await chooseFolder(fileName.replace(/\.x$/, ''), 'map-kementerian')
  if (!own) return null
  const takeBack = () => removeFolder(own)
  return { place: { kind: 'tree', into: own.folder }, name: own.folder.name, saved: true, takeBack }
}
