import { useState } from 'react'
import type { PoolRow } from '../../evidence/pool'
import { formatCount } from '../../report/format'
import { useUndo } from '../../ui/undo'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { useSession } from '../session/session-context'
import { BulkEditDialog } from './bulk-edit-dialog'
import { removalWords, removeDocuments } from './removal'
import type { Pool } from './use-pool'
import './bulk-bar.css'

interface BulkBarProps {
  readonly pool: Pool
  /** What search and filter let through. */
  readonly shown: readonly PoolRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onDone: () => void
}

/** What can be done with many documents at once. */
export function BulkBar({ pool, shown, chosen, onChoose, onDone }: BulkBarProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const placed = useScopedIndicators()
  const [editing, setEditing] = useState(false)
  const rows = pool.rows.filter((row) => !row.removed && chosen.has(row.document.id))
  const choosable = shown.filter((row) => !row.removed)
  const all = choosable.length > 0 && choosable.every((row) => chosen.has(row.document.id))

  function remove(): void {
    offerUndo(removalWords(rows, placed), removeDocuments(session, rows))
    onChoose(new Set())
  }

  return (
    <div className="bulk" role="group" aria-label="Dokumen terpilih">
      <div className="row">
        <span role="status">{formatCount(rows.length)} dipilih</span>
        <button type="button" className="link" onClick={onDone}>
          Selesai memilih
        </button>
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={all}
          onChange={() =>
            onChoose(all ? new Set() : new Set([...chosen, ...choosable.map((row) => row.document.id)]))
          }
        />
        Pilih semua yang tampil ({formatCount(choosable.length)})
      </label>
      <div className="row start">
        <button
          type="button"
          className="btn sm"
          disabled={rows.length === 0}
          onClick={() => setEditing(true)}
        >
          Ubah yang dipilih
        </button>
        <button type="button" className="btn sm danger" disabled={rows.length === 0} onClick={remove}>
          Hapus yang dipilih
        </button>
      </div>
      {editing && <BulkEditDialog rows={rows} onClose={() => setEditing(false)} />}
    </div>
  )
}
