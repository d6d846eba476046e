import { useEffect, useRef, useState } from 'react'
import { BACKUP_LIMIT, readBackup, type Backup } from '../../handover/backup'
import type { CheckedParcel } from '../../handover/files/open-parcel'
import { cleanPassword } from '../../handover/password'
import { cancelledBy } from '../../workers/job'
import { startCheckingParcel, type ParcelCheck } from '../../workers/parcel-job'
import { useCallOff } from '../app/use-call-off'
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
  const { begin, cancel } = useCallOff()
  const unlocked = useRef<string[]>([])
  useEffect(
    () => () => {
      cancel()
      for (const file of unlocked.current) void takeBackWorkshopFile(file)
    },
    [cancel],
  )

  async function read(file: File, password: string | null): Promise<void> {
    const signal = begin()
    setState({ kind: 'reading', done: 0, total: 0 })
    try {
      if (!(await isParcel(file))) {
        const old = await readOld(file)
        if (!signal.aborted) takeBackup(file, old)
        return
      }
      const workshopFile = await nextWorkshopFile()
      if (signal.aborted) return
      unlocked.current.push(workshopFile)
      const check = await cancelledBy(
        signal,
        startCheckingParcel(file, password, `${workshopFile}.open`, (done, total) =>
          setState({ kind: 'reading', done, total }),
        ),
      )
      if (!signal.aborted) takeCheck(file, check)
    } catch {
      if (!signal.aborted) setState({ kind: 'refused', message: UNREADABLE })
    }
  }

  function takeBackup(file: File, old: Backup | string): void {
    if (typeof old === 'string') return setState({ kind: 'refused', message: old })
    setState({ kind: 'idle' })
    onRead({ kind: 'backup', name: file.name, backup: old })
  }

  function takeCheck(file: File, check: ParcelCheck): void {
    if (check.status === 'locked') return setState({ kind: 'locked', file, wrong: false })
    const { reading, zip } = check
    if (reading.status === 'read') {
      setState({ kind: 'idle' })
      onRead({ kind: 'parcel', name: file.name, zip, parcel: reading })
    } else if (reading.fault.kind === 'wrong-password') setState({ kind: 'locked', file, wrong: true })
    else setState({ kind: 'refused', message: parcelFaultMessage(reading.fault) })
  }

  return {
    state,
    take: (file) => void read(file, null),
    unlock(password) {
      if (state.kind === 'locked') void read(state.file, cleanPassword(password))
    },
    cancel() {
      cancel()
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
