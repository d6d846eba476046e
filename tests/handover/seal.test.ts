import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTooDeep } from '../../src/handover/json-depth'
import { cleanPassword, isLongEnough } from '../../src/handover/password'
import { compareSeal, shortSeal } from '../../src/handover/seal'
import words from '../../src/handover/words.json'

describe('a seal', () => {
  it('is the first 80 bits of the hash, in fours', () => {
    expect(shortSeal('0'.repeat(64))).toBe('0000-0000-0000-0000')
    expect(shortSeal('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(shortSeal(`08421084210842108421${'f'.repeat(44)}`)).toBe('1111-1111-1111-1111')
  })

  it('is none of what is no hash', () => {
    expect(() => shortSeal('abc')).toThrow(RangeError)
  })

  it('is the same however it is typed from paper, and another when one digit is', () => {
    const digits = fc.stringMatching(/^[0-9a-f]{64}$/)
    const habit = fc.record({
      small: fc.boolean(),
      between: fc.constantFrom('', ' ', '-', ' – '),
      o: fc.boolean(),
      i: fc.boolean(),
    })
    fc.assert(
      fc.property(digits, habit, fc.nat(15), (sha256, { small, between, o, i }, at) => {
        const seal = shortSeal(sha256)
        const letters = seal.replaceAll('0', o ? 'O' : '0').replaceAll('1', i ? 'l' : 'I')
        const typed = letters.split('-').join(between)
        expect(compareSeal(small ? typed.toLowerCase() : typed, seal)).toBe('same')
        const plain = seal.replaceAll('-', '')
        const other = `${plain.slice(0, at)}${plain[at] === 'A' ? 'B' : 'A'}${plain.slice(at + 1)}`
        expect(compareSeal(other, seal)).toBe('other')
        expect(compareSeal(plain.slice(0, at), seal)).toBe(at === 0 ? 'empty' : 'incomplete')
      }),
      { numRuns: 300 },
    )
  })
})

describe('JSON is too deep', () => {
  it.each([
    ['[[1]]', 2, false],
    ['[[[1]]]', 2, true],
    ['{"a":{"b":[1]}}', 2, true],
    ['["[[[[", "{{{{\\"[["]', 1, false],
    [`${'['.repeat(100_000)}`, 64, true],
    [`${'[]'.repeat(100_000)}`, 1, false],
  ])('%s', (json, limit, deep) => expect(isTooDeep(json, limit)).toBe(deep))
})

describe('a password', () => {
  it('is the same however its words are spaced', () => {
    expect(cleanPassword('  kuda  laut\tmerah ')).toBe('kuda laut merah')
    expect(isLongEnough('kuda   laut   ')).toBe(false)
    expect(isLongEnough('kuda laut 2')).toBe(false)
    expect(isLongEnough('kuda laut 22')).toBe(true)
    // Counted as people do: a letter of two halves is one.
    expect(isLongEnough('🐴'.repeat(11))).toBe(false)
    expect(isLongEnough('🐴'.repeat(12))).toBe(true)
  })

  it('is proposed from at least 2,048 plain words, each once', () => {
    expect(new Set(words).size).toBe(words.length)
    expect(words.length).toBeGreaterThanOrEqual(2048)
    expect(words.filter((word) => !/^[a-z]{3,12}$/.test(word))).toEqual([])
  })
})
