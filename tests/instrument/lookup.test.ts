import { describe, expect, it } from 'vitest'
import {
  cautionsOfIndicator,
  criterionOf,
  generalCautions,
  levelOf,
  maturityModelOf,
  placedIndicators,
  valueKeys,
  weightPercent,
} from '../../src/instrument/lookup'
import type { Indicator, Instrument } from '../../src/instrument/schema'
import { spbe2020, withThreeParts } from '../examples/spbe-2020'

function indicatorOf(instrument: Instrument, id: string): Indicator {
  const found = placedIndicators(instrument).find(({ indicator }) => indicator.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found.indicator
}

const first = indicatorOf(spbe2020, 'I01')

describe('looking things up in a questionnaire', () => {
  it('places all 47 indicators under their aspect and domain, in order', () => {
    const placed = placedIndicators(spbe2020)
    expect(placed).toHaveLength(47)
    expect(placed.map(({ indicator }) => indicator.number)).toEqual(placed.map((_, index) => index + 1))
    expect(placed.map(({ aspect, domain }) => `${domain.id} ${aspect.id}`).filter(firstOfRun)).toEqual([
      'D1 A1',
      'D2 A2',
      'D2 A3',
      'D2 A4',
      'D3 A5',
      'D3 A6',
      'D4 A7',
      'D4 A8',
    ])
  })

  it('asks for the name of the service on indicators 32 to 47 only', () => {
    const asking = placedIndicators(spbe2020)
      .filter(({ indicator }) => maturityModelOf(spbe2020, indicator).subjectLabel)
      .map(({ indicator }) => indicator.number)
    expect(asking).toEqual(Array.from({ length: 16 }, (_, index) => index + 32))
  })

  it('refuses a maturity model that is not defined', () => {
    expect(() => maturityModelOf(spbe2020, { ...first, maturityModel: 'lain' })).toThrow(RangeError)
  })

  it('finds the level a whole or decimal value belongs to, and none below the scale', () => {
    expect([1, 2.99, 3, 5].map((value) => levelOf(spbe2020, first, value)?.name)).toEqual([
      'Rintisan',
      'Terkelola',
      'Terdefinisi',
      'Optimum',
    ])
    expect(levelOf(spbe2020, first, 0.99)).toBeUndefined()
  })

  it('goes by the lowest value of a level where levels have ranges', () => {
    const levels = [
      { level: 1, name: 'Bawah', description: 'Bawah.', valueMin: 1, valueMax: 3.5 },
      { level: 2, name: 'Atas', description: 'Atas.', valueMin: 3.5, valueMax: 5 },
    ]
    const instrument: Instrument = {
      ...spbe2020,
      valueMode: 'decimal',
      maturityModels: { process: { name: 'Berentang', levels } },
    }
    expect([1, 3.49, 3.5, 5].map((value) => levelOf(instrument, first, value)?.level)).toEqual([1, 1, 2, 2])
  })

  it('finds the criterion of a level, and none of a level there is not', () => {
    expect(criterionOf(first, 3)?.level).toBe(3)
    expect(criterionOf(first, 0)).toBeUndefined()
  })

  it('gives an indicator one value, or one for each of its parts', () => {
    expect(valueKeys(first)).toEqual(['I01'])
    expect(valueKeys(indicatorOf(withThreeParts('I35'), 'I35'))).toEqual(['I35-1', 'I35-2', 'I35-3'])
  })

  it('tells cautions about one indicator from general ones', () => {
    expect(cautionsOfIndicator(spbe2020, 'I03')).toHaveLength(1)
    expect(cautionsOfIndicator(spbe2020, 'I01')).toEqual([])
    expect(generalCautions(spbe2020, 'predicate')).toHaveLength(1)
    expect(generalCautions(spbe2020, 'criteria').every((caution) => !caution.indicator)).toBe(true)
  })

  it('reads weights as percent', () => {
    expect(weightPercent(spbe2020, first.weightUnits)).toBe(1.3)
    expect(weightPercent(withThreeParts('I35'), first.weightUnits * 3)).toBe(1.3)
  })
})

function firstOfRun(name: string, index: number, names: readonly string[]): boolean {
  return index === 0 || names[index - 1] !== name
}
