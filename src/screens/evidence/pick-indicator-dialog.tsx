import { useState } from 'react'
import type { PlacedIndicator } from '../../instrument/lookup'
import { Dialog } from '../../ui/dialog'
import { matchesSearch } from '../fill-in/filters'

interface PickIndicatorDialogProps {
  readonly placed: readonly PlacedIndicator[]
  readonly onPick: (place: PlacedIndicator) => void
  readonly onClose: () => void
}

/** Chooses the indicator a document is to be cited under. */
export function PickIndicatorDialog({ placed, onPick, onClose }: PickIndicatorDialogProps) {
  const [search, setSearch] = useState('')
  const fitting = placed.filter((place) => matchesSearch(place, search))
  return (
    <Dialog title="Rujuk ke indikator" onClose={onClose} wide>
      <input
        type="search"
        aria-label="Cari indikator"
        placeholder="Cari nomor atau nama"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="pick">
        {fitting.map((place) => (
          <li key={place.indicator.id}>
            <button type="button" className="btn" onClick={() => onPick(place)}>
              {place.indicator.number} {place.indicator.shortName}
            </button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <p className="hint">Tidak ada indikator yang cocok.</p>}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          Batal
        </button>
      </div>
    </Dialog>
  )
}
