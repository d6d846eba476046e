import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './notice.css'

export type Tone = 'ok' | 'info' | 'warn' | 'err'

const ICONS: Readonly<Record<Tone, IconName>> = { ok: 'tick', info: 'info', warn: 'warning', err: 'error' }

interface NoticeProps {
  readonly tone: Tone
  /** Announced when it appears; leave out for what stands there from the start. */
  readonly live?: boolean
  readonly children: ReactNode
}

/** One notice in its place: icon, tint and words. */
export function Notice({ tone, live = false, children }: NoticeProps) {
  const role = live ? { role: tone === 'err' ? 'alert' : 'status' } : {}
  return (
    <div className={`note ${tone}`} {...role}>
      <Icon name={ICONS[tone]} />
      {children}
    </div>
  )
}
