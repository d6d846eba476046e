import { weightPercent } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatPercent, formatValue } from '../../report/format'
import type { Breakdown } from '../../scoring/breakdown'
import type { Explain } from './explain'
import '../../ui/table.css'
import './node-table.css'

interface NodeTableProps {
  readonly instrument: Instrument
  readonly whole: Breakdown
  /** The name of the whole: "Indeks sementara". */
  readonly wholeName: string
  /** Opens what a figure is made of; without it the figures only stand there. */
  readonly onExplain?: Explain
}

/** Every domain and aspect with weight, answers and value, and the whole below. */
export function NodeTable({ instrument, whole, wholeName, onExplain }: NodeTableProps) {
  const names = namesOf(instrument)
  const rows = whole.terms.flatMap((term) => [term, ...term.terms.filter(({ kind }) => kind === 'aspect')])
  const row = (node: Breakdown, name: string, className: string) => (
    <NodeRow
      key={node.id}
      instrument={instrument}
      node={node}
      name={name}
      className={className}
      {...(onExplain ? { onExplain } : {})}
    />
  )
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="Nilai domain dan aspek">
      <table className="res">
        <thead>
          <tr>
            <th scope="col">{instrument.domains.length > 1 ? 'Domain dan aspek' : 'Aspek'}</th>
            <th scope="col" className="num">
              Bobot
            </th>
            <th scope="col" className="num">
              Terjawab
            </th>
            <th scope="col" className="num">
              Nilai
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((node) =>
            row(
              node,
              names.get(node.id) ?? node.id,
              node.kind === 'domain' || instrument.domains.length === 1 ? 'dom' : 'asp',
            ),
          )}
        </tbody>
        <tfoot>{row(whole, wholeName, 'dom whole')}</tfoot>
      </table>
    </div>
  )
}

interface NodeRowProps {
  readonly instrument: Instrument
  readonly node: Breakdown
  readonly name: string
  readonly className: string
  readonly onExplain?: Explain
}

function NodeRow({ instrument, node, name, className, onExplain }: NodeRowProps) {
  const total = indicatorsIn(node)
  const known = total - node.blanks
  const value = formatValue(known > 0 ? node.rounded : null)
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      <td className="num">{formatPercent(weightPercent(instrument, node.weightUnits))}</td>
      <td className="num">
        {known}/{total}
      </td>
      <td className="num">
        {onExplain && known > 0 ? (
          <button type="button" className="figure" onClick={() => onExplain(node.kind, node.id)}>
            {value}
            <span className="vh">, dari mana angka {name}</span>
          </button>
        ) : (
          <b>{value}</b>
        )}
      </td>
    </tr>
  )
}

/** Names of all domains and aspects by id. */
export function namesOf(instrument: Instrument): ReadonlyMap<string, string> {
  return new Map(
    instrument.domains.flatMap((domain) => [
      [domain.id, domain.name] as const,
      ...domain.aspects.map((aspect) => [aspect.id, aspect.name] as const),
    ]),
  )
}

function indicatorsIn(node: Breakdown): number {
  if (node.kind === 'indicator') return 1
  return node.terms.reduce((count, term) => count + indicatorsIn(term), 0)
}
