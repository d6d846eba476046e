import { useEffect, useRef, useState } from 'react'
import type { DossierOptions } from '../../dossier/options'
import type { DossierPlan } from '../../dossier/plan'
import { volumeFileName } from '../../dossier/volume-model'
import { JobCancelled, type Job } from '../../workers/job'
import { startDossierJob, type DossierMaking, type MadeVolume } from '../../workers/dossier-job'
import { reportInputOf } from '../handover/make-report'
import { chooseFile, download, saveInto, type Saved } from '../handover/save-file'
import { untilDone } from '../ministry-folder/folder-places'
import { emptyWorkshop, nextWorkshopFile } from '../parcel/workshop'
import { useSession } from '../session/session-context'

export interface MadeDossier {
  readonly volumes: readonly MadeVolume[]
  readonly file: Blob
  readonly name: string
  readonly sums: string
  readonly missingCharacters: number
  readonly saved: Exclude<Saved, 'cancelled'>
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly dossier: MadeDossier }
  | { readonly kind: 'no-room'; readonly needed: number; readonly free: number | null }
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }

export interface DossierWork {
  readonly state: State
  readonly start: (plan: DossierPlan, options: DossierOptions) => void
  readonly cancel: () => void
}

/** Makes a dossier in the browser's private folder, and hands it over where the person says. */
export function useDossierWork(): DossierWork {
  const session = useSession()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const job = useRef<Job<DossierMaking> | null>(null)
  const calledOff = useRef(false)
  useEffect(() => () => job.current?.cancel(), [])

  async function make(plan: DossierPlan, options: DossierOptions): Promise<void> {
    calledOff.current = false
    try {
      // Asked first: after long work the browser no longer takes the press of the button as leave to ask.
      const suggested = nameOf(plan)
      const type = suggested.endsWith('.zip') ? 'application/zip' : 'application/pdf'
      const chosen = await chooseFile(suggested, 'Berkas asesor', type)
      if (chosen.kind === 'cancelled') return setState({ kind: 'cancelled' })
      setState({ kind: 'making', done: 0, total: 0 })
      await session.flush()
      const workshopFile = await nextWorkshopFile()
      if (calledOff.current) return setState({ kind: 'cancelled' })
      const request = { input: reportInputOf(session), options, workshopFile }
      job.current = startDossierJob(request, (done, total) => setState({ kind: 'making', done, total }))
      const making = await job.current.result
      if (making.status === 'no-room') {
        await untilDone(emptyWorkshop)
        return setState({ kind: 'no-room', needed: making.needed, free: making.free })
      }
      // What joining found may have changed how many volumes there are, and with it what is handed over.
      const asPlanned = making.volumes.length > 1 === plan.volumes.length > 1
      const toFile = chosen.kind === 'file' && asPlanned
      const name = toFile ? chosen.handle.name : nameOfMade(making.volumes)
      if (toFile) await saveInto(chosen.handle, making.file)
      else download({ name, blob: making.file, description: '' })
      setState({ kind: 'made', dossier: { ...making, name, saved: toFile ? 'saved' : 'handed-over' } })
    } catch (cause) {
      setState({ kind: cause instanceof JobCancelled ? 'cancelled' : 'failed' })
      await untilDone(emptyWorkshop)
    } finally {
      job.current = null
    }
  }

  return {
    state,
    start: (plan, options) => void make(plan, options),
    cancel() {
      calledOff.current = true
      job.current?.cancel()
    },
  }
}

function nameOf(plan: DossierPlan): string {
  const [first] = plan.volumes
  return first ? bundled(volumeFileName(plan, first), plan.volumes.length) : ''
}

function nameOfMade(volumes: readonly MadeVolume[]): string {
  return bundled(volumes[0]?.name ?? '', volumes.length)
}

/** Several volumes travel in one ZIP of their common name. */
function bundled(first: string, count: number): string {
  return count > 1 ? first.replace(/\.jilid-\d+\.pdf$/, '.zip') : first
}
