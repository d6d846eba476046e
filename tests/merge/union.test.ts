import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/answers/change'
import { fieldState, presentOf } from '../../src/answers/present'
import { sameContent, unite } from '../../src/merge/union'
import { changeOf, indicatorTarget } from '../examples/changes'

const I01 = indicatorTarget('I01')

function level(id: string, value: number, replaces: readonly string[] = []): Change {
  return changeOf(id, I01, 'value', value, replaces)
}

/** Many changes of few fields; each replaces only earlier ones, as it does when people make them. */
const world = fc
  .array(
    fc.record({
      indicator: fc.constantFrom('I01', 'I02'),
      value: fc.integer({ min: 1, max: 5 }),
      replaced: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ indicator, value, replaced }, index) =>
      changeOf(
        `c${index}`,
        indicatorTarget(indicator),
        'value',
        value,
        [...new Set(replaced)].filter((other) => other < index).map((other) => `c${other}`),
      ),
    ),
  )

/** Parts of one world, as they lie on three computers, each in an order of its own. */
const parts = world.chain((changes) =>
  fc.tuple(fc.shuffledSubarray(changes), fc.shuffledSubarray(changes), fc.shuffledSubarray(changes)),
)

const RUNS = { numRuns: 300 }

function united(...sets: readonly (readonly Change[])[]): Change[] {
  return sets.reduce<Change[]>((known, incoming) => {
    const union = unite(known, incoming)
    if (union.status === 'refused') throw new Error(`refused: ${union.fault.kind}`)
    return [...known, ...union.added]
  }, [])
}

/** What a set of changes says, whatever their order. */
function meaning(changes: readonly Change[]) {
  const present = presentOf(changes)
  const heads = ['I01', 'I02'].map((id) =>
    (fieldState(present, indicatorTarget(id), 'value')?.heads ?? []).map((head) => head.id).sort(),
  )
  return { ids: changes.map(({ id }) => id).sort(), heads, differences: [...present.differences].sort() }
}

describe('uniting', () => {
  it('the same twice adds nothing the second time', () => {
    fc.assert(
      fc.property(parts, ([one, other]) => {
        const once = united(one, other)
        expect(unite(once, other)).toEqual({ status: 'united', added: [] })
        expect(unite(once, once)).toEqual({ status: 'united', added: [] })
      }),
      RUNS,
    )
  })

  it('in either order says the same', () => {
    fc.assert(
      fc.property(parts, ([one, other]) => {
        expect(meaning(united(one, other))).toEqual(meaning(united(other, one)))
      }),
      RUNS,
    )
  })

  it('of three computers does not depend on who is merged first', () => {
    fc.assert(
      fc.property(parts, ([one, two, three]) => {
        const leftFirst = united(united(one, two), three)
        const rightFirst = united(one, united(two, three))
        expect(meaning(leftFirst)).toEqual(meaning(rightFirst))
      }),
      RUNS,
    )
  })

  it('takes nothing away and adds exactly what was unknown', () => {
    fc.assert(
      fc.property(parts, ([one, other]) => {
        const union = unite(one, other)
        const known = new Set(one.map(({ id }) => id))
        expect(union).toEqual({ status: 'united', added: other.filter(({ id }) => !known.has(id)) })
      }),
      RUNS,
    )
  })

  it('keeps both of two levels chosen over the same one', () => {
    const known = [level('a', 1), level('b', 2, ['a'])]
    const union = unite(known, [level('a', 1), level('c', 3, ['a'])])
    expect(union).toEqual({ status: 'united', added: [level('c', 3, ['a'])] })
    expect(meaning([...known, level('c', 3, ['a'])]).differences).toEqual(['indicator:I01/value'])
  })

  it('takes replaced ids that nobody knows', () => {
    expect(unite([], [level('a', 1, ['never-seen'])]).status).toBe('united')
  })
})

describe('one id with two contents is refused', () => {
  const change = level('a', 1, ['x', 'y'])
  it.each([
    ['value', { ...change, value: 2 }],
    ['field', { ...change, field: 'followUpLevel' }],
    ['target', { ...change, target: indicatorTarget('I02') }],
    ['what it replaces', { ...change, replaces: ['x'] }],
    ['unit', { ...change, unit: 'Dinas Lain' }],
    ['person', { ...change, person: 'Nama Lain' }],
    ['time', { ...change, at: '2025-06-02T01:00:01Z' }],
  ])('another %s', (_, other) => {
    expect(sameContent(change, other)).toBe(false)
    const refused = { status: 'refused', fault: { kind: 'two-contents', changeId: 'a' } }
    expect(unite([change], [other])).toEqual(refused)
    expect(unite([], [change, other])).toEqual(refused)
  })

  it('but not for another order of its keys or of what it replaces', () => {
    const { id, ...rest } = change
    expect(unite([change], [{ ...rest, replaces: ['y', 'x'], id }])).toEqual({ status: 'united', added: [] })
  })
})

describe('rings', () => {
  const ring = (length: number) =>
    Array.from({ length }, (_, index) => level(`r${index}`, 1, [`r${(index + 1) % length}`]))

  it.each([1, 2, 3, 1000])('of %i changes are refused', (length) => {
    expect(unite([], ring(length))).toMatchObject({ status: 'refused', fault: { kind: 'ring' } })
  })

  it('that only close with what is known already are refused', () => {
    expect(unite([level('a', 1, ['b'])], [level('b', 2, ['a'])])).toMatchObject({
      status: 'refused',
      fault: { kind: 'ring' },
    })
  })

  it('are found beside branches that are none', () => {
    const branches = [
      level('top', 1, ['left', 'right']),
      level('left', 1, ['end']),
      level('right', 1, ['end']),
    ]
    expect(unite([], [...branches, level('end', 1)]).status).toBe('united')
    expect(unite([], [...branches, level('end', 1, ['top'])]).status).toBe('refused')
  })

  it('are told from a chain of 100,000 changes, in whichever order it comes', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      level(`c${index}`, 1, index === 0 ? [] : [`c${index - 1}`]),
    )
    expect(unite([], chain).status).toBe('united')
    expect(unite([], [...chain].reverse()).status).toBe('united')
    expect(unite(chain.slice(1), [level('c0', 1, ['c99999'])]).status).toBe('refused')
  })
})
