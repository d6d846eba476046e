import { useEffect, useRef } from 'react'
import type { Aim } from '../../evidence/take-in'
import { FILE_SIZE_LIMIT } from '../../evidence/media-type'
import { formatBytes } from '../../report/format'
import { FilesButton } from '../../ui/file-button'
import { withoutSystemFiles } from './dropped-files'
import { pastedFiles } from './screenshot'
import { Unreadable } from './unreadable'
import { useFileDrop } from './use-file-drop'
import { useIntake } from './use-intake'
import './intake.css'

interface IntakeDropProps {
  readonly aim: Aim
  /** On the button: "Tambah berkas". */
  readonly label?: string
  /** What the files become: "dokumen yang dirujuk di sini". */
  readonly becomes: string
}

/** Chooses files or a folder, and takes what is dropped or pasted on the page it is part of. */
export default function IntakeDrop({ aim, label = 'Tambah berkas', becomes }: IntakeDropProps) {
  const { take } = useIntake()
  const taking = useRef<(files: readonly File[]) => void>(() => undefined)
  useEffect(() => {
    taking.current = (files) => take(files, aim)
  })
  const { isOver, unreadable, place } = useFileDrop((files) => taking.current(files))
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event, new Date())
      if (files.length === 0) return
      event.preventDefault()
      taking.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
  return (
    <div className={isOver ? 'intake-drop over' : 'intake-drop'} {...place}>
      <div className="actions">
        <FilesButton label={label} onFiles={(files) => take(files, aim)} />
        <FilesButton label="Tambah folder" folder onFiles={(files) => take(withoutSystemFiles(files), aim)} />
      </div>
      <p className="hint">
        Atau seret berkas dan folder ke sini, atau tempel tangkapan layar (Ctrl+V). Menjadi {becomes}; jenis
        apa pun, paling besar {formatBytes(FILE_SIZE_LIMIT)} per berkas.
      </p>
      <Unreadable names={unreadable} />
    </div>
  )
}
