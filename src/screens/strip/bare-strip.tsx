import { useSyncExternalStore, type ReactNode } from 'react'
import { offlineState, subscribe } from '../../offline/service-worker'
import { Icon } from '../../ui/icon'
import { Mark } from '../../ui/mark'
import { hrefOf } from '../app/routes'
import './bare-strip.css'

const STATES = {
  ready: { text: 'Siap luring', tone: 'ok', icon: 'tick' },
  preparing: { text: 'Menyiapkan luring…', tone: '', icon: 'save' },
  unsupported: { text: 'Perlu server', tone: 'warn', icon: 'warning' },
} as const

/** The strip where no assessment is open: who we are, and whether this computer is ready to work without a network. */
export function BareStrip() {
  const { text, tone, icon } = STATES[useSyncExternalStore(subscribe, offlineState)]
  return (
    <header className="strip bare">
      <div className="strip-in">
        <a className="who" href="#/">
          <Mark />
          <div>
            <b>SPBE Mandiri</b>
            <span>Penilaian mandiri tanpa internet</span>
          </div>
        </a>
        <dl className="facts">
          <div>
            <dt>Perangkat ini</dt>
            <dd className={tone}>
              <Icon name={icon} />
              <span role="status">{text}</span>
            </dd>
          </div>
        </dl>
      </div>
      <div className="thread" />
    </header>
  )
}

interface BarePageProps {
  /** For lists; text is read better on a narrow page. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page one comes to from Beranda and goes back to it, where no assessment is open. */
export function BarePage({ wide = false, children }: BarePageProps) {
  return (
    <>
      <BareStrip />
      <main className={wide ? 'page' : 'page narrow'} id="isi">
        <p className="small">
          <a href={hrefOf({ screen: 'home' })}>‹ Beranda</a>
        </p>
        {children}
      </main>
    </>
  )
}
