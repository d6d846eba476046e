import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../src/screens/app/new-id'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => vi.unstubAllGlobals())

test('an id is a UUID of version 4, another one each time', () => {
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) expect(id).toMatch(UUID)
  expect(new Set(ids).size).toBe(100)
})

test('where the page is not served securely the id is made by hand', () => {
  const getRandomValues = crypto.getRandomValues.bind(crypto)
  vi.stubGlobal('crypto', { getRandomValues })
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) expect(id).toMatch(UUID)
  expect(new Set(ids).size).toBe(100)
})
