import { useState } from 'react'
import { formatValue } from '../../report/format'
import { fetched } from '../../ui/fetched'
import { useDrawnState } from '../session/session-context'
import { INDEX_NAME, PART_NAME } from './words'

const IndexDialog = fetched(() => import('./index-dialog'))

/** The live index; opens to the whole. */
export function IndexFact() {
  const score = useDrawnState((state) => state.score)
  const part = useDrawnState((state) => state.part)
  const [open, setOpen] = useState(false)
  const rounded = (part ?? score.index).rounded
  const highest = part ? part.highest : score.highest.rounded
  const label = part ? PART_NAME : INDEX_NAME
  const blanks = part ? part.total - part.answered : score.total - score.answered
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <button type="button" className="fact-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span className="vh">Rincian: </span>
          {rounded === null ? '—' : formatValue(rounded)}
          {rounded !== null && blanks > 0 && <small> bisa sampai {formatValue(highest)}</small>}
        </button>
        {open && <IndexDialog onClose={() => setOpen(false)} />}
      </dd>
    </div>
  )
}
