import { useEffect, useRef, useState } from 'react'
import type { ParcelChoice } from '../../handover/parcel-plan'
import { JobCancelled, type Job } from '../../workers/job'
import { startWritingParcel, type MadeParcel, type ParcelMaking } from '../../workers/parcel-job'
import { useApp } from '../app/app-context'
import { chooseFile, download, removeEmptyFile, type Chosen, type Saved } from '../handover/save-file'
import { useSession } from '../session/session-context'
import {
  makeWithoutDamaged,
  parcelFileName,
  ParcelTooLarge,
  prepareParcel,
  type ParcelKind,
  type PreparedParcel,
} from './parcel-source'
import { nextHandedOver, takeBackWorkshopFile } from './workshop'

export interface WrittenParcel extends MadeParcel {
  readonly prepared: PreparedParcel
  readonly saved: Exclude<Saved, 'cancelled'>
  /** The name it was given. */
  readonly name: string
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly parcel: WrittenParcel }
  | { readonly kind: 'failed'; readonly why: 'too-large' | 'other'; readonly intoFile: boolean }
  | { readonly kind: 'cancelled' }

export interface ParcelWork {
  readonly state: State
  readonly start: (choice: ParcelChoice, password: string | null) => void
  readonly cancel: () => void
  readonly close: () => void
}

/**
 * Makes a parcel of the open assessment: straight into the file a person chooses, where the browser can, else into its
 * private folder and from there to the downloads. Only the first counts as saved.
 */
export function useParcelWork(kind: ParcelKind): ParcelWork {
  const session = useSession()
  const { database } = useApp()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const job = useRef<Job<ParcelMaking> | null>(null)
  const calledOff = useRef(false)
  useEffect(
    () => () => {
      calledOff.current = true
      job.current?.cancel()
    },
    [],
  )

  async function make(choice: ParcelChoice, password: string | null): Promise<void> {
    calledOff.current = false
    let chosen: Chosen = { kind: 'none' }
    let workshopFile = ''
    try {
      // Asked first: after long work the browser no longer takes the press of the button as leave to ask.
      const suggested = parcelFileName(session, kind, password !== null)
      chosen = await chooseFile(suggested, `${kind} SPBE Mandiri`)
      if (chosen.kind === 'cancelled') return setState({ kind: 'cancelled' })
      setState({ kind: 'making', done: 0, total: 0 })
      workshopFile = await nextHandedOver('parcel')
      const into = chosen.kind === 'file' ? chosen.handle : `${workshopFile}.made`
      const { prepared, outcome: made } = await makeWithoutDamaged(
        (damaged) => prepareParcel(session, database, choice, password, damaged),
        ({ source }) => {
          if (calledOff.current) throw new JobCancelled('cancelled')
          job.current = startWritingParcel(source, into, `${workshopFile}.open`, (done, total) =>
            setState({ kind: 'making', done, total }),
          )
          return job.current.result
        },
      )
      const saved = chosen.kind === 'file' ? 'saved' : 'handed-over'
      const name = chosen.kind === 'file' ? chosen.handle.name : suggested
      if (saved === 'handed-over') download({ name, blob: made.file })
      else if (kind === 'Cadangan') await session.markBackedUp(prepared.changes, prepared.files)
      setState({ kind: 'made', parcel: { ...made, prepared, saved, name } })
    } catch (cause) {
      const why = cause instanceof ParcelTooLarge ? 'too-large' : 'other'
      const removed = await removeEmptyFile(chosen).catch(() => false)
      const intoFile = chosen.kind === 'file' && !removed
      setState(cause instanceof JobCancelled ? { kind: 'cancelled' } : { kind: 'failed', why, intoFile })
      if (workshopFile !== '') await takeBackWorkshopFile(workshopFile)
    } finally {
      job.current = null
    }
  }

  return {
    state,
    start: (choice, password) => void make(choice, password),
    cancel() {
      calledOff.current = true
      job.current?.cancel()
    },
    close: () => setState({ kind: 'idle' }),
  }
}
