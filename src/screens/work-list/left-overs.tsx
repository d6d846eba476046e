import type { LeftOver } from '../../comparison/material'
import { documentName, placeOf } from '../../evidence/reference'
import { placedIndicators } from '../../instrument/lookup'
import { formatCount } from '../../report/format'
import { Fold } from '../../ui/fold'
import type { StoredSource } from '../successor/read-source'
import { fieldWord, pieceText } from './words'

interface LeftOversProps {
  readonly leftOver: LeftOver
  readonly source: StoredSource
}

/** What of the old assessment goes nowhere by itself: to be read, and copied by hand where it helps. */
export function LeftOvers({ leftOver, source }: LeftOversProps) {
  const { texts, citations, documents, undecided } = leftOver
  const count = texts.length + citations.length + documents.length + undecided.length
  if (count === 0) return null
  const names = new Map(
    placedIndicators(source.instrument).map(({ indicator: { id, number, shortName } }) => [
      id,
      `${number} ${shortName}`,
    ]),
  )
  return (
    <Fold title="Yang tidak bersambung" inside={formatCount(count)}>
      <p className="hint">
        Isian lama yang indikatornya tidak berlanjut atau di luar bagian Anda. Tetap tersimpan pada penilaian
        asal.
      </p>
      <ul className="pieces">
        {texts.map((text) => (
          <li key={JSON.stringify([text.origin, text.field, text.value])} className="piece">
            <div>
              <p className="piece-head">
                <b>{fieldWord(text.field)}</b> <span className="hint">{names.get(text.origin)}</span>
              </p>
              <p className="user-text piece-text">{pieceText(text)}</p>
            </div>
          </li>
        ))}
        {citations.map((citation) => (
          <li key={citation.id} className="piece">
            <div>
              <p className="piece-head">
                <b>Rujukan</b> <span className="hint">{names.get(citation.indicator)}</span>
              </p>
              <p className="user-text piece-text">
                {[documentName(citation.document), placeOf(citation)].filter(Boolean).join(', ')}
              </p>
            </div>
          </li>
        ))}
        {documents.map((document) => (
          <li key={document.id} className="piece">
            <div>
              <p className="piece-head">
                <b>Dokumen tanpa rujukan</b>
              </p>
              <p className="user-text piece-text">{documentName(document)}</p>
            </div>
          </li>
        ))}
      </ul>
      {undecided.length > 0 && (
        <p>
          {formatCount(undecided.length)} isian pada penilaian asal masih berbeda dan belum diputuskan.
          Putuskan di sana, lalu buka halaman ini lagi.
        </p>
      )}
    </Fold>
  )
}
