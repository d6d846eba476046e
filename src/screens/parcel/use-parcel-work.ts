import { useEffect, useState } from 'react'
import type { ParcelChoice } from '../../handover/parcel-plan'
import { cancelledBy, JobCancelled } from '../../workers/job'
import { startWritingParcel, type MadeParcel } from '../../workers/parcel-job'
import { useApp } from '../app/app-context'
import { useCallOff } from '../app/use-call-off'
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
  const { begin, cancel } = useCallOff()
  useEffect(() => cancel, [cancel])

  async function make(choice: ParcelChoice, password: string | null): Promise<void> {
    const signal = begin()
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
          signal.throwIfAborted()
          return cancelledBy(
            signal,
            startWritingParcel(source, into, `${workshopFile}.open`, (done, total) =>
              setState({ kind: 'making', done, total }),
            ),
          )
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
    }
  }

  return {
    state,
    start: (choice, password) => void make(choice, password),
    cancel,
    close: () => setState({ kind: 'idle' }),
  }
}
