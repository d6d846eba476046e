import { useEffect, useRef, useState } from 'react'
import { BACKUP_LIMIT, readBackup, type Backup } from '../../handover/backup'
import type { CheckedParcel } from '../../handover/files/open-parcel'
import { cleanPassword } from '../../handover/password'
import { JobCancelled, type Job } from '../../workers/job'
import { startCheckingParcel, type ParcelCheck } from '../../workers/parcel-job'
import { backupFaultMessage } from '../home/backup-messages'
import { parcelFaultMessage, UNREADABLE } from './parcel-messages'
import { nextWorkshopFile, takeBackWorkshopFile } from './workshop'

/** A file that was read as a whole: a parcel, or a backup from before there were any. */
export type ReadFile =
  | { readonly kind: 'parcel'; readonly name: string; readonly zip: Blob; readonly parcel: CheckedParcel }
  | { readonly kind: 'backup'; readonly name: string; readonly backup: Backup }

export type FileReadingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'locked'; readonly file: File; readonly wrong: boolean }
  | { readonly kind: 'refused'; readonly message: string }

export interface FileReading {
  readonly state: FileReadingState
  readonly take: (file: File) => void
  readonly unlock: (password: string) => void
  readonly cancel: () => void
}

/**
 * Reads a file somebody chose: whole parcels in a worker, older backups at once; asks for the password of a locked one. What
 * was read can be used until one leaves: a locked one lies unlocked in the private folder until then.
 */
export function useFileReading(onRead: (read: ReadFile) => void): FileReading {
  const [state, setState] = useState<FileReadingState>({ kind: 'idle' })
  const job = useRef<Job<ParcelCheck> | null>(null)
  const latest = useRef(0)
  const unlocked = useRef<string[]>([])
  useEffect(
    () => () => {
      latest.current += 1
      job.current?.cancel()
      for (const file of unlocked.current) void takeBackWorkshopFile(file)
    },
    [],
  )

  async function read(file: File, password: string | null): Promise<void> {
    job.current?.cancel()
    latest.current += 1
    const mine = latest.current
    const tell = (next: FileReadingState) => {
      if (mine === latest.current) setState(next)
    }
    tell({ kind: 'reading', done: 0, total: 0 })
    try {
      if (!(await isParcel(file))) return takeBackup(file, await readOld(file), tell)
      const workshopFile = await nextWorkshopFile()
      if (mine !== latest.current) return
      unlocked.current.push(workshopFile)
      job.current = startCheckingParcel(file, password, `${workshopFile}.open`, (done, total) =>
        tell({ kind: 'reading', done, total }),
      )
      const check = await job.current.result
      if (mine !== latest.current) return
      takeCheck(file, check, tell)
    } catch (cause) {
      tell(cause instanceof JobCancelled ? { kind: 'idle' } : { kind: 'refused', message: UNREADABLE })
    }
  }

  function takeBackup(file: File, old: Backup | string, tell: (state: FileReadingState) => void): void {
    if (typeof old === 'string') return tell({ kind: 'refused', message: old })
    tell({ kind: 'idle' })
    onRead({ kind: 'backup', name: file.name, backup: old })
  }

  function takeCheck(file: File, check: ParcelCheck, tell: (state: FileReadingState) => void): void {
    if (check.status === 'locked') return tell({ kind: 'locked', file, wrong: false })
    const { reading, zip } = check
    if (reading.status === 'read') {
      tell({ kind: 'idle' })
      onRead({ kind: 'parcel', name: file.name, zip, parcel: reading })
    } else if (reading.fault.kind === 'wrong-password') tell({ kind: 'locked', file, wrong: true })
    else tell({ kind: 'refused', message: parcelFaultMessage(reading.fault) })
  }

  return {
    state,
    take: (file) => void read(file, null),
    unlock(password) {
      if (state.kind === 'locked') void read(state.file, cleanPassword(password))
    },
    cancel() {
      latest.current += 1
      job.current?.cancel()
      setState({ kind: 'idle' })
    },
  }
}

/** Told by how the file begins, whatever it is called. */
async function isParcel(file: File): Promise<boolean> {
  const begin = await file.slice(0, 22).text()
  return begin.startsWith('PK') || begin === 'age-encryption.org/v1\n'
}

/** A backup of the time before parcels, or what is wrong with it. */
async function readOld(file: File): Promise<Backup | string> {
  if (file.size > BACKUP_LIMIT) return backupFaultMessage({ kind: 'too-large' })
  const reading = readBackup(await file.text())
  return reading.status === 'read' ? reading.backup : backupFaultMessage(reading.fault)
}
