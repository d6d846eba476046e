import { fieldKey } from '../../answers/change'
import { readNumber } from '../../answers/number-text'
import { valuesOf } from '../../answers/present'
import type { Conversion, Indicator } from '../../instrument/schema'
import { formatNumber, formatValue } from '../../report/format'
import { convertIndex, sourceRange } from '../../scoring/conversion'
import { Icon } from '../../ui/icon'
import { Fold } from '../../ui/fold'
import { Notice } from '../../ui/notice'
import { useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from './difference-chooser'
import { NumberField } from './number-field'
import '../../ui/table.css'

/** Decimals of an index that are typed; values have four. */
const DECIMALS = 4

interface ConversionFieldProps {
  readonly indicator: Indicator
  readonly conversion: Conversion
  /** In a row of the quick list: no label beside it, no rule. */
  readonly compact?: boolean
}

/** The other agency's index is typed, the value computed from it; the rule is shown, and whether it is certain. */
export function ConversionField({ indicator, conversion, compact = false }: ConversionFieldProps) {
  const session = useSession()
  const target = { kind: 'indicator', id: indicator.id } as const
  const index = useSessionState((state) => valuesOf(state.present, target).sourceIndex ?? null)
  const value = useSessionState((state) => valuesOf(state.present, target).value ?? null)
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, 'sourceIndex')))
  const { min, max } = sourceRange(conversion)
  const computed = index === null ? null : convertIndex(conversion, index)

  function faultOf(text: string): string | undefined {
    if (text.trim() === '') return undefined
    const typed = readNumber(text, DECIMALS)
    const kept = `Yang tersimpan: ${index === null ? 'kosong' : formatNumber(index)}.`
    if (typed === null) return `Tulis angka, misalnya ${formatNumber((min + max) / 2)}. ${kept}`
    if (convertIndex(conversion, typed) !== null) return undefined
    return `${conversion.source} berada antara ${formatNumber(min)} dan ${formatNumber(max)}. Periksa angka ini. ${kept}`
  }

  function take(text: string): void {
    const typed = readNumber(text, DECIMALS)
    session.type({ target, field: 'sourceIndex', value: typed })
    session.type({ target, field: 'value', value: typed === null ? null : convertIndex(conversion, typed) })
  }

  function leave(): void {
    session.endTyping(target, 'sourceIndex')
    session.endTyping(target, 'value')
  }

  if (differs) {
    return (
      <DifferenceChooser target={target} field="sourceIndex" title={`Dua angka untuk ${conversion.source}`} />
    )
  }
  const field = (
    <NumberField
      value={index}
      faultOf={faultOf}
      onType={take}
      onLeave={leave}
      label={conversion.source}
      hint="Ketik hasil indeks dari instansi pembina: nilainya dihitung. Atau pilih tingkat di bawah."
      compact={compact}
      spoken={`${conversion.source}, indikator ${indicator.number}`}
      placeholder={`${formatNumber(min)}–${formatNumber(max)}`}
    />
  )
  if (compact) return field
  return (
    <div className="conversion">
      {field}
      {index !== null && computed !== null && (
        <p role="status">
          {formatNumber(index)} menjadi nilai <b>{formatValue(computed)}</b>
          {!conversion.verified && (
            <span className="tag warn">
              <Icon name="warning" /> perkiraan
            </span>
          )}
        </p>
      )}
      {index !== null && computed !== null && value !== computed && (
        <Notice tone="warn">
          <p>
            Nilai yang tersimpan {value === null ? 'kosong' : formatNumber(value)}, bukan{' '}
            {formatValue(computed)}. Ketik lagi indeksnya untuk menghitungnya kembali.
          </p>
        </Notice>
      )}
      <Rule conversion={conversion} />
    </div>
  )
}

function Rule({ conversion }: { readonly conversion: Conversion }) {
  return (
    <Fold
      title="Cara menghitung"
      inside={conversion.verified ? conversion.method : `perkiraan: ${conversion.method}`}
    >
      <p>{conversion.status}. Dibulatkan setengah ke atas ke dua desimal.</p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="Rentang konversi">
        <table className="res">
          <thead>
            <tr>
              <th scope="col">Tingkat</th>
              <th scope="col">{conversion.source}</th>
              <th scope="col">Nilai</th>
            </tr>
          </thead>
          <tbody>
            {conversion.ranges.map((range) => (
              <tr key={range.level}>
                <th scope="row">{formatNumber(range.level)}</th>
                <td>
                  {formatNumber(range.sourceMin)}–{formatNumber(range.sourceMax)}
                </td>
                <td>
                  {formatValue(range.valueMin)}–{formatValue(range.valueMax)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">Batas atas suatu rentang masuk ke rentang berikutnya.</p>
    </Fold>
  )
}
