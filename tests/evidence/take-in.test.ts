import { expect, test } from 'vitest'
import type { Change } from '../../src/answers/change'
import { presentOf } from '../../src/answers/present'
import { evidenceOf } from '../../src/evidence/evidence'
import { takeIn, type Aim, type Entry } from '../../src/evidence/take-in'

const ONE = { sha256: '1'.repeat(64), size: 10, mediaType: 'pdf' as const, name: 'SK Tim.pdf' }
const OTHER = { ...ONE, sha256: '2'.repeat(64), name: 'SK Tim (1).pdf' }

/** An assessment's evidence, and taking files into it. */
function pool() {
  let count = 0
  const newId = () => `id-${(count += 1)}`
  const changes: Change[] = []
  const evidence = () => evidenceOf(presentOf(changes))
  const set = (entries: readonly Entry[]) => {
    for (const { target, field, value } of entries) {
      changes.push({
        id: newId(),
        target,
        field,
        value,
        replaces: [],
        unit: '',
        person: '',
        at: '2026-11-22T00:00:00.000Z',
      })
    }
  }
  return {
    evidence,
    take(aim: Aim, file: typeof ONE) {
      const taken = takeIn(evidence(), aim, file, 3, newId)
      set(taken.entries)
      return taken
    },
  }
}

test('straight onto an indicator: document, file and citation in one go', () => {
  const { evidence, take } = pool()
  expect(take({ indicator: 'I01' }, ONE)).toMatchObject({ what: 'new-document', title: 'SK Tim' })
  const [document] = evidence().documents
  expect(document).toMatchObject({ title: 'SK Tim', files: [ONE] })
  expect(evidence().citations.get('I01')).toMatchObject([{ document: { id: document?.id }, level: 3 }])
})

test('a name that is nothing but an ending is the title', () => {
  const { evidence, take } = pool()
  take({}, { ...ONE, name: '.pdf' })
  expect(evidence().documents).toMatchObject([{ title: '.pdf', files: [{ name: '.pdf' }] }])
})

test('the same bytes under another name: only a citation, and only one', () => {
  const { evidence, take } = pool()
  take({}, ONE)
  const again = { ...ONE, name: 'lain.pdf' }
  expect(take({}, again)).toMatchObject({ what: 'known', entries: [] })
  expect(take({ indicator: 'I01' }, again)).toMatchObject({ what: 'cited-known', title: 'SK Tim' })
  expect(take({ indicator: 'I01' }, again)).toMatchObject({ what: 'known', entries: [] })
  expect(evidence().documents).toHaveLength(1)
  expect(evidence().documents[0]?.files).toHaveLength(1)
  expect(evidence().citations.get('I01')).toHaveLength(1)
})

test('a new version goes to its document, newest last, and once', () => {
  const { evidence, take } = pool()
  const { document } = take({}, ONE)
  expect(take({ document }, OTHER)).toMatchObject({ what: 'new-version' })
  expect(take({ document }, OTHER)).toMatchObject({ what: 'known', entries: [] })
  expect(evidence().documents[0]?.files.map(({ name }) => name)).toEqual(['SK Tim.pdf', 'SK Tim (1).pdf'])
})

test('a document that was deleted meanwhile gets a new one in its place', () => {
  const { evidence, take } = pool()
  expect(take({ document: 'hilang' }, ONE)).toMatchObject({ what: 'new-document' })
  expect(evidence().documents).toHaveLength(1)
})
