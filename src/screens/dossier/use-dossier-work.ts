import { useEffect, useState } from 'react'
import type { DossierOptions } from '../../dossier/options'
import type { DossierPlan } from '../../dossier/plan'
import { startDossierJob, type MadeVolume } from '../../workers/dossier-job'
import { cancelledBy, JobCancelled } from '../../workers/job'
import { useApp } from '../app/app-context'
import { useCallOff } from '../app/use-call-off'
import { download } from '../handover/save-file'
import { nextHandedOver, takeBackWorkshopFile } from '../parcel/workshop'
import { useSession } from '../session/session-context'
import { chooseSite, nameOfMade, type DossierKind, type DossierSite } from './dossier-site'
import { dossierInputOf } from './dossier-input'

export interface MadeDossier {
  readonly volumes: readonly MadeVolume[]
  /** Null where the volumes lie in a folder. */
  readonly file: Blob | null
  /** Of the file or the folder. */
  readonly name: string
  readonly sums: string
  readonly missingCharacters: number
  /** Written where the person said; otherwise handed to the downloads. */
  readonly saved: boolean
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly dossier: MadeDossier }
  | { readonly kind: 'no-room'; readonly needed: number; readonly free: number | null }
  /** `removed`: nothing of it is left. */
  | { readonly kind: 'failed' | 'cancelled'; readonly removed: boolean }

export interface DossierWork {
  readonly state: State
  readonly start: (kind: DossierKind, plan: DossierPlan, options: DossierOptions) => void
  readonly cancel: () => void
}

/** Makes a dossier in the browser's private folder, and hands it over where the person says; a failure takes back what was written. */
export function useDossierWork(): DossierWork {
  const session = useSession()
  const { database } = useApp()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const { begin, cancel } = useCallOff()
  useEffect(() => cancel, [cancel])

  async function make(kind: DossierKind, plan: DossierPlan, options: DossierOptions): Promise<void> {
    const signal = begin()
    let site: DossierSite | null = null
    let workshopFile = ''
    try {
      // Asked first: after long work the browser no longer takes the press of the button as leave to ask.
      site = await chooseSite(kind, plan)
      if (!site) return setState({ kind: 'cancelled', removed: true })
      setState({ kind: 'making', done: 0, total: 0 })
      await session.flush()
      workshopFile = await nextHandedOver('dossier')
      const input = await dossierInputOf(session, database)
      signal.throwIfAborted()
      const request = { input, options, workshopFile, folder: site.folder }
      const making = await cancelledBy(
        signal,
        startDossierJob(request, (done, total) => setState({ kind: 'making', done, total })),
      )
      if (making.status === 'no-room') {
        await takeBack(site, workshopFile)
        return setState({ kind: 'no-room', needed: making.needed, free: making.free })
      }
      if (site.folder) await takeBackWorkshopFile(workshopFile)
      const name = site.folder ? site.folder.name : nameOfMade(making.volumes)
      const savedAs = making.file && (await site.save(making.file, name))
      if (making.file && savedAs === null) download({ name, blob: making.file })
      const saved = site.folder !== null || savedAs !== null
      setState({ kind: 'made', dossier: { ...making, name: savedAs ?? name, saved } })
    } catch (cause) {
      const removed = await takeBack(site, workshopFile)
      // The disk of the place that was chosen.
      if (removed && cause instanceof DOMException && cause.name === 'QuotaExceededError')
        return setState({ kind: 'no-room', needed: 0, free: null })
      setState({ kind: cause instanceof JobCancelled ? 'cancelled' : 'failed', removed })
    }
  }

  return {
    state,
    start: (kind, plan, options) => void make(kind, plan, options),
    cancel,
  }
}

/** Resolves to whether nothing is left, neither in the browser nor where the person said. */
async function takeBack(site: DossierSite | null, workshopFile: string): Promise<boolean> {
  const [emptied, removed] = await Promise.all([
    // Only what this one made: another may have begun.
    workshopFile === '' || takeBackWorkshopFile(workshopFile),
    site?.takeBack().catch(() => false) ?? true,
  ])
  return emptied && removed
}
