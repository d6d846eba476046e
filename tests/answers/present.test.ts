import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldKey, sameValue, targetKey, type Change, type ChangeValue } from '../../src/answers/change'
import {
  emptyPresent,
  fieldState,
  fieldStates,
  headIds,
  idsOf,
  presentOf,
  valuesOf,
  withChanges,
  type Present,
} from '../../src/answers/present'
import { ASSESSMENT, changeOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'

const I07 = indicatorTarget('I07')

function level(id: string, value: ChangeValue, replaces: readonly string[] = []): Change {
  return changeOf(id, I07, 'value', value, replaces)
}

function valueOf(present: Present) {
  return valuesOf(present, I07).value
}

describe('the present of a field', () => {
  it('is unknown before the first change', () => {
    expect(valueOf(emptyPresent)).toBeUndefined()
    expect(fieldState(emptyPresent, I07, 'value')).toBeUndefined()
    expect(headIds(emptyPresent, I07, 'value')).toEqual([])
  })

  it('is the value of its only head', () => {
    const present = presentOf([level('a', 2), level('b', 3, ['a'])])
    expect(valueOf(present)).toBe(3)
    expect(headIds(present, I07, 'value')).toEqual(['b'])
    expect([...present.differences]).toEqual([])
  })

  it('keeps every earlier change to bring back', () => {
    const present = presentOf([level('a', 2), level('b', 3, ['a']), level('c', 2, ['b'])])
    expect(fieldState(present, I07, 'value')?.changes.map((change) => change.id)).toEqual(['a', 'b', 'c'])
    expect(valueOf(present)).toBe(2)
  })

  it('is the value two people agree on', () => {
    const present = presentOf([level('a', 3), level('b', 3)])
    expect(valueOf(present)).toBe(3)
    expect([...present.differences]).toEqual([])
    expect(headIds(present, I07, 'value')).toEqual(['a', 'b'])
  })

  it('is open where two people differ: both are kept, neither wins, nothing is averaged', () => {
    const present = presentOf([level('a', 2), level('b', 4)])
    expect(valueOf(present)).toBeUndefined()
    expect([...present.differences]).toEqual(['indicator:I07/value'])
    expect(fieldState(present, I07, 'value')?.heads.map((head) => head.value)).toEqual([2, 4])
  })

  it('is open where one of two people who saw the same value blanks it', () => {
    const present = presentOf([level('a', 2), level('b', 3, ['a']), level('c', null, ['a'])])
    expect([...present.differences]).toEqual(['indicator:I07/value'])
  })

  it('is the decision that replaces both, even where it takes up one of them', () => {
    const present = presentOf([level('a', 2), level('b', 4), level('c', 4, ['a', 'b'])])
    expect(valueOf(present)).toBe(4)
    expect([...present.differences]).toEqual([])
    expect(headIds(present, I07, 'value')).toEqual(['c'])
  })

  it('is open again where someone who did not know of the decision changes it too', () => {
    const present = presentOf([level('a', 2), level('b', 4), level('c', 4, ['a', 'b']), level('d', 5, ['b'])])
    expect([...present.differences]).toEqual(['indicator:I07/value'])
    expect(headIds(present, I07, 'value')).toEqual(['c', 'd'])
  })

  it('is null, not unknown, where a level was taken back', () => {
    const present = presentOf([level('a', 2), level('b', null, ['a'])])
    expect(valuesOf(present, I07)).toEqual({ value: null })
  })

  it('does not mind replacing changes it never heard of, or hearing of them later', () => {
    const before = presentOf([level('b', 3, ['a', 'lost'])])
    expect(valueOf(before)).toBe(3)
    const after = withChanges(before, [level('a', 2)])
    expect(valueOf(after)).toBe(3)
    expect([...after.differences]).toEqual([])
  })

  it('compares lists by what they hold', () => {
    const kinds = (id: string, value: string[]) => changeOf(id, I07, 'obstacleKinds', value)
    expect([...presentOf([kinds('a', ['sdm']), kinds('b', ['sdm'])]).differences]).toEqual([])
    expect([...presentOf([kinds('a', ['sdm']), kinds('b', ['lainnya'])]).differences]).toHaveLength(1)
  })

  it('keeps fields and targets apart', () => {
    const present = presentOf([
      level('a', 2),
      changeOf('b', I07, 'analysis', 'Sudah ditetapkan.'),
      changeOf('c', indicatorTarget('I08'), 'value', 4),
      changeOf('d', ASSESSMENT, 'year', 2025),
    ])
    expect(valuesOf(present, I07)).toEqual({ value: 2, analysis: 'Sudah ditetapkan.' })
    expect(valuesOf(present, indicatorTarget('I08'))).toEqual({ value: 4 })
    expect(valuesOf(present, { kind: 'assessment' })).toEqual({ year: 2025 })
    expect([...present.differences]).toEqual([])
  })

  it('is not confused by a document and an indicator of one name', () => {
    const present = presentOf([
      changeOf('a', documentTarget('I07'), 'title', 'Perwali Contoh'),
      changeOf('b', I07, 'subject', 'Aplikasi Contoh'),
    ])
    expect(valuesOf(present, documentTarget('I07'))).toEqual({ title: 'Perwali Contoh' })
    expect(idsOf(present, 'document')).toEqual(['I07'])
    expect(idsOf(present, 'indicator')).toEqual(['I07'])
    expect(idsOf(present, 'citation')).toEqual([])
  })
})

describe('taking changes in', () => {
  it('amends a change of the same id in place, as when a text is being typed', () => {
    const typed = (value: string) => changeOf('a', I07, 'analysis', value)
    const before = presentOf([typed('Sudah'), changeOf('b', I07, 'facts', 'Ada.')])
    const after = withChanges(before, [typed('Sudah ditetapkan')])
    expect(valuesOf(after, I07).analysis).toBe('Sudah ditetapkan')
    expect(fieldState(after, I07, 'analysis')?.changes).toHaveLength(1)
    expect([...after.differences]).toEqual([])
  })

  it('opens and closes a difference when one of its sides is amended', () => {
    const open = presentOf([level('a', 2), level('b', 4)])
    const closed = withChanges(open, [level('b', 2)])
    expect(valueOf(closed)).toBe(2)
    expect([...closed.differences]).toEqual([])
    expect([...withChanges(closed, [level('b', 5)]).differences]).toEqual(['indicator:I07/value'])
  })

  it('leaves the present it started from as it was', () => {
    const before = presentOf([level('a', 2)])
    withChanges(before, [level('b', 5), changeOf('c', documentTarget('d1'), 'title', 'Baru')])
    expect(valueOf(before)).toBe(2)
    expect(idsOf(before, 'document')).toEqual([])
    expect(before.differences.size).toBe(0)
    expect(emptyPresent.fields.size).toBe(0)
  })

  it('gives the same present when there is nothing to take in', () => {
    const before = presentOf([level('a', 2)])
    expect(withChanges(before, [])).toBe(before)
  })

  it('keeps the identity of what was not touched, so that views compare by reference', () => {
    const I08 = indicatorTarget('I08')
    const before = presentOf([
      level('a', 2),
      changeOf('b', I08, 'value', 3),
      changeOf('c', I08, 'analysis', 'x'),
    ])
    const after = withChanges(before, [level('d', 4, ['a'])])
    expect(valuesOf(after, I08)).toBe(valuesOf(before, I08))
    expect(fieldState(after, I08, 'value')).toBe(fieldState(before, I08, 'value'))
    expect(valuesOf(after, I07)).not.toBe(valuesOf(before, I07))
    const blank = indicatorTarget('I09')
    expect(valuesOf(after, blank)).toBe(valuesOf(before, blank))
  })

  it('lists targets in the order in which they appeared', () => {
    const titled = ['d2', 'd1', 'd3'].map((id) => changeOf(`t-${id}`, documentTarget(id), 'title', id))
    const present = withChanges(presentOf(titled), [
      changeOf('n', documentTarget('d1'), 'number', '4'),
      changeOf('k', citationTarget('c1'), 'document', 'd1'),
    ])
    expect(idsOf(present, 'document')).toEqual(['d2', 'd1', 'd3'])
    expect(idsOf(present, 'citation')).toEqual(['c1'])
  })
})

describe('the union of changes', () => {
  const fields = [
    [indicatorTarget('I01'), 'value'],
    [indicatorTarget('I01'), 'followUpLevel'],
    [indicatorTarget('I02'), 'value'],
    [documentTarget('d1'), 'confidential'],
  ] as const

  /** Changes that replace some of those written before them, or some that nobody here knows. */
  const histories = fc
    .array(
      fc.record({
        field: fc.nat(fields.length - 1),
        value: fc.constantFrom<ChangeValue>(1, 2, 3, null),
        earlier: fc.array(fc.nat(30), { maxLength: 3 }),
        unknown: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((entries) =>
      entries.map(({ field, value, earlier, unknown }, at) => {
        const [target, name] = fields[field] ?? fields[0]
        const seen = entries
          .slice(0, at)
          .flatMap((entry, index) => (entry.field === field && earlier.includes(index) ? [`c${index}`] : []))
        return changeOf(`c${at}`, target, name, value, [...seen, ...(unknown ? [`unknown-${at}`] : [])])
      }),
    )

  function read(present: Present) {
    return {
      values: fields.map(([target, name]) => present.targets.get(targetKey(target))?.[name]),
      differences: [...present.differences].sort(),
      heads: fields.map(([target, name]) => headIds(present, target, name).sort()),
    }
  }

  it('does not depend on the order in which changes are learnt, nor on hearing of them twice', () => {
    fc.assert(
      fc.property(
        histories.chain((changes) =>
          fc.tuple(
            fc.constant(changes),
            fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length }),
            fc.subarray(changes),
            fc.nat(changes.length),
          ),
        ),
        ([changes, shuffled, repeated, cut]) => {
          const expected = read(presentOf(changes))
          expect(read(presentOf([...shuffled, ...repeated]))).toEqual(expected)
          const inTwoSteps = withChanges(presentOf(shuffled.slice(0, cut)), shuffled.slice(cut))
          expect(read(inTwoSteps)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('has a value exactly where its heads agree', () => {
    fc.assert(
      fc.property(histories, (changes) => {
        const present = presentOf(changes)
        for (const { heads } of fieldStates(present)) {
          const [head] = heads
          const values = new Set(heads.map(({ value }) => value))
          expect(head && present.differences.has(fieldKey(head.target, head.field))).toBe(values.size > 1)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('whether two values are the same to a reader', () => {
  it.each<[ChangeValue, ChangeValue, boolean]>([
    [3, 3, true],
    [3, 4, false],
    [3, '3', false],
    [null, '', false],
    [false, null, false],
    ['a', 'a', true],
    ['a', 'a ', false],
    [['sdm', 'lainnya'], ['sdm', 'lainnya'], true],
    [['sdm'], 'sdm', false],
    [[], [], true],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameValue(one, other)).toBe(same)
    expect(sameValue(other, one)).toBe(same)
  })
})
