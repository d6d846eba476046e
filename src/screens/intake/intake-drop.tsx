import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { Aim } from '../../evidence/take-in'
import { FILE_SIZE_LIMIT } from '../../evidence/media-type'
import { formatBytes } from '../../report/format'
import { FilesButton } from '../../ui/file-button'
import { Notice } from '../../ui/notice'
import { droppedFiles, withoutSystemFiles } from './dropped-files'
import { pastedFiles } from './screenshot'
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
  const [isOver, setOver] = useState(false)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  const taking = useRef<(files: readonly File[]) => void>(() => undefined)
  useEffect(() => {
    taking.current = (files) => take(files, aim)
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event, new Date())
      if (files.length === 0) return
      event.preventDefault()
      taking.current(files)
    }
    document.addEventListener('paste', paste)
    addEventListener('dragover', keepPage)
    addEventListener('drop', keepPage)
    return () => {
      document.removeEventListener('paste', paste)
      removeEventListener('dragover', keepPage)
      removeEventListener('drop', keepPage)
    }
  }, [])

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    setUnreadable([])
    void droppedFiles(event.dataTransfer).then((dropped) => {
      taking.current(dropped.files)
      setUnreadable(dropped.unreadable)
    })
  }

  return (
    <div
      className={isOver ? 'intake-drop over' : 'intake-drop'}
      onDragEnter={() => setOver(true)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      <div className="actions">
        <FilesButton label={label} onFiles={(files) => take(files, aim)} />
        <FilesButton label="Tambah folder" folder onFiles={(files) => take(withoutSystemFiles(files), aim)} />
      </div>
      <p className="hint">
        Atau seret berkas dan folder ke sini, atau tempel tangkapan layar (Ctrl+V). Menjadi {becomes}; jenis
        apa pun, paling besar {formatBytes(FILE_SIZE_LIMIT)} per berkas.
      </p>
      {unreadable.length > 0 && (
        <Notice tone="err" live>
          <p>
            Tidak terbaca, jadi tidak ditambahkan: <b className="user-text">{unreadable.join(', ')}</b>. Pilih
            lagi lewat “{label}” atau “Tambah folder”.
          </p>
        </Notice>
      )}
    </div>
  )
}

/** A file dropped beside its place would replace the page. */
function keepPage(event: globalThis.DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}
