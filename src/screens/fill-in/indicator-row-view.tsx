import type { Status } from '../../answers/status'
import { formatLevel } from '../../report/format'
import { Icon } from '../../ui/icon'
import { LevelMark } from '../../ui/level-mark'
import { StatusMark } from '../../ui/status-mark'

export interface IndicatorRowViewProps {
  readonly href: string
  readonly number: number
  readonly name: string
  readonly current: boolean
  readonly status: Status
  readonly statusLabel: string
  readonly difference: boolean
  readonly value: number | null
  readonly tone: number
}

/** What a row of the list looks like. */
export function IndicatorRowView(row: IndicatorRowViewProps) {
  return (
    <li>
      <a href={row.href} {...(row.current ? { 'aria-current': 'page' as const } : {})}>
        <span className="n">{row.number}</span>
        <span className="t">{row.name}</span>
        {row.difference && <Icon name="warning" label="Ada perbedaan" />}
        <StatusMark status={row.status} label={row.statusLabel} />
        {row.value === null ? (
          <>
            <LevelMark text="–" tone={0} blank />
            <span className="vh">tingkat belum dipilih</span>
          </>
        ) : (
          <>
            <span className="vh">tingkat</span>
            <LevelMark text={formatLevel(row.value)} tone={row.tone} />
          </>
        )}
      </a>
    </li>
  )
}
