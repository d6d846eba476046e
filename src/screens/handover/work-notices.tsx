import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { download, type NamedBlob, type Saved } from './save-file'

/** Said of what was made: "Laporan sudah diperiksa dan tersimpan". */
export const MADE_WORDS: Readonly<Record<Saved, string>> = {
  saved: 'sudah diperiksa dan tersimpan',
  'handed-over': 'sudah diperiksa dan diserahkan ke peramban',
  cancelled: 'sudah diperiksa, tetapi belum disimpan',
}

interface WorkNoticeProps {
  /** What is made: "Laporan". */
  readonly name: string
  /** What is left of it, what is safe, and what to do. */
  readonly children: ReactNode
}

/** A work that was called off. */
export function CancelledNotice({ name, children }: WorkNoticeProps) {
  return (
    <Notice tone="info" live>
      <p>
        {name} dibatalkan. {children}
      </p>
    </Notice>
  )
}

/** A work that failed. */
export function FailedNotice({ name, children }: WorkNoticeProps) {
  return (
    <Notice tone="err" live>
      <p>
        <b>{name} belum jadi.</b> {children}
      </p>
    </Notice>
  )
}

interface MadeNoticeProps {
  readonly name: string
  readonly saved: Saved
  /** Something about it is to be looked at. */
  readonly warns?: boolean
  /** File, counts and size, as one sentence. */
  readonly facts: string
  readonly children?: ReactNode
}

/** A work that came to its end: what was made and where it is. */
export function MadeNotice({ name, saved, warns = false, facts, children }: MadeNoticeProps) {
  return (
    <Notice tone={warns || saved === 'cancelled' ? 'warn' : 'ok'} live>
      <p>
        <b>
          {name} {MADE_WORDS[saved]}.
        </b>{' '}
        {facts}
        {saved === 'handed-over' && ' Periksa folder Unduhan.'}
      </p>
      {children}
    </Notice>
  )
}

interface DownloadAgainProps {
  readonly file: NamedBlob
  /** As it stands in a notice. */
  readonly small?: boolean
}

/** For a download that was lost or called off. */
export function DownloadAgain({ file, small = false }: DownloadAgainProps) {
  return (
    <button type="button" className={small ? 'btn sm' : 'btn'} onClick={() => download(file)}>
      <Icon name="save" />
      Unduh sekali lagi
    </button>
  )
}
