import { useState } from 'react'
import type { CatalogueEntry } from '../../instrument/catalogue'
import type { Fault } from '../../instrument/fault'
import { FileButton } from '../../ui/file-button'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { takeInstrumentFile, type FileTaking } from './take-file'
import './instrument-file.css'

type Taken = Extract<FileTaking, { status: 'taken' }>

interface FilePickerProps {
  readonly label: string
  readonly onRead: (entry: CatalogueEntry) => void
}

/** Chooses an instrument file and says, field by field, what is wrong with one that is refused. */
export function FilePicker({ label, onRead }: FilePickerProps) {
  const { database } = useApp()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [failed, setFailed] = useState(false)
  const [remarked, setRemarked] = useState<Taken | null>(null)

  async function take(file: File): Promise<void> {
    setFaults([])
    setFailed(false)
    setRemarked(null)
    try {
      const taking = await takeInstrumentFile(database, file)
      if (taking.status === 'refused') return setFaults(taking.faults)
      if (taking.unknown.length > 0) return setRemarked(taking)
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
      {remarked && <Unknown taken={remarked} onGoOn={() => onRead(remarked.entry)} />}
      {failed && (
        <Notice tone="err" live>
          <p>Berkas tidak dapat dibaca atau disimpan. Kosongkan ruang disk, lalu pilih lagi.</p>
        </Notice>
      )}
    </>
  )
}

/** A file that is whole, with fields that nothing is known of: said before it is used. */
function Unknown({ taken, onGoOn }: { readonly taken: Taken; readonly onGoOn: () => void }) {
  return (
    <Notice tone="warn" live>
      <div>
        <p>
          <b>Berkas ini dapat dipakai, tetapi sebagian isinya tidak dikenal.</b> Bagian berikut tidak dibaca.
          Bila salah ketik, minta penyusunnya memperbaikinya.
        </p>
        <ul className="faults" tabIndex={0} aria-label="Yang tidak dikenal">
          {taken.unknown.map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
        <button type="button" className="btn" onClick={onGoOn}>
          Pakai berkas ini
        </button>
      </div>
    </Notice>
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
