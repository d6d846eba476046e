import { memo, useDeferredValue, useMemo, useState } from 'react'
import { STATUS_LABELS } from '../../answers/labels'
import type { Status } from '../../answers/status'
import { weightPercent } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import { formatCount, formatExact, formatLevel, formatNumber, formatPercent } from '../../report/format'
import { levelTone } from '../../report/tone'
import { weightedValue, type Breakdown } from '../../scoring/breakdown'
import { LevelMark } from '../../ui/level-mark'
import { StatusMark } from '../../ui/status-mark'
import { hrefOf } from '../app/routes'
import { useSession, useSessionState } from '../session/session-context'
import type { Explain } from '../strip/explain'
import {
  matches,
  NO_FILTER,
  resultRows,
  sorted,
  type Filter,
  type Order,
  type ResultRow,
  type Sort,
} from './indicator-rows'
import '../../ui/table.css'
import './figure.css'
import './indicator-table.css'

const COLUMNS: readonly { readonly by: Sort; readonly label: string; readonly number?: true }[] = [
  { by: 'number', label: 'No.', number: true },
  { by: 'name', label: 'Indikator' },
  { by: 'value', label: 'Tingkat' },
  { by: 'weight', label: 'Bobot', number: true },
  { by: 'weighted', label: 'Bobot × nilai', number: true },
  { by: 'status', label: 'Keadaan' },
  { by: 'cited', label: 'Bukti', number: true },
]

/** These are read from the largest down. */
const DOWN_FIRST: readonly Sort[] = ['value', 'weight', 'weighted', 'cited']

interface IndicatorTableProps {
  readonly whole: Breakdown
  readonly onExplain: Explain
}

/** All indicators of the scope, to be sorted by any column and narrowed down. */
export function IndicatorTable({ whole, onExplain }: IndicatorTableProps) {
  const { instrument } = useSession()
  const assessment = useSessionState((state) => state.assessment)
  const present = useSessionState((state) => state.present)
  const partKeys = useSessionState((state) => state.partKeys)
  const evidence = useSessionState((state) => state.evidence)
  const values = useSessionState((state) => state.values)
  const rows = useMemo(
    () => resultRows(instrument, { assessment, present, partKeys, evidence, values }, whole),
    [instrument, assessment, present, partKeys, evidence, values, whole],
  )
  const [order, setOrder] = useState<Order>({ by: 'number', down: false })
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const filtered = useDeferredValue(filter)
  const visible = sorted(
    rows.filter((row) => matches(row, filtered)),
    order,
  )

  function sortBy(by: Sort): void {
    setOrder((before) => ({ by, down: before.by === by ? !before.down : DOWN_FIRST.includes(by) }))
  }

  return (
    <section>
      <h2>Semua indikator</h2>
      <Filters rows={rows} instrument={instrument} filter={filter} onFilter={setFilter} />
      <p className="hint" role="status">
        {visible.length === rows.length
          ? `${formatCount(rows.length)} indikator`
          : `${formatCount(visible.length)} dari ${formatCount(rows.length)} indikator ditampilkan`}
      </p>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="Tabel indikator">
        <table className="indicators">
          <thead>
            <tr>
              {COLUMNS.map(({ by, label, number }) => (
                <th
                  key={by}
                  scope="col"
                  {...(number ? { className: 'num' } : {})}
                  {...(order.by === by
                    ? { 'aria-sort': order.down ? ('descending' as const) : ('ascending' as const) }
                    : {})}
                >
                  <button type="button" className="sort" onClick={() => sortBy(by)}>
                    {label}
                    <span aria-hidden="true">{order.by === by ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <Row
                key={row.indicator.id}
                row={row}
                instrument={instrument}
                assessment={assessment.id}
                onExplain={onExplain}
              />
            ))}
          </tbody>
        </table>
      </div>
      {visible.length === 0 && (
        <p>
          Tidak ada indikator yang cocok.{' '}
          <button type="button" className="link" onClick={() => setFilter(NO_FILTER)}>
            Tampilkan semua
          </button>
        </p>
      )}
    </section>
  )
}

interface FiltersProps {
  readonly rows: readonly ResultRow[]
  readonly instrument: Instrument
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

function Filters({ rows, instrument, filter, onFilter }: FiltersProps) {
  const aspects = [...new Map(rows.map(({ aspect }) => [aspect.id, aspect])).values()]
  const levels = [
    ...new Set(
      Object.values(instrument.maturityModels).flatMap((model) => model.levels.map(({ level }) => level)),
    ),
  ].sort((one, other) => one - other)
  return (
    <div className="filters">
      <input
        type="search"
        aria-label="Cari indikator"
        placeholder="Cari nomor atau nama"
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
      <select
        aria-label="Aspek"
        value={filter.aspect}
        onChange={(event) => onFilter({ ...filter, aspect: event.target.value })}
      >
        <option value="">Semua aspek</option>
        {aspects.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Tingkat"
        value={filter.level}
        onChange={(event) => onFilter({ ...filter, level: event.target.value })}
      >
        <option value="">Semua tingkat</option>
        <option value="blank">Kosong</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            Tingkat {formatNumber(level)}
          </option>
        ))}
      </select>
      <select
        aria-label="Keadaan"
        value={filter.status}
        onChange={(event) => onFilter({ ...filter, status: event.target.value as Status | '' })}
      >
        <option value="">Semua keadaan</option>
        {(['belum', 'sebagian', 'lengkap'] as const).map((status) => (
          <option key={status} value={status}>
            {STATUS_LABELS[status]}
          </option>
        ))}
      </select>
    </div>
  )
}

interface RowProps {
  readonly row: ResultRow
  readonly instrument: Instrument
  readonly assessment: string
  readonly onExplain: Explain
}

/** Drawn anew only with another row: typing a search moves rows, it does not draw them. */
const Row = memo(function Row({ row, instrument, assessment, onExplain }: RowProps) {
  const { indicator, value, level, counted, status, cited } = row
  return (
    <tr>
      <td className="num">{indicator.number}</td>
      <th scope="row">
        <a href={hrefOf({ screen: 'fill-in', assessment, indicator: indicator.id })}>{indicator.shortName}</a>
      </th>
      <td>
        {value === null || !level ? (
          <>
            <LevelMark text="–" tone={0} blank /> <span className="vh">kosong</span>
          </>
        ) : (
          <LevelMark text={formatLevel(value)} tone={levelTone(instrument, level.level)} />
        )}
      </td>
      <td className="num">{formatPercent(weightPercent(instrument, indicator.weightUnits))}</td>
      <td className="num">
        <button type="button" className="figure" onClick={() => onExplain('indicator', indicator.id)}>
          {formatExact(weightedValue(instrument, counted))}
          <span className="vh">, dari mana angka indikator {indicator.number}</span>
        </button>
      </td>
      <td>
        <span className="status">
          <StatusMark status={status} /> {STATUS_LABELS[status]}
        </span>
      </td>
      <td className="num">{cited || '–'}</td>
    </tr>
  )
})
