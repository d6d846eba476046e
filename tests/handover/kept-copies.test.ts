import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesToRemove, KEPT_COPIES, type Copy } from '../../src/handover/kept-copies'

const whole = (name: string): Copy => ({ name, whole: true })
const brokenOff = (name: string): Copy => ({ name, whole: false })

test('the oldest goes when a newer one is whole', () => {
  const copies = [whole('1'), whole('2'), whole('3'), brokenOff('4')]
  expect(KEPT_COPIES).toBe(3)
  expect(copiesToRemove(copies, '4')).toEqual(['1'])
})

test('one that was broken off goes, and pushes out no whole one', () => {
  expect(copiesToRemove([whole('1'), brokenOff('2'), whole('3'), brokenOff('4')], '4')).toEqual(['2'])
  expect(copiesToRemove([brokenOff('1')], '1')).toEqual([])
})

test('whatever lies there, the new one and the newest whole ones before it stay', () => {
  const lists = fc.array(fc.boolean(), { maxLength: 12 })
  fc.assert(
    fc.property(lists, (states) => {
      const before = states.map((isWhole, at): Copy => ({ name: String(at), whole: isWhole }))
      const removed = copiesToRemove([...before, brokenOff('new')], 'new')
      const kept = before.filter(({ name }) => !removed.includes(name))
      expect(removed).not.toContain('new')
      expect(kept).toEqual(before.filter((copy) => copy.whole).slice(1 - KEPT_COPIES))
    }),
  )
})
