import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crosswalkSchema, linksBetween, type Crosswalk } from '../../src/instrument/crosswalk'
import { loadCrosswalks } from '../../src/instrument/crosswalk-files'
import { placedIndicators } from '../../src/instrument/lookup'
import { instrumentSchema, type Instrument } from '../../src/instrument/schema'
import { readShipped, spbe2020 } from '../examples/spbe-2020'

const folder = join(import.meta.dirname, '../../src/instrument/crosswalks')
const files = readdirSync(folder).map((name) => ({
  name,
  json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown,
}))
const shipped = files.map(({ json }) => crosswalkSchema.parse(json))

function instrument(id: string): Instrument {
  return instrumentSchema.parse(readShipped(id).json)
}

function ids(one: Instrument): string[] {
  return placedIndicators(one).map(({ indicator }) => indicator.id)
}

const spbe2018 = instrument('spbe-2018')
const pemdi2026 = instrument('pemdi-2026')

describe.each(files)('crosswalk $name', ({ json }) => {
  const crosswalk = crosswalkSchema.parse(json)
  const from = ids(instrument(crosswalk.from))
  const to = ids(instrument(crosswalk.to))

  test('loses nothing when it is read by its schema', () => {
    expect(crosswalk).toStrictEqual(json)
  })

  test('names only indicators there are', () => {
    const named = crosswalk.pairs.flatMap((pair) => pair.to)
    expect(crosswalk.pairs.map((pair) => pair.from).filter((id) => !from.includes(id))).toEqual([])
    expect([...named, ...crosswalk.newInTarget].filter((id) => !to.includes(id))).toEqual([])
    expect(crosswalk.unmatchedFrom.filter((id) => !from.includes(id))).toEqual([])
  })

  test('says of every indicator on either side whether it goes on', () => {
    const continued = new Set(crosswalk.pairs.map((pair) => pair.from))
    const named = new Set(crosswalk.pairs.flatMap((pair) => pair.to))
    expect(from.filter((id) => !continued.has(id))).toEqual([...crosswalk.unmatchedFrom].sort())
    expect(to.filter((id) => !named.has(id))).toEqual([...crosswalk.newInTarget].sort())
  })
})

test('the shipped crosswalks are loaded as they lie in their files', async () => {
  expect(await loadCrosswalks()).toEqual(shipped)
})

describe('links between instruments', () => {
  test('of the same instrument join each indicator with itself', () => {
    const links = linksBetween(spbe2020, { ...spbe2020, version: 2 }, [])
    expect(links).toEqual(ids(spbe2020).map((id) => ({ from: id, to: id, strength: 'sama', notes: [] })))
  })

  test('follow one crosswalk with its strength and note', () => {
    const links = linksBetween(spbe2018, spbe2020, shipped) ?? []
    expect(links.filter(({ from }) => from === 'I03').map(({ to, strength }) => [to, strength])).toEqual([
      ['I01', 'kuat'],
      ['I02', 'kuat'],
    ])
    const [note = ''] = links.find(({ from }) => from === 'I06')?.notes ?? []
    expect(note).toMatch(/^Pokok yang diatur bergeser/)
  })

  test('follow a chain, as strong as its weakest step', () => {
    const links = linksBetween(spbe2018, pemdi2026, shipped) ?? []
    // 2018 I03 → 2020 I01 and I02 → Pemdi I01, both strong; 2018 I06 → (partly) 2020 I04 → (strongly) Pemdi I13.
    expect(links.find(({ from }) => from === 'I03')).toMatchObject({ to: 'I01', strength: 'kuat' })
    const weak = links.find(({ from, to }) => from === 'I06' && to === 'I13')
    expect(weak?.strength).toBe('sebagian')
    expect(weak?.notes).toHaveLength(2)
  })

  test('lead nowhere backwards', () => {
    expect(linksBetween(pemdi2026, spbe2020, shipped)).toBeNull()
    expect(linksBetween(spbe2018, pemdi2026, shipped.slice(0, 1))).toBeNull()
  })

  test('end where the shipped crosswalks are closed into a ring: people cannot load any of their own', () => {
    const [first] = shipped
    if (!first) throw new Error('no crosswalk')
    const back = { ...first, from: pemdi2026.id, to: spbe2018.id }
    const ring = [back, ...shipped, back]
    expect(linksBetween(spbe2018, pemdi2026, ring)).toEqual(linksBetween(spbe2018, pemdi2026, shipped))
    expect(linksBetween(pemdi2026, spbe2020, ring)).not.toBeNull()
    expect(linksBetween(pemdi2026, { ...spbe2020, id: 'tidak-ada' }, ring)).toBeNull()
  })

  test('end in any graph of crosswalks, rings included, and name only what the target asks', () => {
    const names = ['a', 'b', 'c', 'd']
    const node = fc.constantFrom(...names)
    const indicator = fc.constantFrom('I01', 'I02', 'I03')
    const pair = fc.record({
      from: indicator,
      to: fc.array(indicator, { minLength: 1, maxLength: 3 }),
      strength: fc.constantFrom('kuat' as const, 'sebagian' as const),
      note: fc.constant('x'),
    })
    const walk: fc.Arbitrary<Crosswalk> = fc.record({
      from: node,
      to: node,
      pairs: fc.array(pair, { maxLength: 6 }),
      newInTarget: fc.constant([]),
      unmatchedFrom: fc.constant([]),
      notes: fc.constant([]),
      sources: fc.constant([]),
    })
    fc.assert(
      fc.property(fc.array(walk, { maxLength: 10 }), node, node, (walks, from, to) => {
        const links = linksBetween({ ...spbe2020, id: from }, { ...spbe2020, id: to }, walks)
        const reachable = new Set([from])
        for (let round = 0; round < names.length; round += 1) {
          for (const one of walks) if (reachable.has(one.from)) reachable.add(one.to)
        }
        expect(links !== null).toBe(reachable.has(to))
        const keys = (links ?? []).map((link) => `${link.from} ${link.to}`)
        expect(new Set(keys).size).toBe(keys.length)
        expect(linksBetween({ ...spbe2020, id: from }, { ...spbe2020, id: to }, walks)).toEqual(links)
      }),
    )
  })
})
