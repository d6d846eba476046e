import { expect, test, vi } from 'vitest'
import { createOffline, offlineState } from '../../src/offline/service-worker'

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn()
  constructor(public state: ServiceWorkerState) {
    super()
  }
  become(state: ServiceWorkerState) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  active: FakeWorker | null = null
  readonly update = vi.fn(() => Promise.reject(new TypeError('no network')))
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  readonly register = vi.fn(() => Promise.resolve(this.registration))
  constructor(readonly registration: FakeRegistration) {
    super()
  }
}

/** A page with a service worker container; idle and "worth asking" happen when the test says so. */
function page(registration = new FakeRegistration()) {
  const container = new FakeContainer(registration)
  const reload = vi.fn()
  const idle: (() => void)[] = []
  const worthAsking: (() => void)[] = []
  const offline = createOffline({
    serviceWorker: container as unknown as ServiceWorkerContainer,
    whenIdle: (callback) => idle.push(callback),
    whenWorthAsking: (callback) => worthAsking.push(callback),
    reload,
  })
  const heard = vi.fn()
  offline.subscribe(heard)
  const settle = async () => {
    offline.start()
    for (const callback of idle) callback()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { offline, container, registration, reload, heard, worthAsking, settle }
}

function registrationWith(active: FakeWorker, waiting: FakeWorker | null = null) {
  return Object.assign(new FakeRegistration(), { active, waiting })
}

test('without service workers it says so and registers nothing', () => {
  const whenIdle = vi.fn()
  const offline = createOffline({
    serviceWorker: undefined,
    whenIdle,
    whenWorthAsking: vi.fn(),
    reload: vi.fn(),
  })
  offline.start()
  expect(offline.offlineState()).toBe('unsupported')
  expect(whenIdle).not.toHaveBeenCalled()
  expect(offlineState()).toBe('unsupported')
})

test('registers once, and only when the page is idle', async () => {
  const { offline, container, settle } = page()
  offline.start()
  expect(container.register).not.toHaveBeenCalled()
  await settle()
  expect(container.register).toHaveBeenCalledTimes(1)
})

test('is ready when the worker is activated, not when it is installed', async () => {
  const { offline, registration, heard, settle } = page()
  const worker = (registration.installing = new FakeWorker('installing'))
  await settle()
  expect(offline.offlineState()).toBe('preparing')
  registration.installing = null
  registration.active = worker
  worker.become('activating')
  expect(offline.offlineState()).toBe('preparing')
  heard.mockClear()
  worker.become('activated')
  expect(offline.offlineState()).toBe('ready')
  expect(heard).toHaveBeenCalled()
  expect(offline.updateWaiting()).toBe(false)
})

test('a browser that refuses the worker counts as without one', async () => {
  const { offline, container, settle } = page()
  container.register.mockRejectedValue(new DOMException('', 'SecurityError'))
  await settle()
  expect(offline.offlineState()).toBe('unsupported')
})

test('a new version waits until it is agreed to, and reloads once it has taken over', async () => {
  const registration = registrationWith(new FakeWorker('activated'))
  const { offline, reload, settle } = page(registration)
  await settle()
  const next = (registration.installing = new FakeWorker('installing'))
  registration.dispatchEvent(new Event('updatefound'))
  expect(offline.updateWaiting()).toBe(false)
  registration.installing = null
  registration.waiting = next
  next.become('installed')
  expect(offline.updateWaiting()).toBe(true)
  expect(next.postMessage).not.toHaveBeenCalled()

  offline.applyUpdate()
  expect(next.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' })
  expect(reload).not.toHaveBeenCalled()
  registration.waiting = null
  registration.active = next
  next.become('activated')
  expect(reload).toHaveBeenCalledTimes(1)
})

test('a version that waited since the last visit is offered at once', async () => {
  const { offline, settle } = page(registrationWith(new FakeWorker('activated'), new FakeWorker('installed')))
  await settle()
  expect(offline.updateWaiting()).toBe(true)
})

test('a version taken over in another tab is offered here, never forced', async () => {
  const { offline, container, reload, settle } = page(registrationWith(new FakeWorker('activated')))
  container.controller = new FakeWorker('activated')
  await settle()
  container.dispatchEvent(new Event('controllerchange'))
  expect(offline.updateWaiting()).toBe(true)
  expect(reload).not.toHaveBeenCalled()
  offline.applyUpdate()
  expect(reload).toHaveBeenCalledTimes(1)
})

test('the first worker to take the page over is no new version', async () => {
  const { offline, container, settle } = page()
  await settle()
  container.dispatchEvent(new Event('controllerchange'))
  expect(offline.updateWaiting()).toBe(false)
})

test('asks for a new version when told to, and bears being without a network', async () => {
  const { registration, worthAsking, settle } = page()
  await settle()
  for (const ask of worthAsking) ask()
  expect(registration.update).toHaveBeenCalledTimes(1)
})

test('a listener that stopped hears no more', async () => {
  const { offline, settle } = page()
  const listener = vi.fn()
  const stop = offline.subscribe(listener)
  stop()
  await settle()
  expect(listener).not.toHaveBeenCalled()
})
