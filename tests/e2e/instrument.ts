/** The instrument as the app ships it, and the index computed from its weights without the app's own scoring. */
import { readFileSync } from 'node:fs'

interface Shipped {
  readonly predicates: readonly { name: string; min: number }[]
  readonly cautions: readonly { indicator?: string; affects: string; text: string }[]
  readonly domains: readonly {
    name: string
    aspects: readonly {
      name: string
      indicators: readonly { id: string; number: number; shortName: string; weightUnits: number }[]
    }[]
  }[]
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../src/instrument/${path}`, import.meta.url), 'utf8'))

export const shipped = read('data/spbe-2020.json') as Shipped
const catalogue = read('catalogue.json') as { id: string; version: number; sha256: string }[]

/** The catalogue entry of a shipped instrument. */
export function entryOf(id: string) {
  const entry = catalogue.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`no shipped instrument ${id}`)
  return entry
}

export const catalogueEntry = entryOf('spbe-2020')

export const indicators = shipped.domains.flatMap((domain) =>
  domain.aspects.flatMap((aspect) => aspect.indicators),
)

/** Levels by indicator id. */
export type Levels = Readonly<Record<string, number>>

/** The same level everywhere but where `others` says so. */
export function levels(level: number, others: Levels = {}): Levels {
  return { ...Object.fromEntries(indicators.map(({ id }) => [id, level])), ...others }
}

/** The weighted sum of levels over weight; both whole numbers. What has no level counts as `blank`. */
function weighed(given: Levels, blank: number, ids: readonly string[]) {
  const counted = indicators.filter(({ id }) => ids.includes(id))
  return {
    sum: counted.reduce((total, { id, weightUnits }) => total + weightUnits * (given[id] ?? blank), 0),
    weight: counted.reduce((total, { weightUnits }) => total + weightUnits, 0),
  }
}

/** "2,33": the weighted mean, rounded half up to two decimals in whole numbers. */
export function meanText(given: Levels, blank = 1, ids = indicators.map(({ id }) => id)): string {
  const { sum, weight } = weighed(given, blank, ids)
  const hundredths = Math.floor((200 * sum + weight) / (2 * weight))
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`
}
