import { z } from '../schema-setup'
import { placedIndicators } from './lookup'
import type { Instrument } from './schema'

const text = z.string().check(z.minLength(1))
const id = z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/))

/**
 * Which indicators of one instrument go on in another. Strength is the project's judgement, not the ministry's. The files
 * in `crosswalks/` are checked against this schema in the tests, not at each start.
 */
export const crosswalkSchema = z.object({
  from: id,
  to: id,
  pairs: z.array(
    z.object({
      from: id,
      to: z.array(id).check(z.minLength(1)),
      strength: z.enum(['kuat', 'sebagian']),
      note: text,
    }),
  ),
  newInTarget: z.array(id),
  unmatchedFrom: z.array(id),
  notes: z.array(text),
  sources: z.array(z.object({ title: text, usedFor: text })),
})
export type Crosswalk = z.infer<typeof crosswalkSchema>

/** `sama`: the very same indicator; `kuat`: its subject goes on; `sebagian`: only part of it does. */
export type Strength = 'sama' | 'kuat' | 'sebagian'

/** One indicator of an older instrument that goes on in one of a newer. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly strength: Strength
  /** Why, in words to be shown; one for each step on the way. */
  readonly notes: readonly string[]
}

/**
 * How the indicators of `from` go on in `to`: each in itself where the instrument is the same (whatever its version),
 * else by the shortest chain of crosswalks. Null where no chain leads there. Crosswalks may lead in rings.
 */
export function linksBetween(
  from: Instrument,
  to: Instrument,
  crosswalks: readonly Crosswalk[],
): Link[] | null {
  const known = new Set(indicatorIds(to))
  const same = indicatorIds(from).map((one): Link => ({ from: one, to: one, strength: 'sama', notes: [] }))
  const way = from.id === to.id ? [] : wayBetween(from.id, to.id, crosswalks)
  if (way === null) return null
  return way.reduce(followed, same).filter((link) => known.has(link.to))
}

function indicatorIds(instrument: Instrument): string[] {
  return placedIndicators(instrument).map(({ indicator }) => indicator.id)
}

/** The fewest crosswalks that lead from one instrument to another. Each instrument is visited once at most. */
function wayBetween(from: string, to: string, crosswalks: readonly Crosswalk[]): Crosswalk[] | null {
  const ways = new Map<string, Crosswalk[]>([[from, []]])
  // A map is walked in the order of its entries, those added meanwhile included.
  for (const [reached, way] of ways) {
    if (reached === to) return way
    for (const crosswalk of crosswalks) {
      if (crosswalk.from === reached && !ways.has(crosswalk.to)) ways.set(crosswalk.to, [...way, crosswalk])
    }
  }
  return null
}

/** The links one crosswalk further. Of several ways between two indicators the strongest counts; all notes stay. */
function followed(links: readonly Link[], crosswalk: Crosswalk): Link[] {
  const found = new Map<string, Link>()
  for (const link of links) {
    for (const pair of crosswalk.pairs.filter(({ from }) => from === link.to)) {
      for (const to of pair.to) {
        const key = `${link.from} ${to}`
        const known = found.get(key)
        const strength = weaker(link.strength, pair.strength)
        found.set(key, {
          from: link.from,
          to,
          strength: known ? stronger(known.strength, strength) : strength,
          notes: [...new Set([...(known?.notes ?? []), ...link.notes, pair.note])],
        })
      }
    }
  }
  return [...found.values()]
}

const STRENGTHS: readonly Strength[] = ['sama', 'kuat', 'sebagian']

/** A chain is as strong as its weakest step. */
function weaker(one: Strength, other: Strength): Strength {
  return STRENGTHS[Math.max(STRENGTHS.indexOf(one), STRENGTHS.indexOf(other))] ?? 'sebagian'
}

/** The strongest of several ways. */
export function stronger(one: Strength, other: Strength): Strength {
  return STRENGTHS[Math.min(STRENGTHS.indexOf(one), STRENGTHS.indexOf(other))] ?? 'sebagian'
}
