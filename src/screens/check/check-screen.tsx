import { useState } from 'react'
import { valuesOf, presentOf } from '../../answers/present'
import { compareSeal } from '../../handover/seal'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { formatBytes, formatCount } from '../../report/format'
import type { CheckedParcel } from '../../handover/files/open-parcel'
import { fileOf } from '../../handover/manifest'
import { dayAndTime } from '../app/clock'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { ParcelButton } from '../parcel/parcel-button'
import { FileReadingView } from '../parcel/file-reading-view'
import { ENTRY_STATE_WORDS, parcelFaultMessage } from '../parcel/parcel-messages'
import { useFileReading, type ReadFile } from '../parcel/use-file-reading'
import { BarePage } from '../strip/bare-strip'
import { CountAsBackup } from './count-as-backup'
import '../../ui/table.css'
import '../../ui/key-values.css'

/** Periksa berkas: is a parcel whole, whose is it, what is in it. Nothing is taken in. */
export default function CheckScreen() {
  useScreen('Periksa berkas')
  const [read, setRead] = useState<ReadFile | null>(null)
  const [over, setOver] = useState(false)
  const reading = useFileReading(setRead)
  function take(file: File | undefined): void {
    if (!file) return
    setRead(null)
    reading.take(file)
  }
  return (
    <BarePage>
      <h1>Periksa berkas</h1>
      <p className="read-2">
        Apakah paket ini utuh, dari siapa, kapan, dan apa isinya. Tidak ada yang dimasukkan ke komputer ini.{' '}
        <GuideLink section="segel-dan-periksa-berkas" />
      </p>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <p>Taruh berkasnya di sini, atau</p>
        <ParcelButton name="Paket yang diperiksa" onFile={take} />
      </div>
      <FileReadingView reading={reading} />
      {read && <Findings key={read.name} read={read} />}
    </BarePage>
  )
}

function Findings({ read }: { readonly read: ReadFile }) {
  const backup = read.kind === 'parcel' ? read.parcel.backup : read.backup
  const facts = backup && valuesOf(presentOf(backup.changes), { kind: 'assessment' })
  const author = read.kind === 'parcel' ? read.parcel.manifest : read.backup
  const fault = read.kind === 'parcel' ? read.parcel.fault : null
  const counts = read.kind === 'parcel' ? read.parcel.manifest.counts : null
  return (
    <>
      <Notice tone={fault ? 'err' : 'ok'} live>
        <p>
          <b>{fault ? 'Berkas ini tidak utuh.' : 'Berkas ini utuh.'}</b>{' '}
          {fault ? parcelFaultMessage(fault) : 'Setiap isinya sama dengan yang dicatat ketika disimpan.'}
        </p>
      </Notice>
      <dl className="kv gap-top">
        <dt>Berkas</dt>
        <dd>{read.name}</dd>
        <dt>Penilaian</dt>
        <dd>
          {facts
            ? `${facts.institutionName ?? 'Tanpa nama'}, ${facts.year ?? 'tanpa tahun'}`
            : 'Tidak terbaca'}
        </dd>
        <dt>Disimpan oleh</dt>
        <dd>{[author.person, author.unit].filter(Boolean).join(', ') || 'Tanpa nama'}</dd>
        <dt>Disimpan</dt>
        <dd>{dayAndTime(author.savedAt)}</dd>
        <dt>Isi</dt>
        <dd>
          {counts
            ? `${formatCount(counts.changes)} perubahan, ${formatCount(counts.documents)} dokumen, ${formatCount(counts.citations)} rujukan, ${formatCount(counts.files)} berkas bukti`
            : `${formatCount(read.kind === 'backup' ? read.backup.changes.length : 0)} perubahan`}
        </dd>
      </dl>
      {read.kind === 'parcel' ? (
        <>
          <SealComparison seal={read.parcel.seal} />
          <Entries parcel={read.parcel} />
        </>
      ) : (
        <p className="gap-top">
          Ini cadangan lama (.json), dari sebelum ada paket: tanpa segel dan tanpa berkas bukti.
        </p>
      )}
      {!fault && backup && <CountAsBackup read={read} backup={backup} />}
    </>
  )
}

function SealComparison({ seal }: { readonly seal: string }) {
  const [typed, setTyped] = useState('')
  const comparison = compareSeal(typed, seal)
  return (
    <section className="gap-top">
      <h2>Segel</h2>
      <p>
        Segel paket ini: <span className="seal">{seal}</span>
      </p>
      <Field
        label="Segel yang Anda terima"
        hint="Dari kertas atau telepon. Huruf besar atau kecil, spasi, O atau 0, I atau 1: tidak menjadi soal."
      >
        {(ids) => (
          <input
            {...ids}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div role="status" className="seal-says">
        {comparison === 'same' && (
          <Notice tone="ok">
            <p>
              <b>Segelnya sama.</b> Tidak ada yang berubah sejak segel itu dicatat.
            </p>
          </Notice>
        )}
        {comparison === 'other' && (
          <Notice tone="err">
            <p>
              <b>Segelnya lain.</b> Ini bukan paket yang segelnya Anda terima. Periksa ketikannya, lalu
              tanyakan pengirimnya.
            </p>
          </Notice>
        )}
      </div>
      <p className="hint">
        Segel bukan tanda tangan elektronik: ia menunjukkan bahwa tidak ada yang berubah, bila sampai lewat
        jalan lain daripada berkasnya.
      </p>
    </section>
  )
}

function Entries({ parcel }: { readonly parcel: CheckedParcel }) {
  const names = new Map(parcel.backup ? fileNames(parcel.backup.changes) : [])
  return (
    <section className="entries">
      <h2>Isi satu per satu</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="Isi paket satu per satu">
        <table>
          <thead>
            <tr>
              <th scope="col">Nama</th>
              <th scope="col" className="num">
                Ukuran
              </th>
              <th scope="col">Keadaan</th>
            </tr>
          </thead>
          <tbody>
            {parcel.entries.map(({ path, size, state }) => (
              <tr key={path}>
                <td>{names.get(fileOf(path)?.sha256 ?? '') ?? path}</td>
                <td className="num">{formatBytes(size)}</td>
                <td>
                  <span className={`tag ${state === 'whole' ? 'ok' : 'err'}`}>
                    {ENTRY_STATE_WORDS[state]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Names of evidence files by their SHA-256. */
function fileNames(changes: NonNullable<CheckedParcel['backup']>['changes']): [string, string][] {
  const present = presentOf(changes)
  return changes.flatMap(({ target, field }): [string, string][] => {
    if (target.kind !== 'file' || field !== 'sha256') return []
    const { sha256, name } = valuesOf(present, target)
    return sha256 && name ? [[sha256, name]] : []
  })
}
