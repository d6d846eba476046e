import type { EvidenceDocument } from '../../evidence/evidence'
import { documentName } from '../../evidence/reference'
import { joinTwins, twinOf } from '../../evidence/twins'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { useSession, useSessionState } from '../session/session-context'

/** Offers to join a document with another one that has the same bytes; nothing where there is none. */
export default function TwinNotice({ document }: { readonly document: EvidenceDocument }) {
  const session = useSession()
  const offerUndo = useUndo()
  const twin = useSessionState((state) => twinOf(state.evidence, document))
  if (!twin) return null

  function join(other: EvidenceDocument): void {
    const { entries, undo } = joinTwins(session.getState().evidence, document.id, other.id)
    session.set(entries)
    offerUndo(`“${other.title}” digabung ke “${document.title}”`, () => session.set(undo))
  }

  return (
    <Notice tone="info">
      <p>
        <b>Dokumen kembar:</b> berkasnya sama dengan “<span className="user-text">{documentName(twin)}</span>
        ”. Digabung, semua rujukannya pindah ke dokumen ini
        {twin.confidential && ', dan dokumen ini menjadi rahasia'}.
      </p>
      <div className="actions">
        <button
          type="button"
          className="btn sm"
          aria-label={`Gabungkan “${twin.title}” ke “${document.title}”`}
          onClick={() => join(twin)}
        >
          Gabungkan
        </button>
      </div>
    </Notice>
  )
}
