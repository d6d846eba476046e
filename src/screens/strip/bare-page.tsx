import type { ReactNode } from 'react'
import { hrefOf } from '../app/routes'
import { BareStrip } from './bare-strip'

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
