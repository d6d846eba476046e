import type { EvidenceDocument, EvidenceFile } from '../../evidence/evidence'
import { newestFile } from '../../evidence/evidence'
import { Icon } from '../../ui/icon'
import { useUndo } from '../../ui/undo'
import { useSession } from '../session/session-context'
import { fileWords } from './file-words'
import { useFileRow } from './file-rows'
import { NewVersionButton } from './new-version-button'
import { useIntake } from './use-intake'
import './intake.css'

/** The versions of a document, newest last, and a way to bring a newer one. */
export function DocumentFiles({ document }: { readonly document: EvidenceDocument }) {
  const { state } = useIntake()
  const hasFiles = document.files.length > 0
  return (
    <fieldset className="field">
      <legend className="label">Berkas</legend>
      {hasFiles && (
        <ul className="versions">
          {document.files.map((file) => (
            <FileLine key={file.id} file={file} isNewest={file === newestFile(document)} />
          ))}
        </ul>
      )}
      <div className="actions">
        <NewVersionButton document={document} />
      </div>
      <span className="hint" role="status">
        {state.phase === 'running'
          ? 'Menambahkan berkas…'
          : hasFiles && 'Versi lama tetap disimpan. Rujukan yang berhalaman ditandai “Periksa halaman”.'}
      </span>
    </fieldset>
  )
}

interface FileLineProps {
  readonly file: EvidenceFile
  readonly isNewest: boolean
}

function FileLine({ file, isNewest }: FileLineProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const row = useFileRow(file.sha256)
  const target = { kind: 'file', id: file.id } as const

  function detach(): void {
    session.set([{ target, field: 'removed', value: true }])
    offerUndo(`Berkas “${file.name}” dilepas`, () =>
      session.set([{ target, field: 'removed', value: false }]),
    )
  }

  return (
    <li>
      <span>
        <span className="user-text">{file.name}</span>
        <span className="hint">
          {[...fileWords(file, row?.facts ?? null), isNewest ? 'versi terbaru' : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <button type="button" className="icon-btn" aria-label={`Lepas berkas ${file.name}`} onClick={detach}>
        <Icon name="detach" />
      </button>
    </li>
  )
}
