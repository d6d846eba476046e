import { expect, test } from 'vitest'
import { opened, proposed, sheetsInputOf, written } from './fixture'

test('a full assessment written and read back changes nothing, and refuses nothing', async () => {
  const input = sheetsInputOf()
  const bytes = await written(input)
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/a.xlsx', bytes)
  const book = await opened(bytes)
  const proposal = proposed(book, input)
  expect(proposal.changes).toEqual([])
  expect(proposal.refused).toEqual([])
  expect(proposal.notes).toEqual([])
  expect(proposal.rowsRead).toBe(47)
  expect(book.sheets.map((s) => s.name)).toEqual([])
})
