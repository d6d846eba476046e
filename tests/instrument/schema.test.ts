import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findShipped, loadTexts, shippedInstruments } from '../../src/instrument/catalogue'
import { placedIndicators } from '../../src/instrument/lookup'
import { instrumentRefSchema } from '../../src/instrument/ref'
import { instrumentSchema, type Instrument } from '../../src/instrument/schema'
import { DATA_FOLDER, readShipped } from '../examples/spbe-2020'

const ids = readdirSync(DATA_FOLDER).map((name) => name.replace(/\.json$/, ''))

/** Every key of a JSON value with the path to it: what the schema must not drop. */
function keyPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => [
    `${path}/${key}`,
    ...keyPaths(child, `${path}/${key}`),
  ])
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function duplicates(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

function indicatorsOf(instrument: Instrument) {
  return placedIndicators(instrument).map(({ indicator }) => indicator)
}

describe('the folder of questionnaires', () => {
  it('holds exactly the questionnaires of the catalogue', () => {
    expect([...ids].sort()).toEqual(shippedInstruments.map((entry) => entry.id).sort())
  })
})

describe.each(ids)('questionnaire %s', (id) => {
  const { bytes, json } = readShipped(id)
  const instrument = instrumentSchema.parse(json)
  const indicators = indicatorsOf(instrument)
  const aspects = instrument.domains.flatMap((domain) => domain.aspects)

  it('loses nothing when it is read by its schema', () => {
    expect(keyPaths(instrument).sort()).toEqual(keyPaths(json).sort())
    expect(instrument).toStrictEqual(json)
  })

  it('is what the catalogue says of it', () => {
    const entry = shippedInstruments.find((candidate) => candidate.id === id)
    expect(entry).toMatchObject({
      id: instrument.id,
      version: instrument.version,
      shortTitle: instrument.shortTitle,
      indicatorCount: indicators.length,
      validFrom: instrument.validFrom,
      validTo: instrument.validTo,
    })
  })

  it('is the very file whose SHA-256 the catalogue gives', () => {
    const entry = shippedInstruments.find((candidate) => candidate.id === id)
    expect(entry?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('has weights that add up at every tier', () => {
    expect(sum(instrument.domains.map((domain) => domain.weightUnits))).toBe(
      100 * instrument.weightDenominator,
    )
    for (const domain of instrument.domains) {
      expect([domain.id, sum(domain.aspects.map((aspect) => aspect.weightUnits))]).toEqual([
        domain.id,
        domain.weightUnits,
      ])
    }
    for (const aspect of aspects) {
      expect([aspect.id, sum(aspect.indicators.map((indicator) => indicator.weightUnits))]).toEqual([
        aspect.id,
        aspect.weightUnits,
      ])
    }
  })

  it('gives every part of an indicator a whole weight', () => {
    const uneven = indicators.filter((indicator) => indicator.weightUnits % (indicator.parts ?? 1) !== 0)
    expect(uneven.map((indicator) => indicator.id)).toEqual([])
  })

  it('uses no id twice', () => {
    const nodes = [...instrument.domains, ...aspects, ...indicators].map((node) => node.id)
    expect(duplicates(nodes)).toEqual([])
    expect(duplicates(instrument.owners.map((owner) => owner.id))).toEqual([])
    expect(duplicates((instrument.generalQuestions ?? []).map((question) => question.id))).toEqual([])
    expect(duplicates(instrument.predicates.map((predicate) => predicate.name))).toEqual([])
  })

  it('numbers domains, aspects and indicators in order from 1', () => {
    for (const nodes of [instrument.domains, aspects, indicators]) {
      expect(nodes.map((node) => node.number)).toEqual(nodes.map((_, index) => index + 1))
    }
  })

  it('has one criterion for each level of the maturity model of each indicator', () => {
    for (const indicator of indicators) {
      const levels = instrument.maturityModels[indicator.maturityModel]?.levels.map((level) => level.level)
      expect([indicator.id, indicator.criteria.map((criterion) => criterion.level)]).toEqual([
        indicator.id,
        levels,
      ])
    }
  })

  it('has levels that climb from the bottom of the scale to its top', () => {
    for (const model of Object.values(instrument.maturityModels)) {
      const floors = model.levels.map((level) => level.valueMin ?? level.level)
      expect(floors).toEqual([...floors].sort((one, other) => one - other))
      expect(duplicates(floors.map(String))).toEqual([])
      expect(floors[0]).toBe(instrument.scale.min)
      const top = model.levels.at(-1)
      expect(top?.valueMax ?? top?.level).toBe(instrument.scale.max)
    }
  })

  it('has predicates from high to low, the last of which begins where the scale does', () => {
    const floors = instrument.predicates.map((predicate) => predicate.min)
    expect(floors).toEqual([...floors].sort((one, other) => other - one))
    expect(duplicates(floors.map(String))).toEqual([])
    expect(floors.at(-1)).toBe(instrument.scale.min)
    expect(Math.max(...floors)).toBeLessThan(instrument.scale.max)
  })

  it('names only owners that it lists', () => {
    const owners = instrument.owners.map((owner) => owner.id)
    for (const indicator of indicators) {
      expect(indicator.ownerIds.length, indicator.id).toBeGreaterThan(0)
      expect(owners, indicator.id).toEqual(expect.arrayContaining(indicator.ownerIds))
    }
  })

  it('has cautions only about indicators that it has', () => {
    const known = indicators.map((indicator) => indicator.id)
    const named = instrument.cautions.flatMap((caution) => caution.indicator ?? [])
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })

  it('leaves no text with control characters, stray space or an unfinished mark', () => {
    const texts = keyPathsOfText(json)
    const suspicious = texts.filter(([, text]) => /\p{Cc}|^\s|\s$| {2}|TODO|XXX/u.test(text))
    expect(suspicious).toEqual([])
  })
})

function keyPathsOfText(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => keyPathsOfText(child, `${path}/${key}`))
}

describe('the catalogue', () => {
  it('lists the newest questionnaire first', () => {
    const years = shippedInstruments.map((entry) => entry.validFrom)
    expect(years).toEqual([...years].sort((one, other) => other - one))
  })

  it.each(shippedInstruments)('has a usable reference, short and full name for $id', (entry) => {
    const { id, version, sha256 } = entry
    expect(instrumentRefSchema.safeParse({ id, version, sha256 }).success).toBe(true)
    expect(entry.family).not.toBe('')
    expect(entry.familyName).not.toBe('')
  })

  it.each(shippedInstruments)('finds and loads $id by what an assessment remembers of it', async (entry) => {
    const { id, version, sha256 } = entry
    expect(findShipped({ id, version, sha256 })).toBe(entry)
    const instrument = await loadTexts(entry)
    expect(instrument).toStrictEqual(readShipped(id).json)
  })

  it('does not take another content, or another questionnaire, for a shipped one', () => {
    const [entry] = shippedInstruments
    const { id = '', version = 1, sha256 = '' } = entry ?? {}
    expect(findShipped({ id, version, sha256: '0'.repeat(64) })).toBeUndefined()
    expect(findShipped({ id: 'lain', version, sha256 })).toBeUndefined()
  })

  it('refuses to load a questionnaire that is not shipped', async () => {
    const [entry] = shippedInstruments
    if (!entry) throw new Error('the catalogue is empty')
    await expect(loadTexts({ ...entry, id: 'lain' })).rejects.toThrow(RangeError)
  })
})

describe('the schema of a questionnaire', () => {
  const good = readShipped('spbe-2020').json as Record<string, unknown>

  it.each([
    ['no domains', { domains: [] }],
    ['no predicates', { predicates: [] }],
    ['a fractional weight denominator', { weightDenominator: 1.5 }],
    ['an id that is a path', { id: '../spbe' }],
    ['predicates on the rounded index', { predicateOn: 'rounded' }],
    ['an unknown way of giving values', { valueMode: 'percent' }],
    ['an empty title', { title: '' }],
  ])('refuses %s', (_, wrong) => {
    expect(instrumentSchema.safeParse({ ...good, ...wrong }).success).toBe(false)
  })
})
