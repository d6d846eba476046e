import { before, differenceOf, type PastYear, type Run, type YearOrigin } from '../../comparison/years'
import type { Instrument } from '../../instrument/schema'
import { formatValue } from '../../report/format'
import { Icon } from '../../ui/icon'
import '../../ui/table.css'

const ORIGIN_WORDS: Readonly<Record<YearOrigin, string>> = {
  typed: 'Diketik',
  assessment: 'Penilaian di komputer ini',
  here: 'Penilaian ini, sementara',
}

interface YearsTableProps {
  readonly runs: readonly Run[]
  readonly pastYears: readonly PastYear[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly onChange: (past: PastYear) => void
  readonly onRemove: (past: PastYear) => void
}

/** All results with what they moved by, within one instrument; the same as the line, for those who read. */
export function YearsTable({ runs, pastYears, instruments, onChange, onRemove }: YearsTableProps) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="Tabel tahun">
      <table>
        <thead>
          <tr>
            <th scope="col">Tahun</th>
            <th scope="col">Instrumen</th>
            <th scope="col" className="num">
              Indeks
            </th>
            <th scope="col" className="num">
              Selisih
            </th>
            <th scope="col">Asal</th>
            <th scope="col" className="no-print">
              <span className="vh">Tindakan</span>
            </th>
          </tr>
        </thead>
        {runs.map((run, at) => (
          <tbody key={`${run.instrument} ${run.results[0]?.key ?? ''}`}>
            {run.results.map((result, row) => {
              const past = pastYears.find(({ id }) => id === result.key)
              const broken = at > 0 && row === 0
              return (
                <tr key={result.key} className={broken ? 'broken' : undefined}>
                  <th scope="row">{result.year}</th>
                  <td>
                    {instruments.get(result.instrument)?.shortTitle ?? result.instrument}
                    {broken && <span className="tag">instrumen berganti</span>}
                  </td>
                  <td className="num">{formatValue(result.index)}</td>
                  <td className="num">{differenceText(differenceOf(before(run, result), result))}</td>
                  <td>
                    {ORIGIN_WORDS[result.origin]}
                    {result.note && <span className="hint user-text"> {result.note}</span>}
                  </td>
                  <td className="no-print">
                    {past && (
                      <span className="row">
                        <button
                          type="button"
                          className="icon-btn"
                          aria-label={`Ubah hasil tahun ${past.year}`}
                          onClick={() => onChange(past)}
                        >
                          <Icon name="change" />
                        </button>
                        <button
                          type="button"
                          className="icon-btn"
                          aria-label={`Hapus hasil tahun ${past.year}`}
                          onClick={() => onRemove(past)}
                        >
                          <Icon name="detach" />
                        </button>
                      </span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** "+0,30", "−0,10", "0,00"; an en dash where nothing may be subtracted. */
function differenceText(difference: number | null): string {
  if (difference === null) return '–'
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return `${sign}${formatValue(Math.abs(difference))}`
}
