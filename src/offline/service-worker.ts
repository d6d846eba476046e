/**
 * Keeps the app working without a network, through the service worker that the build writes (sw.js).
 *
 * - Registered only when the page is loaded and idle, so that filling the cache never delays the first screen.
 * - A new version waits until the person agrees: applyUpdate().
 * - A version taken over in another tab counts as waiting here: this page still runs the old code.
 */

/** 'ready' = everything the app needs is kept in this browser and the worker is activated. */
export type OfflineState = 'unsupported' | 'preparing' | 'ready'

export interface Offline {
  readonly offlineState: () => OfflineState
  readonly updateWaiting: () => boolean
  /** Calls back after either of them changed; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Lets the waiting version take over and reloads. Save everything before. */
  readonly applyUpdate: () => void
  /** Asked again, it does nothing. */
  readonly start: () => void
}

/** What of the browser is needed, so that tests can put another in its place. */
export interface OfflineSurroundings {
  /** Undefined where there are no service workers: plain http in an office network, some private windows. */
  readonly serviceWorker: ServiceWorkerContainer | undefined
  /** Calls back once, when the page is loaded and has nothing more urgent to do. */
  readonly whenIdle: (callback: () => void) => void
  /** Calls back each time it is worth looking for a new version. */
  readonly whenWorthAsking: (callback: () => void) => void
  readonly reload: () => void
}

export function createOffline({
  serviceWorker,
  whenIdle,
  whenWorthAsking,
  reload,
}: OfflineSurroundings): Offline {
  const listeners = new Set<() => void>()
  let state: OfflineState = serviceWorker ? 'preparing' : 'unsupported'
  let waiting: ServiceWorker | null = null
  let replaced = false
  let started = false

  function notify() {
    for (const listener of listeners) listener()
  }

  function look(registration: ServiceWorkerRegistration) {
    if (registration.active?.state === 'activated') state = 'ready'
    waiting = registration.active ? registration.waiting : null
    notify()
  }

  function follow(registration: ServiceWorkerRegistration) {
    const watch = (worker: ServiceWorker | null) =>
      worker?.addEventListener('statechange', () => {
        look(registration)
      })
    watch(registration.installing)
    watch(registration.waiting)
    watch(registration.active)
    registration.addEventListener('updatefound', () => {
      watch(registration.installing)
    })
    whenWorthAsking(() => {
      // Without a network there is nothing to find; the next time will do.
      registration.update().catch(() => undefined)
    })
    look(registration)
  }

  async function register(container: ServiceWorkerContainer) {
    let controlled = container.controller !== null
    container.addEventListener('controllerchange', () => {
      // The first worker to take a page over brings no other version than the page has.
      if (controlled) {
        replaced = true
        notify()
      }
      controlled = true
    })
    try {
      follow(await container.register('./sw.js', { scope: './' }))
    } catch {
      state = 'unsupported'
      notify()
    }
  }

  return {
    offlineState: () => state,
    updateWaiting: () => waiting !== null || replaced,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    applyUpdate() {
      if (!waiting) {
        if (replaced) reload()
        return
      }
      const next = waiting
      next.addEventListener('statechange', () => {
        if (next.state === 'activated') reload()
      })
      next.postMessage({ type: 'SKIP_WAITING' })
    },
    start() {
      if (!serviceWorker || started) return
      started = true
      whenIdle(() => {
        void register(serviceWorker)
      })
    },
  }
}

const HOUR = 3_600_000

function whenIdle(callback: () => void) {
  const wait = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: 5000 })
    else setTimeout(callback, 1000)
  }
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}

/** When a page left open comes to the front again, at most once an hour. */
function whenWorthAsking(callback: () => void) {
  let asked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < HOUR) return
    asked = performance.now()
    callback()
  })
}

/** The one of this page. Nothing is registered while developing: there is no sw.js then. */
export const { offlineState, updateWaiting, subscribe, applyUpdate, start } = createOffline({
  serviceWorker: import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
  whenIdle,
  whenWorthAsking,
  reload: () => {
    location.reload()
  },
})
