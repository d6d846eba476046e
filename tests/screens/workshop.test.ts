/** Names for what this tab makes in the browser's private folder, and what goes when. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  clearLeftBehind,
  emptyWorkshop,
  nextHandedOver,
  nextWorkshopFile,
  takeBackWorkshopFile,
} from '../../src/screens/parcel/workshop'
import { PrivateFolder } from '../workers/private-folder'

const folder = new PrivateFolder()
beforeAll(() => vi.stubGlobal('navigator', folder.navigator))
// Other tests share the process.
afterAll(() => vi.unstubAllGlobals())

function lay(...names: readonly string[]): void {
  for (const name of names) folder.names.add(name)
}

// A tab has one name as long as it lives, so all of it is one test.
test('a tab names its files, keeps them as long as it lives, and clears away no other that lives', async () => {
  lay('mati.1.0')
  expect(await emptyWorkshop()).toBe(true)
  expect([...folder.names]).toEqual(['mati.1.0'])

  const first = await nextWorkshopFile()
  const [tab = ''] = first.split('.')
  expect([...folder.names]).toEqual([])
  expect([...folder.locks]).toEqual([`parcel-${tab}`])
  lay(`${first}.0`)
  const second = await nextWorkshopFile()
  expect([first, second]).toEqual([`${tab}.1`, `${tab}.2`])
  expect([...folder.names]).toEqual([`${first}.0`])

  lay('lain.1.0', 'mati.1.0')
  folder.locks.add('parcel-lain')
  await clearLeftBehind()
  expect([...folder.names]).toEqual([`${first}.0`, 'lain.1.0'])

  const dossier = await nextHandedOver('dossier')
  lay(`${dossier}.0`)
  const parcel = await nextHandedOver('parcel')
  lay(`${parcel}.made`)
  expect(await takeBackWorkshopFile(first)).toBe(true)
  expect([...folder.names], 'only its own').toEqual(['lain.1.0', `${dossier}.0`, `${parcel}.made`])
  expect(await nextHandedOver('dossier')).not.toBe(dossier)
  expect([...folder.names], 'only the one of this kind').toEqual(['lain.1.0', `${parcel}.made`])
  expect(await takeBackWorkshopFile(parcel)).toBe(true)

  lay(`${second}.made`)
  folder.inUse.add(`${second}.made`)
  expect(await emptyWorkshop()).toBe(false)
  expect([...folder.names]).toEqual(['lain.1.0', `${second}.made`])
  folder.inUse.clear()
  expect(await emptyWorkshop()).toBe(true)
  expect([...folder.names]).toEqual(['lain.1.0'])
})
