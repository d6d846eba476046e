import { formatBytes } from '../../report/format'
import { WorkProgress } from '../../ui/progress-bar'

interface Bytes {
  readonly done: number
  readonly total: number
}

interface ByteProgressProps extends Bytes {
  readonly label: string
  readonly onCancel?: () => void
}

/** How far a work has come, in bytes. */
export function ByteProgress({ label, done, total, onCancel }: ByteProgressProps) {
  return (
    <WorkProgress label={label} share={total === 0 ? null : done / total} onCancel={onCancel}>
      {total === 0 ? `${label}…` : `${label}: ${formatBytes(done)} dari ${formatBytes(total)}`}
    </WorkProgress>
  )
}

interface WritingProgressProps extends Bytes {
  readonly onCancel: () => void
}

/** Of a file that is read again after it was written: the first half of the work is writing. */
export function WritingProgress({ done, total, onCancel }: WritingProgressProps) {
  const label = done * 2 <= total ? 'Menulis' : 'Memeriksa kembali'
  return <ByteProgress label={label} done={done} total={total} onCancel={onCancel} />
}
