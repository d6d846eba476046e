import { useSyncExternalStore } from 'react'
import { applyUpdate, subscribe, updateWaiting } from '../../offline/service-worker'
import { Notice } from '../../ui/notice'

/** A newer version is offered in one line, never forced. */
export function UpdateNotice() {
  const waiting = useSyncExternalStore(subscribe, updateWaiting)
  if (!waiting) return null
  return (
    <Notice tone="info" live>
      <p>
        <b>Versi baru tersedia.</b> Isian sudah tersimpan.{' '}
        <button type="button" className="link" onClick={() => void applyUpdate()}>
          Muat ulang sekarang
        </button>{' '}
        atau nanti.
      </p>
    </Notice>
  )
}
