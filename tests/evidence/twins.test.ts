import { expect, test } from 'vitest'
import type { Change } from '../../src/answers/change'
import { presentOf, withChanges, type Present } from '../../src/answers/present'
import { evidenceOf, type Evidence } from '../../src/evidence/evidence'
import { headIds } from '../../src/answers/present'
import type { Entry } from '../../src/evidence/take-in'
import { joinTwins, twinOf } from '../../src/evidence/twins'

let count = 0
function changed(present: Present, entries: readonly Entry[]): Present {
  return entries.reduce((before, { target, field, value }) => {
    const change: Change = {
      id: `c-${(count += 1)}`,
      target,
      field,
      value,
      replaces: headIds(before, target, field),
      unit: '',
      person: '',
      at: '2026-11-22T00:00:00.000Z',
    }
    return withChanges(before, [change])
  }, present)
}

const document = (id: string, values: Readonly<Record<string, string | boolean>>): Entry[] =>
  Object.entries(values).map(([field, value]) => ({ target: { kind: 'document', id }, field, value }))
const file = (id: string, of: string, digit: string): Entry[] =>
  Object.entries({ document: of, sha256: digit.repeat(64), name: id, size: 1, mediaType: 'pdf' }).map(
    ([field, value]) => ({ target: { kind: 'file', id }, field, value }),
  )
const citation = (id: string, indicator: string, of: string): Entry[] =>
  Object.entries({ indicator, document: of }).map(([field, value]) => ({
    target: { kind: 'citation', id },
    field,
    value,
  }))

const pool = changed(presentOf([]), [
  ...document('satu', { title: 'SK', number: '7' }),
  ...document('dua', { title: 'SK tim', number: '8', issuer: 'Bupati', confidential: true }),
  ...document('lain', { title: 'Lain' }),
  ...file('f1', 'satu', '1'),
  ...file('f2', 'dua', '1'),
  ...file('f3', 'dua', '2'),
  ...file('f4', 'lain', '3'),
  ...citation('r1', 'I01', 'satu'),
  ...citation('r2', 'I02', 'dua'),
])

/** What a person sees of it, without the order in which citations were made. */
const seen = ({ documents, citations }: Evidence) => ({
  documents: documents.map(({ removedFiles: _, ...rest }) => rest),
  citations: [...citations].map(([indicator, list]) => [indicator, list.map(({ document }) => document.id)]),
})

test('documents with the same bytes are found', () => {
  const evidence = evidenceOf(pool)
  expect(evidence.documents.map((one) => twinOf(evidence, one)?.id)).toEqual(['dua', 'satu', undefined])
})

test('joined: citations and files move, confidential wins, what was written stays', () => {
  const { entries } = joinTwins(evidenceOf(pool), 'satu', 'dua')
  const joined = evidenceOf(changed(pool, entries))
  expect(joined.documents.map(({ id }) => id)).toEqual(['satu', 'lain'])
  expect(joined.documents[0]).toMatchObject({
    title: 'SK',
    number: '7',
    issuer: 'Bupati',
    confidential: true,
  })
  expect(joined.documents[0]?.files.map(({ id }) => id)).toEqual(['f1', 'f3'])
  expect([...joined.citations].map(([id, [first]]) => [id, first?.document.id])).toEqual([
    ['I01', 'satu'],
    ['I02', 'satu'],
  ])
  expect(joined.documents.filter((document) => twinOf(joined, document))).toEqual([])
})

test('and undone it is as before', () => {
  const { entries, undo } = joinTwins(evidenceOf(pool), 'satu', 'dua')
  expect(seen(evidenceOf(changed(changed(pool, entries), undo)))).toEqual(seen(evidenceOf(pool)))
})

test('nothing comes of a document that is not there', () => {
  expect(joinTwins(evidenceOf(pool), 'satu', 'hilang').entries).toEqual([])
  expect(joinTwins(evidenceOf(pool), 'satu', 'satu').entries).toEqual([])
})
