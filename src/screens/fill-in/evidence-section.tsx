import { memo, useCallback, useState } from 'react'
import { fieldKey } from '../../answers/change'
import type { Citation } from '../../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import { documentName, placeOf } from '../../evidence/reference'
import { levelNumbered } from '../../instrument/lookup'
import type { Indicator } from '../../instrument/schema'
import { formatNumber } from '../../report/format'
import { levelTone } from '../../report/tone'
import { fetched } from '../../ui/fetched'
import { focusOn } from '../../ui/focus'
import { Icon } from '../../ui/icon'
import { LevelMark } from '../../ui/level-mark'
import { StatusMark } from '../../ui/status-mark'
import { useUndo } from '../../ui/undo'
import { TermHelp } from '../guide/term'
import { ProposalsFor } from '../work-list/from-source-gate'
import { citationsIn, useSession, useSessionState } from '../session/session-context'

const IntakeDrop = fetched(() => import('../intake/intake-drop'))
const IntakeProgress = fetched(() => import('../intake/intake-progress'))
// Whole or not at all: what came later would move its buttons away from under a hand.
const CitationDialog = fetched(() => import('../citation/citation-dialog'))
const PickDocumentDialog = fetched(() => import('../citation/pick-document-dialog'))
const CitedFile = fetched(() => import('../intake/cited-file'))

type OpenDialog =
  | { kind: 'pick' }
  | { kind: 'new'; document?: string }
  | { kind: 'edit'; citation: Citation }
  | null

/** What is cited here, and ways to cite more. */
export function EvidenceSection({ indicator }: { readonly indicator: Indicator }) {
  const citations = useSessionState((state) => citationsIn(state, indicator.id))
  const hasDocuments = useSessionState((state) => state.evidence.documents.length > 0)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const close = () => setDialog(null)
  const edit = useCallback((citation: Citation) => setDialog({ kind: 'edit', citation }), [])
  return (
    <section className="step evidence-section" aria-labelledby="evidence-title">
      <div className="explained">
        <h2 id="evidence-title">
          <span className="k">2</span> Bukti
          <span className={citations.length > 0 ? 'tag full' : 'tag no'}>
            <StatusMark status={citations.length > 0 ? 'lengkap' : 'belum'} />
            {citations.length > 0 ? `${citations.length} dirujuk` : 'Belum ada'}
          </span>
        </h2>
        <TermHelp id="evidence" word="bukti" />
      </div>
      {citations.length > 0 && (
        <ul className="cites">
          {citations.map((citation) => (
            <CitationRow key={citation.id} indicator={indicator} citation={citation} onEdit={edit} />
          ))}
        </ul>
      )}
      {citations.length === 0 && (
        <p className="hint">
          Belum ada bukti. {hasDocuments && 'Rujuk dokumen yang sudah ada di kumpulan, atau '}
          {hasDocuments ? 'tambahkan dokumen baru.' : 'Tambahkan dokumen yang membuktikan tingkat ini.'}
        </p>
      )}
      <ProposalsFor indicator={indicator} field="citation" />
      <div className="actions">
        {hasDocuments && (
          <button type="button" className="btn" onClick={() => setDialog({ kind: 'pick' })}>
            <Icon name="link" />
            Rujuk dari kumpulan
          </button>
        )}
        <button type="button" className="btn" onClick={() => setDialog({ kind: 'new' })}>
          <Icon name="add" />
          Tambah dokumen
        </button>
      </div>
      <IntakeDrop aim={{ indicator: indicator.id }} becomes="dokumen yang dirujuk pada indikator ini" />
      <IntakeProgress />
      {dialog?.kind === 'pick' && (
        <PickDocumentDialog
          onPick={(document) => setDialog({ kind: 'new', document })}
          onNew={() => setDialog({ kind: 'new' })}
          onClose={close}
        />
      )}
      {dialog?.kind === 'new' && (
        <CitationDialog
          indicator={indicator}
          citation={null}
          {...(dialog.document ? { documentId: dialog.document } : {})}
          onClose={close}
        />
      )}
      {dialog?.kind === 'edit' && (
        <CitationDialog
          indicator={indicator}
          citation={dialog.citation}
          documentId={dialog.citation.document.id}
          onClose={close}
        />
      )}
    </section>
  )
}

interface CitationRowProps {
  readonly indicator: Indicator
  readonly citation: Citation
  readonly onEdit: (citation: Citation) => void
}

/** Drawn anew where it changed, not with each of the others: files come in many at a time. */
const CitationRow = memo(function CitationRow({ indicator, citation, onEdit }: CitationRowProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const { document } = citation
  const target = { kind: 'citation', id: citation.id } as const
  const differs = useSessionState((state) =>
    [...state.present.differences].some(
      (key) => key.startsWith(fieldKey(target, '')) || key.startsWith(`document:${document.id}/`),
    ),
  )
  const level =
    citation.level === null ? undefined : levelNumbered(session.instrument, indicator, citation.level)
  const name = documentName(document)

  function detach(): void {
    focusOn(window.document.getElementById('evidence-title'))
    session.set([{ target, field: 'removed', value: true }])
    offerUndo(`Rujukan “${document.title}” dilepas`, () =>
      session.set([{ target, field: 'removed', value: false }]),
    )
  }

  return (
    <li className="cite">
      {level ? (
        <LevelMark text={formatNumber(level.level)} tone={levelTone(session.instrument, level.level)} />
      ) : (
        <LevelMark text="–" tone={0} blank />
      )}
      <div>
        <div className="t user-text">{name}</div>
        <div className="where">
          {[placeOf(citation), DOCUMENT_KIND_LABELS[document.kind], document.issuer]
            .filter(Boolean)
            .join(' · ')}
          {document.confidential && (
            <span className="tag">
              <Icon name="lock" /> Rahasia, ditunjukkan saat interviu
            </span>
          )}
        </div>
        {(document.files.length > 0 || document.link || document.shownAtInterview) && (
          <CitedFile citation={citation} />
        )}
        {!citation.pages && !citation.label && (
          <span className="tag warn">
            <Icon name="warning" /> Halaman atau pasal belum ditulis
          </span>
        )}
        {differs && (
          <span className="tag warn">
            <Icon name="warning" /> Ada isian berbeda. Buka “Ubah rujukan” untuk memutuskan.
          </span>
        )}
      </div>
      <div className="acts">
        <button
          type="button"
          className="icon-btn"
          aria-label={`Ubah rujukan ${name}`}
          onClick={() => onEdit(citation)}
        >
          <Icon name="change" />
        </button>
        <button type="button" className="icon-btn" aria-label={`Lepas rujukan ${name}`} onClick={detach}>
          <Icon name="detach" />
        </button>
      </div>
    </li>
  )
})
