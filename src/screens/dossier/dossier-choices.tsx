import { memo } from 'react'
import { inScope } from '../../answers/assessment'
import { bytesOfOriginals, originalsOf } from '../../dossier/originals'
import { LONG_DOCUMENT, VOLUME_SIZES, type DossierOptions } from '../../dossier/options'
import { placedIndicators } from '../../instrument/lookup'
import { formatBytes, formatCount } from '../../report/format'
import { Tick } from '../parcel/tick'
import { DossierExtents } from './dossier-extents'
import type { DossierLookData } from './use-dossier-plan'

interface DossierChoicesProps {
  readonly options: DossierOptions
  readonly look: DossierLookData | null
  readonly onChange: (options: DossierOptions) => void
}

const EXTENTS = [
  {
    value: 'by-length',
    label: `Dokumen sampai ${LONG_DOCUMENT} halaman utuh, yang lebih panjang halaman yang dirujuk`,
    hint: 'Dari yang lebih panjang: halaman pertama dan halaman yang dirujuk.',
  },
  { value: 'excerpt', label: 'Halaman yang dirujuk dan halaman pertama', hint: '' },
  { value: 'whole', label: 'Dokumen utuh', hint: '' },
] as const

/** What is chosen about the dossier: which indicators, which documents, how many pages, how large a volume. */
export const DossierChoices = memo(function DossierChoices({ options, look, onChange }: DossierChoicesProps) {
  if (!look) return null
  const confidential = look.input.evidence.documents.filter((document) => document.confidential).length
  const originals = look.plan.volumes.flatMap(({ annexes }) => originalsOf(annexes))
  const choose = (some: Partial<DossierOptions>) => onChange({ ...options, ...some })
  return (
    <div className="dossier-choices">
      <fieldset>
        <legend className="label">Halaman bukti</legend>
        {EXTENTS.map(({ value, label, hint }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="dossier-extent"
              checked={options.extent === value}
              onChange={() => choose({ extent: value })}
            />
            <span>
              {label}
              {hint && <span className="hint">{hint}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <DossierExtents options={options} look={look} onChange={(extents) => choose({ extents })} />
      <ScopeChoice options={options} look={look} onChange={(indicators) => choose({ indicators })} />
      <fieldset>
        <legend className="label">Yang disertakan</legend>
        <Tick
          label="Hanya indikator yang lengkap"
          hint="Yang belum lengkap tidak ikut sama sekali."
          checked={options.onlyComplete}
          onTick={(onlyComplete) => choose({ onlyComplete })}
        />
        {confidential > 0 && (
          <Tick
            label={`Dokumen rahasia (${formatCount(confidential)})`}
            hint="Tanpa ini, pada rujukannya tertulis “ditunjukkan saat interviu”."
            checked={options.withConfidential}
            onTick={(withConfidential) => choose({ withConfidential })}
          />
        )}
        {originals.length > 0 && (
          <Tick
            label="Sertakan berkas asli di dalam PDF"
            hint={`Tidak diubah, satu kali tiap jilid. Menambah sekitar ${formatBytes(bytesOfOriginals(originals))}.`}
            checked={options.originalsInside}
            onTick={(originalsInside) => choose({ originalsInside })}
          />
        )}
      </fieldset>
      <label className="volume-size">
        <span className="label">Ukuran satu jilid paling besar</span>
        <select
          value={options.volumeSize}
          onChange={(event) => choose({ volumeSize: Number(event.target.value) })}
        >
          {VOLUME_SIZES.map((size) => (
            <option key={size} value={size}>
              {formatBytes(size)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
})

interface ScopeChoiceProps {
  readonly options: DossierOptions
  readonly look: DossierLookData
  readonly onChange: (indicators: DossierOptions['indicators']) => void
}

/** All, a domain, or one indicator. Several domains are several dossiers' worth of one list. */
function ScopeChoice({ options, look: { input }, onChange }: ScopeChoiceProps) {
  const placed = placedIndicators(input.instrument).filter(({ indicator }) =>
    inScope(input.scope, indicator.id),
  )
  const domains = [...new Set(placed.map(({ domain }) => domain))]
  const chosen = options.indicators === 'all' ? null : new Set(options.indicators)
  const idsOf = (domain: (typeof domains)[number]) =>
    placed.filter((place) => place.domain === domain).map(({ indicator }) => indicator.id)
  const one = options.indicators !== 'all' && options.indicators.length === 1 ? options.indicators[0] : ''

  function toggle(ids: readonly string[], on: boolean): void {
    const next = new Set(chosen ?? placed.map(({ indicator }) => indicator.id))
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onChange(
      next.size === placed.length
        ? 'all'
        : placed.map(({ indicator }) => indicator.id).filter((id) => next.has(id)),
    )
  }

  return (
    <fieldset>
      <legend className="label">Indikator</legend>
      {domains.length > 1 &&
        domains.map((domain) => {
          const ids = idsOf(domain)
          const on = chosen === null || ids.every((id) => chosen.has(id))
          return (
            <label key={domain.id} className="choice">
              <input type="checkbox" checked={on} onChange={() => toggle(ids, !on)} />
              <span>
                Domain {domain.number} {domain.name} <span className="hint">{ids.length} indikator</span>
              </span>
            </label>
          )
        })}
      <label className="one-indicator">
        <span className="hint">Atau satu indikator saja</span>
        <select value={one} onChange={(event) => onChange(event.target.value ? [event.target.value] : 'all')}>
          <option value="">Semua yang dipilih di atas</option>
          {placed.map(({ indicator: { id, number, shortName } }) => (
            <option key={id} value={id}>
              {number} {shortName}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
