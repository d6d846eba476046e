import './status-mark.css'
const SHAPES = {
  lengkap: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.7" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  sebagian: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
    </>
  ),
  belum: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" />,
} as const

const CLASSES = { lengkap: 'full', sebagian: 'part', belum: 'no' } as const

interface StatusMarkProps {
  readonly status: keyof typeof SHAPES
  /** Said aloud; left out beside a word that says the same. */
  readonly label?: string
}

/** Status by shape: ring, half, disc with a tick. */
export function StatusMark({ status, label }: StatusMarkProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`st ${CLASSES[status]}`} viewBox="0 0 16 16" {...spoken}>
      {SHAPES[status]}
    </svg>
  )
}
