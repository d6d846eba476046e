import { vi } from 'vitest'
import type { StoredAssessment } from '../../src/storage/stored-assessment'
import type { News, NewsChannel } from '../../src/storage/news'
import { readAssessment } from '../../src/storage/assessments'
import { openSession, type Session } from '../../src/screens/session/session'
import { spbe2020 } from '../examples/spbe-2020'
import { connect, ID } from '../storage/fresh'
import type { Database } from '../../src/storage/database'

/** A localStorage of its own, with what it begins with. */
export function memoryStorage(contents: Readonly<Record<string, string>> = {}): Storage {
  const rows = new Map(Object.entries(contents))
  return {
    get length() {
      return rows.size
    },
    clear: () => rows.clear(),
    getItem: (key) => rows.get(key) ?? null,
    key: (index) => [...rows.keys()][index] ?? null,
    removeItem: (key) => void rows.delete(key),
    setItem: (key, value) => void rows.set(key, value),
  }
}

export function contentsOf(storage: Storage): Record<string, string> {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return Object.fromEntries(keys.map((key) => [key, storage.getItem(key) ?? '']))
}

/** The page a session listens to, for tests without one. */
export class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'

  /** Stands in for `document` and `window`. */
  install(): void {
    vi.stubGlobal('document', this)
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback))
    vi.stubGlobal('addEventListener', this.addEventListener.bind(this))
    vi.stubGlobal('removeEventListener', this.removeEventListener.bind(this))
    vi.stubGlobal('localStorage', memoryStorage())
  }

  hide(): void {
    this.visibilityState = 'hidden'
    this.dispatchEvent(new Event('visibilitychange'))
  }

  show(): void {
    this.visibilityState = 'visible'
    this.dispatchEvent(new Event('visibilitychange'))
  }

  leave(): void {
    this.dispatchEvent(new Event('pagehide'))
  }
}

/** News between tabs that arrives when the test says so, in order, as BroadcastChannel delivers it. */
export class SlowNews {
  readonly #inboxes: { readonly listeners: Set<(news: News) => void>; readonly waiting: News[] }[] = []

  open(): NewsChannel & { readonly deliver: (most?: number) => void } {
    const listeners = new Set<(news: News) => void>()
    const inbox = { listeners, waiting: [] as News[] }
    const inboxes = this.#inboxes
    inboxes.push(inbox)
    return {
      publish: (news) => {
        for (const other of inboxes) if (other !== inbox) other.waiting.push(news)
      },
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => void inboxes.splice(inboxes.indexOf(inbox), 1),
      deliver(most = Infinity) {
        for (const news of inbox.waiting.splice(0, most)) for (const listener of listeners) listener(news)
      },
    }
  }
}

export interface Tab {
  readonly session: Session
  readonly database: Database
  readonly news: ReturnType<SlowNews['open']>
}

/** Opens the assessment in a tab with a connection of its own. */
export async function openTab(bus: SlowNews, id = ID): Promise<Tab> {
  const database = await connect()
  const news = bus.open()
  const stored: StoredAssessment | undefined = await readAssessment(database, id)
  if (!stored) throw new Error(`no assessment ${id}`)
  const session = await openSession({ database, news, instrument: spbe2020, stored })
  return { session, database, news }
}

/** Lets everything that is under way in the database and between promises come to its end. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
