import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/fields'
import { missingOf, statusOf } from '../../src/answers/status'

const LOWEST = 1
const analysis = 'Sudah ditetapkan.'

describe('status of an answer and what it lacks', () => {
  it.each<[name: string, answer: Answer, cited: number, status: string, missing: string[]]>([
    ['nothing entered', {}, 0, 'belum', ['value', 'analysis', 'evidence']],
    ['everything', { value: 3, analysis }, 1, 'lengkap', []],
    ['several citations', { value: 5, analysis }, 6, 'lengkap', []],
    ['the lowest level, which needs no evidence', { value: 1, analysis }, 0, 'lengkap', []],
    ['the lowest level with evidence', { value: 1, analysis }, 2, 'lengkap', []],
    ['the lowest level alone', { value: 1 }, 0, 'sebagian', ['analysis']],
    ['a level alone', { value: 3 }, 0, 'sebagian', ['analysis', 'evidence']],
    ['a level and evidence', { value: 3 }, 1, 'sebagian', ['analysis']],
    ['a level and analysis', { value: 3, analysis }, 0, 'sebagian', ['evidence']],
    ['analysis alone', { analysis }, 0, 'sebagian', ['value', 'evidence']],
    ['analysis and evidence', { analysis }, 1, 'sebagian', ['value']],
    ['evidence alone', {}, 1, 'sebagian', ['value', 'analysis']],
    ['a decimal value', { value: 3.25, analysis }, 1, 'lengkap', []],
    ['a level above the lowest by a little', { value: 1.01, analysis }, 0, 'sebagian', ['evidence']],
    ['a level taken back', { value: null }, 0, 'belum', ['value', 'analysis', 'evidence']],
    ['texts emptied again', { analysis: '', facts: '' }, 0, 'belum', ['value', 'analysis', 'evidence']],
    ['no obstacle ticked any more', { obstacleKinds: [] }, 0, 'belum', ['value', 'analysis', 'evidence']],
    ['an analysis of blanks only', { value: 3, analysis: ' \n\t' }, 1, 'sebagian', ['analysis']],
    ['only the subject', { subject: 'Aplikasi Contoh' }, 0, 'sebagian', ['value', 'analysis', 'evidence']],
    ['only an obstacle', { obstacleKinds: ['sdm'] }, 0, 'sebagian', ['value', 'analysis', 'evidence']],
    ['only a target level', { followUpLevel: 4 }, 0, 'sebagian', ['value', 'analysis', 'evidence']],
  ])('%s', (_, answer, cited, status, missing) => {
    expect(missingOf(answer, cited, LOWEST)).toEqual(missing)
    expect(statusOf(answer, cited, LOWEST)).toBe(status)
  })

  it('takes 0 for an answer where the scale begins at 0', () => {
    expect(statusOf({ value: 0, analysis }, 0, 0)).toBe('lengkap')
    expect(missingOf({ value: 0 }, 0, 0)).toEqual(['analysis'])
    expect(missingOf({ value: 1, analysis }, 0, 0)).toEqual(['evidence'])
    expect(statusOf({ value: 0 }, 0, 1)).toBe('sebagian')
  })

  it('takes a level that waits for a decision for none', () => {
    // As the present gives it: a field with a difference has no value.
    const undecided = { value: undefined, analysis } as unknown as Answer
    expect(statusOf(undecided, 1, LOWEST)).toBe('sebagian')
    expect(missingOf(undecided, 1, LOWEST)).toEqual(['value'])
    expect(statusOf({ value: undefined } as unknown as Answer, 0, LOWEST)).toBe('belum')
  })
})
