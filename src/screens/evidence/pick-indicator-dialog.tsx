import type { PlacedIndicator } from '../../instrument/lookup'
import { PickDialog } from '../citation/pick-dialog'
import { matchesSearch } from '../fill-in/filters'

interface PickIndicatorDialogProps {
  readonly placed: readonly PlacedIndicator[]
  readonly onPick: (place: PlacedIndicator) => void
  readonly onClose: () => void
}

/** Chooses the indicator a document is to be cited under. */
export function PickIndicatorDialog({ placed, onPick, onClose }: PickIndicatorDialogProps) {
  return (
    <PickDialog
      title="Rujuk ke indikator"
      search="Cari indikator"
      placeholder="Cari nomor atau nama"
      none="Tidak ada indikator yang cocok."
      choicesFor={(typed) =>
        placed
          .filter((place) => matchesSearch(place, typed))
          .map((place) => ({
            id: place.indicator.id,
            name: `${place.indicator.number} ${place.indicator.shortName}`,
            onPick: () => onPick(place),
          }))
      }
      onClose={onClose}
    />
  )
}
