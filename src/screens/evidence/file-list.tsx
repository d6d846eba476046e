import { fieldState } from '../../answers/present'
import type { EvidenceDocument, EvidenceFile } from '../../evidence/evidence'
import { shortHash } from '../../evidence/reference'
import { formatBytes, formatCount, formatDate } from '../../report/format'
import { readFileBytes, type FileRow } from '../../storage/files'
import { focusOn } from '../../ui/focus'
import { useUndo } from '../../ui/undo'
import { useApp } from '../app/app-context'
import { localMinute } from '../app/clock'
import { download } from '../handover/save-file'
import { inspectAgain } from '../intake/inspecting'
import { useSession } from '../session/session-context'
import type { FileRows } from './use-pool'
import { factWords } from './words'
import './file-list.css'

interface FileListProps {
  readonly document: EvidenceDocument
  /** The file that is looked at. */
  readonly shown: EvidenceFile | null
  readonly rows: FileRows
  readonly onShow: (id: string) => void
}

/** The files of a document, the newest first, then those that were taken off it. */
export function FileList({ document, shown, rows, onShow }: FileListProps) {
  const { files, removedFiles } = document
  if (files.length + removedFiles.length === 0) return null
  return (
    <section className="doc-part" aria-labelledby="files-title">
      <h2 id="files-title">Berkas</h2>
      <ul className="files">
        {[...files].reverse().map((file, at) => (
          <FileItem
            key={file.id}
            file={file}
            row={rows.get(file.sha256) ?? null}
            mark={files.length === 1 ? '' : at === 0 ? 'Versi terbaru' : 'Versi lama'}
            isShown={file.id === shown?.id}
            onShow={() => onShow(file.id)}
          />
        ))}
        {removedFiles.map((file) => (
          <TakenOff key={file.id} file={file} />
        ))}
      </ul>
    </section>
  )
}

interface FileItemProps {
  readonly file: EvidenceFile
  /** Null where this computer does not keep its bytes. */
  readonly row: FileRow | null
  readonly mark: string
  readonly isShown: boolean
  readonly onShow: () => void
}

function FileItem({ file, row, mark, isShown, onShow }: FileItemProps) {
  const session = useSession()
  const { database } = useApp()
  const offerUndo = useUndo()
  const target = { kind: 'file', id: file.id } as const
  const added = fieldState(session.getState().present, target, 'sha256')?.changes[0]
  const pages = row?.facts?.pages
  const found = factWords(row?.facts ?? null)

  async function handOut(): Promise<void> {
    const bytes = await readFileBytes(database, file.sha256)
    if (bytes) download({ name: file.name, blob: bytes })
  }

  function takeOff(): void {
    focusOn(window.document.getElementById('files-title'))
    session.set([{ target, field: 'removed', value: true }])
    offerUndo(`“${file.name}” dilepas dari dokumen ini`, () =>
      session.set([{ target, field: 'removed', value: false }]),
    )
  }

  return (
    <li>
      <p className="small user-text">
        <b>{file.name}</b>
        {mark && <span className="hint"> · {mark}</span>}
      </p>
      <p className="hint">
        {[formatBytes(file.size), pages ? `${formatCount(pages)} halaman` : '', found]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="hint">
        {added &&
          `Ditambahkan ${formatDate(localMinute(new Date(added.at)))} oleh ${added.person || added.unit || '–'}. `}
        Sidik <code>{shortHash(file.sha256)}</code>
      </p>
      <p className="file-acts">
        {row ? (
          <>
            {isShown ? (
              mark && <span className="hint">Sedang ditampilkan</span>
            ) : (
              <button type="button" className="link" onClick={onShow}>
                Tampilkan <span className="vh">{file.name}</span>
              </button>
            )}
            <button type="button" className="link" onClick={() => void handOut()}>
              Unduh <span className="vh">{file.name}</span>
            </button>
            {row.facts?.gaveUp && (
              <button
                type="button"
                className="link"
                // Not noted, it is as it was, and can be asked for again.
                onClick={() => void inspectAgain(database, file.sha256).catch(() => undefined)}
              >
                Coba periksa lagi <span className="vh">{file.name}</span>
              </button>
            )}
          </>
        ) : (
          <span className="hint">Isinya tidak ada di komputer ini.</span>
        )}
        <button type="button" className="link" onClick={takeOff}>
          Lepas <span className="vh">{file.name}</span>
        </button>
      </p>
    </li>
  )
}

function TakenOff({ file }: { readonly file: EvidenceFile }) {
  const session = useSession()
  return (
    <li className="taken-off">
      <p className="small user-text">
        {file.name} <span className="hint">· dilepas</span>
      </p>
      <p className="file-acts">
        <button
          type="button"
          className="link"
          onClick={() =>
            session.set([{ target: { kind: 'file', id: file.id }, field: 'removed', value: false }])
          }
        >
          Kembalikan <span className="vh">{file.name}</span>
        </button>
      </p>
    </li>
  )
}
