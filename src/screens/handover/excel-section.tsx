import { useDeferredValue, useMemo } from 'react'
import { formatBytes } from '../../report/format'
import { sheetsSize } from '../../spreadsheet/size'
import type { SheetsKind } from '../../spreadsheet/input'
import { Icon } from '../../ui/icon'
import { useSession, useSessionState } from '../session/session-context'
import { ExcelReading } from './excel-reading'
import { FileOutcome, useFileWork } from './file-work'
import { useApp } from '../app/app-context'
import { makeSheets, sheetsInputOf } from './make-sheets'
import './excel.css'

interface SheetsFile {
  readonly kind: SheetsKind
  /** What it is called when it is there. */
  readonly name: string
  readonly what: string
  readonly button: string
}

const FILES: readonly SheetsFile[] = [
  {
    kind: 'workbook',
    name: 'Buku kerja Excel',
    what: 'Ringkasan, isian, bukti, rumus yang menghitung indeks, kendala dan tindak lanjut, kriteria. Sel kuning dapat diisi dan dibaca kembali di bawah.',
    button: 'Unduh Excel',
  },
  {
    kind: 'template',
    name: 'Templat Excel',
    what: 'Buku kerja yang sama tanpa isian, untuk unit yang mengisi tanpa aplikasi ini.',
    button: 'Unduh templat',
  },
  {
    kind: 'csv',
    name: 'Tabel CSV',
    what: 'Indeks, domain, aspek, dan semua indikator dalam satu tabel, untuk dikumpulkan dengan tabel lain.',
    button: 'Unduh CSV',
  },
]

/** Spreadsheets out and in. */
export function ExcelSection() {
  const confidential = useSessionState(
    (state) => state.evidence.documents.filter((document) => document.confidential).length,
  )
  return (
    <section className="excel" aria-labelledby="excel-title">
      <h2 id="excel-title">Excel</h2>
      <p className="read-2">
        Isian penilaian ini sebagai buku kerja atau tabel, untuk dikumpulkan, dihitung ulang, atau diisi di
        luar aplikasi. Berkas bukti dan riwayat tidak ikut.
      </p>
      {confidential > 0 && (
        <p className="hint">
          <Icon name="lock" /> {confidential} dokumen rahasia: tempat dan keterangannya tidak ikut.
        </p>
      )}
      <ul className="sheets">
        {FILES.map((file) => (
          <SheetsRow key={file.kind} file={file} />
        ))}
      </ul>
      <ExcelReading />
    </section>
  )
}

function SheetsRow({ file }: { readonly file: SheetsFile }) {
  const session = useSession()
  const { database } = useApp()
  const work = useFileWork((onProgress) => makeSheets(session, file.kind, database, onProgress))
  return (
    <li>
      <div className="sheets-row">
        <div>
          <b>{file.name}</b>{' '}
          <span className="hint">
            sekitar <SheetsSize kind={file.kind} />
          </span>
          <p>{file.what}</p>
        </div>
        <button type="button" className="btn" disabled={work.state.kind === 'making'} onClick={work.start}>
          <Icon name="save" />
          {file.button}
        </button>
      </div>
      <FileOutcome work={work} name={file.name} step="Langkah" />
    </li>
  )
}

/** About how large the file is going to be. */
function SheetsSize({ kind }: { readonly kind: SheetsKind }) {
  const session = useSession()
  const present = useDeferredValue(useSessionState((state) => state.present))
  const bytes = useMemo(() => present && sheetsSize(kind, sheetsInputOf(session)), [kind, session, present])
  return <>{formatBytes(bytes)}</>
}
