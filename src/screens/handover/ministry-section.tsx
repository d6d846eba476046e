import { useState } from 'react'
import { valuesOf } from '../../answers/present'
import { reportFileName } from '../../report/file-name'
import { formatBytes, formatCount } from '../../report/format'
import { countNotes, notesFile, notesOf, type Note } from '../../report/notes-file'
import { fetched } from '../../ui/fetched'
import { Icon } from '../../ui/icon'
import type { Job } from '../../workers/job'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { answersOf } from '../session/derived'
import type { Session } from '../session/session'
import { useSession, useSessionState } from '../session/session-context'
import { FileOutcome, useFileWork, type CheckedFile } from './file-work'
import { GoesOut } from './goes-out'

const FolderSection = fetched(() => import('../ministry-folder/folder-section'))

/** What is typed into the ministry's own application: each indicator's note, ready to be pasted. */
export function MinistrySection() {
  const session = useSession()
  const placed = useScopedIndicators()
  const present = useSessionState((state) => state.present)
  const evidence = useSessionState((state) => state.evidence)
  const assessment = useSessionState((state) => state.assessment)
  const answers = answersOf(session.instrument, assessment, present)
  const notes = notesOf(placed, answers, evidence.citations)
  const written = notes.filter(({ text }) => text)
  const file = notesFile('', notes)
  const work = useFileWork(async () => {
    await session.flush()
    return writeNotes(session, notes)
  })
  return (
    <>
      <h1>Catatan untuk aplikasi kementerian</h1>
      <p className="read-2">
        Fakta, analisis, dan justifikasi tiap indikator, siap ditempel pada kolom penjelasan. Salin satu per
        satu di bawah, atau unduh semuanya sebagai satu berkas teks.
      </p>
      <GoesOut
        rows={[
          {
            what: 'Catatan indikator',
            count: formatCount(written.length),
            size: written.length > 0 ? formatBytes(new Blob([file]).size) : '–',
          },
        ]}
      />
      <h2 className="gap-top">Yang tidak ikut</h2>
      <ul className="out">
        <li>
          <Icon name="info" />
          <span>Berkas bukti: ada dalam map kementerian, di bawah.</span>
        </li>
        <li>
          <Icon name="lock" />
          <span>
            Tempat dan keterangan dokumen rahasia. Pada catatannya tertulis “ditunjukkan saat interviu”.
          </span>
        </li>
        {written.length < notes.length && (
          <li>
            <Icon name="info" />
            <span>{formatCount(notes.length - written.length)} indikator yang catatannya masih kosong.</span>
          </li>
        )}
      </ul>
      {written.length === 0 && <p>Belum ada catatan. Tulis analisis pada satu indikator dulu.</p>}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={written.length === 0 || work.state.kind === 'making'}
          onClick={work.start}
        >
          <Icon name="save" />
          Unduh semua catatan
        </button>
      </div>
      <FileOutcome work={work} name="Catatan" step="Catatan" />
      <FolderSection />
      <Notes notes={written} />
    </>
  )
}

function writeNotes(session: Session, notes: readonly Note[]): Job<CheckedFile> {
  const { institutionName = '', year } = valuesOf(session.getState().present, { kind: 'assessment' })
  const title = ['Catatan penilaian mandiri', institutionName, year].filter(Boolean).join(', ')
  const text = notesFile(title, notes)
  const blob = new Blob([text], { type: 'text/plain;charset=utf-8' })
  const result = blob.text().then((read) => {
    const count = countNotes(read)
    if (count !== notes.filter((note) => note.text).length)
      throw new RangeError(`${count} notes were written`)
    return {
      name: reportFileName(['Catatan', institutionName, year].filter(Boolean).join(' '), 'txt'),
      blob,
      description: 'Catatan indikator',
      counted: [`${formatCount(count)} catatan`],
      warning: '',
    }
  })
  return { result, cancel: () => undefined }
}

function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const [copied, setCopied] = useState<{ number: number; failed: boolean } | null>(null)

  async function copy({ number, text }: Note): Promise<void> {
    const failed = await navigator.clipboard.writeText(text).then(
      () => false,
      () => true,
    )
    setCopied({ number, failed })
  }

  if (notes.length === 0) return null
  return (
    <section className="one-by-one">
      <h2>Salin satu per satu</h2>
      <p className="hint" role="status">
        {copied &&
          (copied.failed
            ? 'Peramban menolak menyalin. Unduh semua catatan, lalu salin dari berkasnya.'
            : `Catatan indikator ${copied.number} disalin.`)}
      </p>
      <ul className="notes">
        {notes.map((note) => (
          <li key={note.number}>
            <span>
              {note.number} {note.name}
            </span>
            <span className="hint">{formatCount(note.text.length)} huruf</span>
            <button type="button" className="btn sm" onClick={() => void copy(note)}>
              <Icon name="copy" />
              Salin<span className="vh"> catatan indikator {note.number}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
