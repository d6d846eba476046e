import type { Run } from '../../comparison/years'
import type { Instrument } from '../../instrument/schema'
import { formatValue } from '../../report/format'
import { Fold } from '../../ui/fold'
import '../../ui/table.css'

interface NodeYearsProps {
  readonly runs: readonly Run[]
  readonly instruments: ReadonlyMap<string, Instrument>
}

/** Domains and aspects by year, one table for each run of one instrument of which they are known. */
export function NodeYears({ runs, instruments }: NodeYearsProps) {
  return runs.map((run) => {
    const instrument = instruments.get(run.instrument)
    const results = run.results.filter(({ nodes }) => nodes.size > 0)
    if (!instrument || results.length === 0) return null
    const nodes = instrument.domains.flatMap((domain) => [
      ...(instrument.domains.length > 1 ? [{ ...domain, isDomain: true }] : []),
      ...domain.aspects.map((aspect) => ({ ...aspect, isDomain: false })),
    ])
    const label = `Domain dan aspek per tahun, ${instrument.shortTitle}`
    return (
      <Fold
        key={results[0]?.key ?? run.instrument}
        title={label}
        inside={results.map(({ year }) => year).join(', ')}
      >
        <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
          <table>
            <thead>
              <tr>
                <th scope="col">Bagian</th>
                {results.map(({ key, year }) => (
                  <th key={key} scope="col" className="num">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {nodes.map(({ id, name, isDomain }) => (
                <tr key={id}>
                  <th scope="row" className={isDomain ? undefined : 'inner'}>
                    {name}
                  </th>
                  {results.map(({ key, nodes: values }) => (
                    <td key={key} className="num">
                      {formatValue(values.get(id) ?? null)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Fold>
    )
  })
}
