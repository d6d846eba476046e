import { memo, useDeferredValue, useMemo, useState } from 'react'
import { matchesPoolSearch, POOL_FILTERS, type PoolFilterId } from '../../evidence/pool'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { useSession } from '../session/session-context'
import { AddDocument } from './add-document'
import { BulkBar } from './bulk-bar'
import { PoolDrop } from './pool-drop'
import { PoolRows } from './pool-rows'
import type { Pool } from './use-pool'
import './pool-list.css'

interface PoolListProps {
  readonly pool: Pool
  /** Id of the document that is open. */
  readonly current: string | null
}

/** All documents, with search and one filter; many can be chosen to be changed at once. */
export const PoolList = memo(function PoolList({ pool, current }: PoolListProps) {
  const assessment = useSession().getState().assessment.id
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<PoolFilterId>('all')
  const [adding, setAdding] = useState(false)
  // Null while one is not choosing.
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const searched = useDeferredValue(search)
  const fitting = useMemo(
    () => (pool.fitting.get(filter) ?? []).filter((row) => matchesPoolSearch(row, searched)),
    [pool, filter, searched],
  )
  return (
    <PoolDrop>
      {current === null && <h1 className="vh only-phone-heading">Bukti</h1>}
      <div className="list-head">
        <input
          type="search"
          aria-label="Cari dokumen"
          placeholder="Cari judul, nomor, jenis"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="row">
          <FilterSelect pool={pool} filter={filter} onFilter={setFilter} />
          <button type="button" className="btn sm" onClick={() => setAdding(true)}>
            <Icon name="add" />
            Tambah
          </button>
        </div>
        {chosen ? (
          <BulkBar
            pool={pool}
            shown={fitting}
            chosen={chosen}
            onChoose={setChosen}
            onDone={() => setChosen(null)}
          />
        ) : (
          filter !== 'removed' && (
            <button type="button" className="link choose-many" onClick={() => setChosen(new Set())}>
              Pilih banyak
            </button>
          )
        )}
        <span className="vh" role="status">
          {filter !== 'all' || searched ? `${formatCount(fitting.length)} dokumen ditampilkan` : ''}
        </span>
      </div>
      {fitting.length === 0 && (
        <p className="list-empty">Tidak ada dokumen yang cocok. Ubah pencarian atau saringan.</p>
      )}
      <PoolRows
        key={`${filter} ${searched}`}
        rows={fitting}
        assessment={assessment}
        current={current}
        chosen={chosen}
        onChoose={setChosen}
      />
      {adding && <AddDocument onClose={() => setAdding(false)} />}
    </PoolDrop>
  )
})

interface FilterSelectProps {
  readonly pool: Pool
  readonly filter: PoolFilterId
  readonly onFilter: (filter: PoolFilterId) => void
}

/** Filters that fit nothing are left out, except the one that is chosen. */
function FilterSelect({ pool, filter, onFilter }: FilterSelectProps) {
  const count = (id: PoolFilterId) => pool.fitting.get(id)?.length ?? 0
  return (
    <select
      aria-label="Tampilkan"
      value={filter}
      onChange={(event) => onFilter(event.target.value as PoolFilterId)}
    >
      {POOL_FILTERS.filter(({ id }) => id === 'all' || id === filter || count(id) > 0).map(
        ({ id, label }) => (
          <option key={id} value={id}>
            {label} ({formatCount(count(id))})
          </option>
        ),
      )}
    </select>
  )
}
