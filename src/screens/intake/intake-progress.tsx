import { useEffect } from 'react'
import { formatBytes, formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { ProgressBar } from '../../ui/progress-bar'
import { useApp } from '../app/app-context'
import { inspectFiles } from './inspecting'
import type { IntakeState } from './intake'
import type { IntakeMessage } from './messages'
import { useIntake } from './use-intake'
import './intake.css'

/** Most files a list names; of the others their number is said. */
const NAMED = 100

interface IntakeProgressProps {
  /** It stands by itself above a screen, not inside one. */
  readonly above?: boolean
}

/** How far the files on their way are, and afterwards what became of them; nothing where there are none. */
export default function IntakeProgress({ above = false }: IntakeProgressProps) {
  const { database } = useApp()
  const { state, cancel, dismiss } = useIntake()
  // What an earlier visit did not get to.
  useEffect(() => inspectFiles(database), [database])
  const { phase, total } = state
  const isRunning = phase === 'running'
  const spoken = isRunning ? `Menambahkan ${formatCount(total)} berkas` : outcome(state)
  return (
    <>
      {/* Said at the beginning and at the end, not at each file. */}
      <span className="vh" role="status">
        {phase === 'idle' ? '' : spoken}
      </span>
      {phase !== 'idle' && (
        <section className={above ? 'intake above' : 'intake'} aria-label="Berkas yang ditambahkan">
          {isRunning && <ProgressBar label="Menambahkan berkas" share={shareOf(state)} />}
          <div className="under">
            <span aria-hidden={!isRunning}>{isRunning ? underWay(state) : outcome(state)}</span>
            {/* Two buttons: a click meant for the one never falls on the other. */}
            <button key={phase} type="button" className="btn sm" onClick={isRunning ? cancel : dismiss}>
              {isRunning ? 'Batalkan' : 'Tutup daftar ini'}
            </button>
          </div>
          {state.messages.length > 0 && <Messages messages={state.messages} />}
        </section>
      )}
    </>
  )
}

function Messages({ messages }: { readonly messages: readonly IntakeMessage[] }) {
  const rest = messages.length - NAMED
  return (
    <ul className="intake-messages" tabIndex={0} aria-label="Catatan per berkas">
      {messages.slice(0, NAMED).map(({ name, tone, text }, index) => (
        <li key={index} className={tone}>
          <Icon name={ICONS[tone]} />
          <span>
            <b className="user-text">{name}</b>: {text}
          </span>
        </li>
      ))}
      {rest > 0 && <li>dan {formatCount(rest)} berkas lain</li>}
    </ul>
  )
}

const ICONS = { ok: 'tick', info: 'info', warn: 'warning', err: 'error' } as const

/** By bytes, which are read before they are kept, and not read of what is refused: full only at the last file. */
function shareOf({ bytesDone, bytesTotal, done, total }: IntakeState): number | null {
  return bytesTotal === 0 ? null : Math.min(bytesDone / bytesTotal, 0.9 + done / total / 10)
}

function underWay({ done, total, bytesTotal }: IntakeState): string {
  return `Menambahkan berkas: ${formatCount(done)} dari ${formatCount(total)}, ${formatBytes(bytesTotal)} seluruhnya`
}

function outcome({ phase, kept, done, total }: IntakeState): string {
  const stored = kept === 0 ? 'Tidak ada berkas yang tersimpan' : `${formatCount(kept)} berkas tersimpan`
  if (phase === 'cancelled')
    return `Dibatalkan. ${stored}; ${formatCount(total - done)} tidak jadi ditambahkan.`
  return kept === total ? `${stored}.` : `${stored} dari ${formatCount(total)}. Yang lain disebut di bawah.`
}
