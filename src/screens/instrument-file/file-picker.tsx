import { useState } from 'react'
import type { CatalogueEntry } from '../../instrument/catalogue'
import type { Fault } from '../../instrument/fault'
import { FileButton } from '../../ui/file-button'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { takeInstrumentFile } from './take-file'
import './instrument-file.css'

interface FilePickerProps {
  readonly label: string
  readonly onRead: (entry: CatalogueEntry) => void
}

/** Chooses an instrument file and says, field by field, what is wrong with one that is refused. */
export function FilePicker({ label, onRead }: FilePickerProps) {
  const { database } = useApp()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [failed, setFailed] = useState(false)

  async function take(file: File): Promise<void> {
    setFaults([])
    setFailed(false)
    try {
      const taking = await takeInstrumentFile(database, file)
      if (taking.status === 'refused') return setFaults(taking.faults)
      onRead(taking.entry)
    } catch {
      setFailed(true)
    }
  }

  return (
    <>
      <div>
        <FileButton
          label={label}
          name="berkas instrumen (JSON)"
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
      </div>
      {faults.length > 0 && <Faults faults={faults} />}
      {failed && (
        <Notice tone="err" live>
          <p>Berkas tidak dapat dibaca atau disimpan. Kosongkan ruang disk, lalu pilih lagi.</p>
        </Notice>
      )}
    </>
  )
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <Notice tone="err" live>
      <div>
        <p>
          <b>Berkas ini tidak dipakai.</b> Minta penyusunnya memperbaiki yang berikut, lalu pilih lagi. Tidak
          ada yang berubah di sini.
        </p>
        <ul className="faults" tabIndex={0} aria-label="Yang perlu diperbaiki">
          {faults.map(({ path, text }) => (
            <li key={`${path} ${text}`}>
              {path && <code>{path}</code>} {text}
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  )
}
