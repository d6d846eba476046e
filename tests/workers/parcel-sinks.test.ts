/** What half-made parcels and dossiers leave in the browser's private folder, and which of it is cleared away. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearWorkshop, keepWorkshopFiles } from '../../src/workers/parcel-sinks'
import { PrivateFolder } from './private-folder'

let folder: PrivateFolder
beforeEach(() => {
  folder = new PrivateFolder()
  vi.stubGlobal('navigator', folder.navigator)
})
// Tests of other workers share the process.
afterEach(() => vi.unstubAllGlobals())

function lay(...names: readonly string[]): void {
  for (const name of names) folder.names.add(name)
}

test('only what is named goes, and what tabs left that are no more', async () => {
  await keepWorkshopFiles('sini')
  await keepWorkshopFiles('lain')
  lay('sini.1.0', 'sini.1.1', 'sini.2.0', 'sini.10.0', 'lain.1.0', 'mati.1.0', 'mati.2.made')
  expect(await clearWorkshop('sini.1')).toBe(true)
  expect([...folder.names]).toEqual(['sini.2.0', 'sini.10.0', 'lain.1.0'])
  expect(await clearWorkshop('')).toBe(true)
  expect([...folder.names]).toEqual(['sini.2.0', 'sini.10.0', 'lain.1.0'])
  expect(await clearWorkshop('sini')).toBe(true)
  expect([...folder.names]).toEqual(['lain.1.0'])
})

test('what a worker still holds is told of, and the rest goes all the same', async () => {
  await keepWorkshopFiles('sini')
  lay('sini.1.0', 'sini.1.1')
  folder.inUse.add('sini.1.0')
  expect(await clearWorkshop('sini.1')).toBe(false)
  expect([...folder.names]).toEqual(['sini.1.0'])
  folder.inUse.clear()
  expect(await clearWorkshop('sini.1')).toBe(true)
  expect([...folder.names]).toEqual([])
})

test('where there is no private folder, there is nothing to clear away', async () => {
  lay('mati.1.0')
  folder.opening = Promise.reject(new DOMException('private window', 'SecurityError'))
  expect(await clearWorkshop('')).toBe(true)
  vi.stubGlobal('navigator', {})
  await keepWorkshopFiles('sini')
  expect(await clearWorkshop('sini')).toBe(true)
  expect([...folder.names]).toEqual(['mati.1.0'])
})
