import { useState } from 'react'
import { formatBytes, formatCount } from '../../report/format'
import { WorkProgress } from '../../ui/progress-bar'
import { cancelledBy, JobCancelled, type Job, type Progress } from '../../workers/job'
import { useCallOff } from '../app/use-call-off'
import { saveFile, type FileToSave, type Saved } from './save-file'
import { CancelledNotice, DownloadAgain, FailedNotice, MadeNotice } from './work-notices'

/** A file that was read again after it was written. */
export interface CheckedFile extends FileToSave {
  /** What was counted in it: "58 halaman". */
  readonly counted: readonly string[]
  /** What is not right about it, in a sentence; empty where nothing is. */
  readonly warning: string
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly file: CheckedFile; readonly saved: Saved }
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }

export interface FileWork {
  readonly state: State
  readonly start: () => void
  readonly cancel: () => void
}

/** Makes a file in a worker, and saves it where the person says. `begin` may wait (for what is unsaved) first. */
export function useFileWork(begin: (onProgress: Progress) => Promise<Job<CheckedFile>>): FileWork {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const callOff = useCallOff()

  async function make(): Promise<void> {
    setState({ kind: 'making', done: 0, total: 0 })
    const signal = callOff.begin()
    try {
      const job = await begin((done, total) => setState({ kind: 'making', done, total }))
      const file = await cancelledBy(signal, job)
      setState({ kind: 'made', file, saved: await saveFile(file) })
    } catch (cause) {
      setState({ kind: cause instanceof JobCancelled ? 'cancelled' : 'failed' })
    }
  }

  return {
    state,
    start: () => void make(),
    cancel: callOff.cancel,
  }
}

interface FileOutcomeProps {
  readonly work: FileWork
  /** What is made: "Laporan". */
  readonly name: string
  /** One step of the work: "Halaman". */
  readonly step: string
}

/** What became of a file: how far it is, called off, failed, or checked and handed over. */
export function FileOutcome({ work, name, step }: FileOutcomeProps) {
  const { state } = work
  switch (state.kind) {
    case 'idle':
      return null
    case 'making':
      return (
        <WorkProgress
          label={`Membuat: ${name}`}
          share={state.total === 0 ? null : state.done / state.total}
          onCancel={work.cancel}
        >
          {state.total === 0
            ? 'Menyusun…'
            : `${step} ${formatCount(state.done)} dari ${formatCount(state.total)}`}
        </WorkProgress>
      )
    case 'cancelled':
      return <CancelledNotice name={name}>Isian Anda tidak berubah.</CancelledNotice>
    case 'failed':
      return (
        <FailedNotice name={name}>
          Isian Anda aman. Tutup tab lain untuk memberi ruang, lalu coba lagi.
        </FailedNotice>
      )
    case 'made':
      return <Made file={state.file} saved={state.saved} name={name} />
  }
}

interface MadeProps {
  readonly file: CheckedFile
  readonly saved: Saved
  readonly name: string
}

function Made({ file, saved, name }: MadeProps) {
  const facts = [file.name, ...file.counted, formatBytes(file.blob.size)].join(', ')
  return (
    <MadeNotice name={name} saved={saved} warns={file.warning !== ''} facts={`${facts}.`}>
      {file.warning && <p>{file.warning}</p>}
      <div className="actions">
        <DownloadAgain file={file} small />
      </div>
    </MadeNotice>
  )
}
