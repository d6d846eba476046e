import { useMemo } from 'react'
import type { CatalogueEntry } from '../../instrument/catalogue'
import { differencesOf, type InstrumentDifference } from '../../instrument/differences'
import { predicateAlias } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatCount, formatValue } from '../../report/format'
import { Notice } from '../../ui/notice'
import { derive, type Derived } from '../session/derived'
import { useSession, useSessionState } from '../session/session-context'

interface VersionChangesProps {
  readonly entry: CatalogueEntry
  readonly texts: Instrument
  readonly onUse: () => void
  readonly onClose: () => void
}

const KINDS: Readonly<Record<InstrumentDifference['kind'], string>> = {
  removed: 'Dihapus',
  added: 'Ditambahkan',
  weight: 'Bobot',
  levels: 'Tingkat',
  rule: 'Aturan',
  text: 'Teks diubah',
}

/** What another version of the instrument changes, and what the index becomes; nothing happens before it is agreed to. */
export function VersionChanges({ entry, texts, onUse, onClose }: VersionChangesProps) {
  const { instrument } = useSession()
  const assessment = useSessionState((state) => state.assessment)
  const present = useSessionState((state) => state.present)
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  const differences = useMemo(() => differencesOf(instrument, texts), [instrument, texts])
  const then = useMemo(() => derive(texts, assessment, present), [texts, assessment, present])
  const lowers = entry.version < assessment.instrument.version
  return (
    <>
      <h3>
        {differences.length === 0
          ? `Tidak ada yang berubah pada versi ${entry.version}`
          : `${formatCount(differences.length)} perubahan pada versi ${entry.version}`}
      </h3>
      <p role="status">
        {part ? 'Rata-rata bagian kami' : 'Indeks sementara'}: {summary(instrument, { score, part })} menjadi{' '}
        <b>{summary(texts, then)}</b>.
      </p>
      {lowers && (
        <Notice tone="info">
          <p>Ini versi yang lebih lama dari yang dipakai sekarang.</p>
        </Notice>
      )}
      <ul className="changes">
        {differences.map(({ kind, of, before, after }) => (
          <li key={`${kind} ${of}`}>
            <b>{KINDS[kind]}:</b> {of}
            {(before || after) && `, ${before || 'tidak ada'} → ${after || 'tidak ada'}`}
          </li>
        ))}
      </ul>
      <p className="hint">
        Isian tidak hilang: yang indikatornya tidak ada lagi tetap tersimpan dan kembali bila versi lama
        dipakai lagi.
      </p>
      <div className="actions">
        <button type="button" className="btn main" onClick={onUse}>
          Pakai versi {entry.version}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          Batal
        </button>
      </div>
    </>
  )
}

/** "2,33 (Cukup), 18 dari 20 terjawab" */
function summary(instrument: Instrument, { score, part }: Pick<Derived, 'score' | 'part'>): string {
  const { answered, total } = part ?? score
  const predicate =
    !part && score.predicate
      ? ` (${score.predicate.name}${predicateAlias(instrument, score.predicate.name)})`
      : ''
  return `${formatValue((part ?? score.index).rounded)}${predicate}, ${answered} dari ${total} terjawab`
}
