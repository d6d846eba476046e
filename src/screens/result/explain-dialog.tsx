import { useState } from 'react'
import { levelOf, weightPercent, type PlacedIndicator } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatExact, formatNumber, formatPercent, formatValue } from '../../report/format'
import { pathTo, weightedValue, type Breakdown } from '../../scoring/breakdown'
import { Dialog, DialogClose } from '../../ui/dialog'
import { hrefOf } from '../app/routes'
import { namesOf } from '../strip/node-table'
import type { Explain } from '../strip/explain'
import '../../ui/table.css'
import './explain-dialog.css'

interface ExplainDialogProps {
  readonly instrument: Instrument
  readonly assessment: string
  readonly placed: readonly PlacedIndicator[]
  readonly whole: Breakdown
  readonly wholeName: string
  readonly kind: Breakdown['kind']
  readonly id: string
  readonly onClose: () => void
}

/** "Dari mana angka ini": weight × value of everything a figure was added up from, one tier at a time. */
export function ExplainDialog({ kind, id, onClose, ...props }: ExplainDialogProps) {
  const [at, setAt] = useState({ kind, id })
  const path = pathTo(props.whole, at.kind, at.id)
  const node = path.at(-1)
  if (!node) return null
  return (
    <Dialog title="Dari mana angka ini" onClose={onClose} wide>
      {path.length > 1 && (
        <p className="row">
          {path.slice(0, -1).map((above) => (
            <button
              key={above.kind}
              type="button"
              className="link"
              onClick={() => setAt({ kind: above.kind, id: above.id })}
            >
              ‹ {nameOf(props, above)}
            </button>
          ))}
        </p>
      )}
      <Calculation {...props} node={node} onExplain={(toKind, toId) => setAt({ kind: toKind, id: toId })} />
      <DialogClose onClose={onClose} />
    </Dialog>
  )
}

type Context = Pick<ExplainDialogProps, 'instrument' | 'assessment' | 'placed' | 'wholeName'>

interface CalculationProps extends Context {
  readonly node: Breakdown
  readonly onExplain: Explain
}

function Calculation({ node, onExplain, ...context }: CalculationProps) {
  const { instrument } = context
  const weight = weightPercent(instrument, node.weightUnits)
  const sum = weightedValue(instrument, node)
  return (
    <section className="calculation" aria-live="polite" aria-label="Perhitungan">
      <h3>
        {nameOf(context, node)}: {formatValue(node.rounded)}
      </h3>
      {node.terms.length > 0 && <Terms {...context} node={node} onExplain={onExplain} />}
      {node.terms.length === 0 && <Leaf {...context} node={node} />}
      {node.terms.length > 0 && (
        <p className="sum">
          {formatExact(sum)} ÷ {formatExact(weight)} = <b>{formatValue(node.rounded)}</b>
          {formatExact(node.value) !== formatValue(node.rounded) &&
            ` (tepatnya ${formatExact(node.value)}; dibulatkan sekali, setengah ke atas)`}
        </p>
      )}
      {node.blanks > 0 && (
        <p className="hint">
          {node.blanks} yang kosong dihitung {formatNumber(instrument.scale.min)}.
        </p>
      )}
    </section>
  )
}

function Terms({ node, onExplain, ...context }: CalculationProps) {
  const { instrument } = context
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="Bobot kali nilai">
      <table className="res terms">
        <thead>
          <tr>
            <th scope="col">Terdiri dari</th>
            <th scope="col" className="num">
              Bobot (%)
            </th>
            <th scope="col" className="num">
              Nilai
            </th>
            <th scope="col" className="num">
              Bobot × nilai
            </th>
          </tr>
        </thead>
        <tbody>
          {node.terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">
                {term.terms.length > 0 ? (
                  <button type="button" className="link" onClick={() => onExplain(term.kind, term.id)}>
                    {nameOf(context, term)}
                  </button>
                ) : (
                  <TermName {...context} term={term} />
                )}
              </th>
              <td className="num">{formatExact(weightPercent(instrument, term.weightUnits))}</td>
              <td className="num">{valueText(term)}</td>
              <td className="num">{formatExact(weightedValue(instrument, term))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="dom">
            <th scope="row">Jumlah</th>
            <td className="num">{formatExact(weightPercent(instrument, node.weightUnits))}</td>
            <td />
            <td className="num">{formatExact(weightedValue(instrument, node))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The value of one term: of an indicator as it was chosen, of anything above with its two decimals. */
function valueText(term: Breakdown): string {
  if (term.terms.length > 0) return formatValue(term.rounded)
  return term.blanks > 0 ? `kosong, ${formatNumber(term.value)}` : formatNumber(term.value)
}

function TermName({ term, assessment, ...context }: Context & { readonly term: Breakdown }) {
  const name = nameOf({ assessment, ...context }, term)
  if (term.kind !== 'indicator') return <>{name}</>
  return <a href={hrefOf({ screen: 'fill-in', assessment, indicator: term.id })}>{name}</a>
}

function Leaf({ node, ...context }: Context & { readonly node: Breakdown }) {
  const { instrument, placed } = context
  const indicator = placed.find((place) => place.indicator.id === node.id)?.indicator
  const level = indicator && node.blanks === 0 ? levelOf(instrument, indicator, node.value) : undefined
  const weight = weightPercent(instrument, node.weightUnits)
  return (
    <>
      <p>
        {level
          ? `Tingkat ${formatNumber(level.level)}, ${level.name}, dipilih pada Isi.`
          : `Belum dijawab: dihitung ${formatNumber(node.value)}.`}{' '}
        Bobotnya {formatPercent(weight)}.
      </p>
      <p className="sum">
        {formatExact(weight)} × {formatNumber(node.value)} ={' '}
        <b>{formatExact(weightedValue(instrument, node))}</b>
      </p>
      {indicator && (
        <p>
          <TermName {...context} term={node} />
        </p>
      )}
    </>
  )
}

function nameOf({ instrument, placed, wholeName }: Context, node: Breakdown): string {
  if (node.kind === 'whole') return wholeName
  if (node.kind === 'part') return `Bagian ${node.id.slice(node.id.lastIndexOf('-') + 1)}`
  if (node.kind !== 'indicator') return namesOf(instrument).get(node.id) ?? node.id
  const indicator = placed.find((place) => place.indicator.id === node.id)?.indicator
  return indicator ? `${indicator.number} ${indicator.shortName}` : node.id
}
