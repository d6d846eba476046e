import { expect, test } from 'vitest'
import { storeInGroups, WAITING_LIMIT } from '../../src/workers/group-store'

/** A disk that takes a group when it is told to, and refuses groups with these files. */
function slowDisk(refused: readonly number[] = []) {
  const groups: number[][] = []
  const taking: (() => void)[] = []
  return {
    groups,
    take: () => taking.shift()?.(),
    store: (files: readonly number[]) =>
      new Promise<void>((resolve, reject) => {
        groups.push([...files])
        taking.push(() => {
          if (files.some((file) => refused.includes(file))) reject(new Error('full'))
          else resolve()
        })
      }),
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('what comes while the disk is busy goes there together, and no more is read than may wait', async () => {
  const disk = slowDisk()
  const ended: [number, unknown][] = []
  const store = storeInGroups<number>(disk.store, (file, cause) => ended.push([file, cause]))
  await store.add(0)
  for (let file = 1; file < WAITING_LIMIT; file += 1) await store.add(file)
  let mayGoOn = false
  const last = store.add(WAITING_LIMIT).then(() => (mayGoOn = true))
  await settled()
  expect(mayGoOn).toBe(false)
  expect(ended).toEqual([])
  disk.take()
  await last
  expect(ended).toEqual([[0, null]])
  expect(disk.groups).toEqual([[0], Array.from({ length: WAITING_LIMIT }, (_, at) => at + 1)])
  const end = store.end()
  disk.take()
  await end
  expect(ended.map(([file]) => file)).toEqual(Array.from({ length: WAITING_LIMIT + 1 }, (_, at) => at))
})

test('of a group that fails each file has its own fate', async () => {
  const disk = slowDisk([2])
  const ended = new Map<number, unknown>()
  const store = storeInGroups<number>(disk.store, (file, cause) => ended.set(file, cause))
  await Promise.all([store.add(0), store.add(1)])
  const last = store.add(2)
  const end = store.end()
  for (let turn = 0; turn < 4; turn += 1) {
    disk.take()
    await settled()
  }
  await Promise.all([last, end])
  expect(disk.groups).toEqual([[0], [1, 2], [1], [2]])
  expect([...ended]).toEqual([
    [0, null],
    [1, null],
    [2, new Error('full')],
  ])
})
