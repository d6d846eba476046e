import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../src/screens/app/app'
import type { AppServices } from '../../src/screens/app/app-context'
import { createAssessment, type NewAssessment } from '../../src/screens/session/create'
import { openDatabase } from '../../src/storage/database'
import { openNews } from '../../src/storage/news'
import { entryOf } from '../examples/shipped'

/** A fresh, empty database with everything `main.tsx` opens. */
export async function freshServices(): Promise<AppServices> {
  globalThis.indexedDB = new IDBFactory()
  localStorage.clear()
  const opening = await openDatabase({
    onOutdated: () => Promise.resolve(),
    onWaiting: () => undefined,
    onLost: () => undefined,
  })
  if (opening.status !== 'open') throw new Error(`database is ${opening.status}`)
  return { database: opening.database, news: openNews() }
}

/** Stores an assessment of "Kabupaten Contoh" and returns its id. */
export function storeExample(services: AppServices, changes: Partial<NewAssessment> = {}): Promise<string> {
  const target = { kind: 'assessment' } as const
  return createAssessment(services, {
    instrument: entryOf('spbe-2020'),
    origin: 'own',
    scope: 'all',
    author: { unit: 'Dinas Contoh', person: 'Nama Contoh' },
    ...changes,
    entries: [
      { target, field: 'institutionKind', value: 'kabupaten' },
      { target, field: 'institutionName', value: 'Kabupaten Contoh' },
      { target, field: 'year', value: 2025 },
      ...(changes.entries ?? []),
    ],
  })
}

/** Renders the app at an address, as a person would open it. */
export function renderApp(services: AppServices, hash: string) {
  location.hash = hash
  return { user: userEvent.setup(), ...render(<App services={services} />) }
}
