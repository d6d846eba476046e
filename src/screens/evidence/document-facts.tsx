import type { EvidenceDocument } from '../../evidence/evidence'
import { formatDate } from '../../report/format'
import './document-facts.css'

/** What is known of a document itself. Link and interview only where they say something. */
export function DocumentFacts({ document }: { readonly document: EvidenceDocument }) {
  const { number, date, issuer, confidential, link, shownAtInterview } = document
  return (
    <dl className="meta">
      <Fact label="Nomor" text={number} />
      <Fact label="Tanggal" text={formatDate(date)} />
      <Fact label="Penerbit" text={issuer} />
      <Fact label="Kerahasiaan" text={confidential ? 'Rahasia' : 'Terbuka'} />
      {shownAtInterview && <Fact label="Cara menunjukkan" text="Ditunjukkan saat interviu" />}
      {link && <Fact label="Tautan" text={link} />}
    </dl>
  )
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="user-text">{text || '–'}</dd>
    </div>
  )
}
