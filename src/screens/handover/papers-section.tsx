import { valuesOf } from '../../answers/present'
import { missingInPaper, PAPER_KINDS, PAPER_TITLES, type PaperKind } from '../../report/closing-papers'
import { formatValue } from '../../report/format'
import { useSession, useSessionState } from '../session/session-context'
import { ClosingForm } from './closing-form'
import { FileOutcome, useFileWork } from './file-work'
import { paperOf } from './make-report'
import { makePdf } from './pdf-file'

/** Dokumen penutup: who signs, asked for once, and the two papers that close the self-assessment. */
export function PapersSection() {
  return (
    <>
      <h1>Dokumen penutup</h1>
      <p className="read-2">
        Berita acara dan pernyataan persetujuan publikasi, untuk dicetak dan ditandatangani. Nama dan jabatan
        cukup ditulis sekali; yang kosong dicetak sebagai garis untuk diisi tangan.
      </p>
      <ClosingForm />
      {PAPER_KINDS.map((kind) => (
        <Paper key={kind} kind={kind} />
      ))}
    </>
  )
}

const CONTENTS: Readonly<Record<PaperKind, string>> = {
  record: 'rincian nilai, dan tempat tanda tangan untuk tiga orang',
  consent: 'rincian nilai, persetujuan publikasi, dan tempat tanda tangan penanggung jawab',
}

function Paper({ kind }: { readonly kind: PaperKind }) {
  const session = useSession()
  const work = useFileWork((onProgress) =>
    makePdf(session, (open) => paperOf(open, kind), 'Dokumen penutup PDF', onProgress),
  )
  const title = PAPER_TITLES[kind]
  return (
    <section className="paper" aria-labelledby={`paper-${kind}`}>
      <h2 id={`paper-${kind}`}>{title}</h2>
      <p>
        Berisi <Result />, {CONTENTS[kind]}. Sekitar 20 KB. Uraian indikator dan bukti tidak ikut.
      </p>
      <Missing kind={kind} />
      <div className="actions">
        <button type="button" className="btn" disabled={work.state.kind === 'making'} onClick={work.start}>
          Buat {kind === 'record' ? 'berita acara' : 'pernyataan'} (PDF)
        </button>
      </div>
      <FileOutcome work={work} name={title} step="Halaman" />
    </section>
  )
}

/** The figure that stands in the paper, as it is now. */
function Result() {
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  if (part) return <>rata-rata bagian kami {formatValue(part.rounded)}</>
  const condition = score.answered < score.total ? ', bila sisanya tetap kosong' : ''
  const predicate = score.predicate ? ` (${score.predicate.name}${condition})` : ''
  return (
    <>
      indeks sementara {formatValue(score.index.rounded)}
      {predicate}
    </>
  )
}

function Missing({ kind }: { readonly kind: PaperKind }) {
  const missing = useSessionState((state) =>
    missingInPaper(kind, valuesOf(state.present, { kind: 'assessment' })).join(', '),
  )
  return (
    <p className="hint">
      {missing ? `Dicetak sebagai garis: ${missing}.` : 'Semua yang diminta sudah diisi.'}
    </p>
  )
}
