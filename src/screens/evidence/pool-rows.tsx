import { memo, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react'
import type { PoolRow } from '../../evidence/pool'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { hrefOf } from '../app/routes'
import { checksOf, rowDetails } from './words'
import './pool-rows.css'

/** Rows that are drawn at first, and each time the end of them comes near. */
const STEP = 60

type Choose = Dispatch<SetStateAction<ReadonlySet<string> | null>>

interface PoolRowsProps {
  readonly rows: readonly PoolRow[]
  readonly assessment: string
  readonly current: string | null
  readonly chosen: ReadonlySet<string> | null
  readonly onChoose: Choose
}

/** The rows, as many as one has scrolled to: a pool of thousands opens as fast as a small one. */
export function PoolRows({ rows, assessment, current, chosen, onChoose }: PoolRowsProps) {
  const [limit, setLimit] = useState(STEP)
  const list = useRef<HTMLOListElement>(null)
  const at = rows.findIndex(({ document }) => document.id === current)
  const drawn = Math.max(limit, at + 1)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <>
      <ol className="docs" ref={list}>
        {rows.slice(0, drawn).map((row) => (
          <Row
            key={row.document.id}
            row={row}
            assessment={assessment}
            isCurrent={row.document.id === current}
            isChosen={chosen && chosen.has(row.document.id)}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {drawn < rows.length && (
        <More left={rows.length - drawn} onMore={() => setLimit(Math.max(limit, drawn) + STEP)} />
      )}
    </>
  )
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Presses itself when it comes near. */
function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const press = useRef(onMore)
  useEffect(() => {
    press.current = onMore
  })
  useEffect(() => {
    if (!button.current || !('IntersectionObserver' in window)) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) press.current()
      },
      { rootMargin: '600px' },
    )
    observer.observe(button.current)
    return () => observer.disconnect()
    // Another number left is another place on the page: looked at anew.
  }, [left])
  return (
    <button ref={button} type="button" className="link more-rows" onClick={onMore}>
      Tampilkan {formatCount(left)} lainnya
    </button>
  )
}

interface RowProps {
  readonly row: PoolRow
  readonly assessment: string
  readonly isCurrent: boolean
  /** Null while one is not choosing. */
  readonly isChosen: boolean | null
  readonly onChoose: Choose
}

const Row = memo(function Row({ row, assessment, isCurrent, isChosen, onChoose }: RowProps) {
  const { document, citations, removed } = row
  const title = document.title || 'Dokumen tanpa judul'
  const checks = checksOf(row)
  return (
    <li className={isChosen === null ? undefined : 'choosing'}>
      {isChosen !== null && !removed && (
        <label className="pick-row">
          <input
            type="checkbox"
            aria-label={`Pilih ${title}`}
            checked={isChosen}
            onChange={() => onChoose((chosen) => chosen && toggled(chosen, document.id))}
          />
        </label>
      )}
      <a
        href={hrefOf({ screen: 'evidence', assessment, document: document.id })}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      >
        <span className="t user-text">
          {title}
          {document.confidential && <Icon name="lock" label="Rahasia" />}
        </span>
        <span className="m">{rowDetails(row)}</span>
        {checks > 0 && (
          <span className="tag warn">
            <Icon name="warning" /> Periksa halaman pada {formatCount(checks)} rujukan
          </span>
        )}
        {citations.length > 0 && (
          <span className="cnt">
            <span className="vh">Dirujuk</span> {formatCount(citations.length)}×
          </span>
        )}
      </a>
    </li>
  )
})
