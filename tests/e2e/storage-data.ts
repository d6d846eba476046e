/** What lies in the browser's database, read past the app, and what follows from it. */
import { expect, type Page } from '@playwright/test'
import { changeSchema, type Change } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'

export interface Dump {
  readonly [store: string]: { readonly keys: unknown[]; readonly rows: unknown[] }
}

/** All stores with all their keys and rows: "nothing has changed" is compared by this. */
export function dump(page: Page): Promise<Dump> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('database'))
      })
    const database = await wait(indexedDB.open('spbe-mandiri'))
    const contents: Record<string, { keys: unknown[]; rows: unknown[] }> = {}
    const names = [...database.objectStoreNames]
    if (names.length > 0) {
      const transaction = database.transaction(names)
      for (const name of names) {
        const store = transaction.objectStore(name)
        contents[name] = { keys: await wait(store.getAllKeys()), rows: await wait(store.getAll()) }
      }
    }
    database.close()
    return contents
  })
}

/** One store with all its keys and rows; as text on the way, because thousands of objects keep Playwright busy for seconds. */
export async function storeOnDisk<Row>(
  page: Page,
  store: string,
): Promise<{ readonly keys: string[]; readonly rows: Row[] }> {
  const text = await page.evaluate(async (name) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('database'))
      })
    const database = await wait(indexedDB.open('spbe-mandiri'))
    const isThere = database.objectStoreNames.contains(name)
    const store = isThere ? database.transaction(name).objectStore(name) : null
    const keys = store ? await wait(store.getAllKeys()) : []
    const rows = store ? await wait(store.getAll()) : []
    database.close()
    return JSON.stringify({ keys, rows })
  }, store)
  return JSON.parse(text) as { keys: string[]; rows: Row[] }
}

/** Changes on disk, of all assessments. */
export async function changesOnDisk(page: Page): Promise<Change[]> {
  const { rows } = await storeOnDisk<{ readonly change: unknown }>(page, 'changes')
  return rows.map(({ change }) => changeSchema.parse(change))
}

async function answerOnDisk(page: Page, indicator: string) {
  return valuesOf(presentOf(await changesOnDisk(page)), { kind: 'indicator', id: indicator })
}

/** The present analysis of an indicator, on disk, in the one assessment that is there. */
export async function textOnDisk(page: Page, indicator: string): Promise<string | undefined> {
  return (await answerOnDisk(page, indicator)).analysis
}

/** Its present level. */
export async function levelOnDisk(page: Page, indicator: string): Promise<number | null | undefined> {
  return (await answerOnDisk(page, indicator)).value
}

/** All values a field of an indicator ever had, on disk. */
export async function historyOnDisk(page: Page, indicator: string, field: string): Promise<unknown[]> {
  const changes = await changesOnDisk(page)
  return changes
    .filter(
      ({ target, field: name }) => target.kind === 'indicator' && target.id === indicator && name === field,
    )
    .map(({ value }) => value)
}

/** Waits until a text is the present one on disk. */
export async function expectOnDisk(page: Page, indicator: string, text: string): Promise<void> {
  await expect.poll(() => textOnDisk(page, indicator)).toBe(text)
}

/** A repeatable stream of whole numbers below `below`. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
