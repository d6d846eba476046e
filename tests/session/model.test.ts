/**
 * Two tabs on one assessment, doing anything in any order, with crashes, a full disk and news that comes late. Each
 * thing typed carries a mark of its own; whatever was acknowledged is somewhere in the history for good.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sameValue, type Change, type ChangeValue } from '../../src/answers/change'
import { allChanges, fieldState, presentOf, valuesOf, type Present } from '../../src/answers/present'
import { putAssessment } from '../../src/storage/assessments'
import { readChanges } from '../../src/storage/changes'
import { mergeChanges } from '../../src/storage/merge-changes'
import { takeUpRescued } from '../../src/storage/rescue'
import { indicatorTarget } from '../examples/changes'
import { connect, freshDatabase, ID, NOW, storedAssessment, text } from '../storage/fresh'
import { fillDisk } from '../storage/full-disk'
import { contentsOf, FakePage, memoryStorage, openTab, settle, SlowNews, type Tab } from './tabs'

const I07 = indicatorTarget('I07')
const FIELDS = ['analysis', 'facts'] as const
type FieldName = (typeof FIELDS)[number]

type Step =
  | { readonly do: 'type' | 'blur'; readonly tab: number; readonly field: FieldName }
  | {
      readonly do: 'level' | 'undo' | 'decide' | 'export' | 'flush' | 'reopen' | 'deliver'
      readonly tab: number
    }
  | { readonly do: 'hide' | 'full' | 'room' }
  /** The clock goes on by so many milliseconds; timers that are due fire. */
  | { readonly do: 'wait'; readonly time: number }
  /** The database and promises get so many turns. */
  | { readonly do: 'turn'; readonly turns: number }
  /** The browser is killed; of what was in localStorage, an earlier moment may come back. */
  | { readonly do: 'crash'; readonly back: number }

const tab = fc.nat({ max: 1 })
const field = fc.constantFrom(...FIELDS)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('type' as const), tab, field }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('blur' as const), tab, field }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('level' as const, 'undo' as const, 'decide' as const, 'export' as const),
      tab,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('flush' as const, 'deliver' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('hide' as const, 'full' as const, 'room' as const) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), time: fc.constantFrom(1, 100, 300, 3000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('turn' as const), turns: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), back: fc.nat({ max: 5 }) }) },
)

class World {
  readonly page = new FakePage()
  readonly bus = new SlowNews()
  readonly files: Change[][] = []
  /** What localStorage held at each step since the browser was started. */
  rescues: Record<string, string>[] = [{}]
  tabs: Tab[] = []
  /** What stands in the fields of each tab, by tab and field. */
  shown = new Map<string, string>()
  /** Submitted by each tab and not acknowledged yet. */
  pending = new Map<Tab, Set<ChangeValue>>()
  /** Marks of texts, and levels, that were said to be saved. */
  readonly acknowledged = new Set<ChangeValue>()
  #count = 0

  async start(): Promise<void> {
    vi.restoreAllMocks()
    vi.clearAllTimers()
    this.page.install()
    const database = await freshDatabase()
    await putAssessment(database, storedAssessment(), [text('old', 'lama')])
    database.close()
    await this.open()
  }

  async open(): Promise<void> {
    const database = await connect()
    await takeUpRescued(database, NOW)
    database.close()
    this.tabs = [await this.openOne(), await this.openOne()]
  }

  async openOne(): Promise<Tab> {
    const opened = await openTab(this.bus)
    const pending = new Set<ChangeValue>()
    this.pending.set(opened, pending)
    let told = opened.session.getState().saving
    opened.session.subscribe(() => {
      const { saving } = opened.session.getState()
      if (saving === told) return
      told = saving
      if (saving.kind !== 'saved') return
      for (const value of pending) this.acknowledged.add(value)
      pending.clear()
    })
    return opened
  }

  tab(index: number): Tab {
    const opened = this.tabs[index]
    if (!opened) throw new Error('no such tab')
    return opened
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'type':
        return this.type(step.tab, step.field)
      case 'blur':
        this.tab(step.tab).session.endTyping(I07, step.field)
        return this.show(step.tab, step.field)
      case 'level':
        return this.set(step.tab, 'value', (this.#count += 1) / 100)
      case 'undo':
        return this.undo(step.tab)
      case 'decide':
        return this.decide(step.tab)
      case 'export':
        void this.tab(step.tab)
          .session.changesForFile()
          .then((changes) => this.files.push(changes))
          .catch(() => undefined)
        return
      case 'flush':
        this.tab(step.tab)
          .session.flush()
          .catch(() => undefined)
        return
      case 'deliver':
        return this.tab(step.tab).news.deliver(1)
      case 'reopen':
        return this.reopen(step.tab)
      case 'hide':
        this.page.hide()
        return this.page.show()
      case 'full':
        vi.restoreAllMocks()
        return void fillDisk()
      case 'room':
        return void vi.restoreAllMocks()
      case 'wait':
        return void vi.advanceTimersByTime(step.time)
      case 'turn':
        return settle(step.turns)
      case 'crash':
        return this.crash(step.back)
    }
  }

  /** Whoever types goes on from what stands in the field. */
  type(index: number, field: FieldName): void {
    const opened = this.tab(index)
    const key = `${index} ${field}`
    const mark = `#${(this.#count += 1)}#`
    const value = `${this.shown.get(key) ?? valuesOf(opened.session.getState().present, I07)[field] ?? ''}${mark}`
    this.shown.set(key, value)
    this.pending.get(opened)?.add(mark)
    expect(opened.session.type({ target: I07, field, value })).toBe(true)
  }

  /** A field nobody types in shows the present. */
  show(index: number, field: FieldName): void {
    this.shown.delete(`${index} ${field}`)
  }

  set(index: number, field: string, value: ChangeValue): void {
    const opened = this.tab(index)
    if (typeof value === 'number') this.pending.get(opened)?.add(value)
    expect(opened.session.set([{ target: I07, field, value }])).toBe(true)
    for (const name of FIELDS) if (name === field) this.show(index, name)
  }

  undo(index: number): void {
    const changes = fieldState(this.tab(index).session.getState().present, I07, 'analysis')?.changes ?? []
    const [first] = changes
    if (first) this.set(index, 'analysis', first.value)
  }

  decide(index: number): void {
    const { present } = this.tab(index).session.getState()
    for (const name of FIELDS) {
      const heads = fieldState(present, I07, name)?.heads ?? []
      if (heads.length > 1) this.set(index, name, heads.map(({ value }) => String(value)).join('\n'))
    }
  }

  async reopen(index: number): Promise<void> {
    const opened = this.tab(index)
    this.page.leave()
    await Promise.race([opened.session.close().catch(() => undefined), settle(200)])
    vi.restoreAllMocks()
    this.tabs[index] = await this.openOne()
    for (const name of FIELDS) this.show(index, name)
  }

  async crash(back: number): Promise<void> {
    vi.clearAllTimers()
    await settle()
    vi.restoreAllMocks()
    const held = this.rescues.at(-1 - back) ?? {}
    for (const { news } of this.tabs) news.close()
    this.page.install()
    vi.stubGlobal('localStorage', memoryStorage(held))
    this.rescues = [held]
    this.shown.clear()
    await this.open()
  }

  note(): void {
    this.rescues.push(contentsOf(localStorage))
  }

  /** All is saved and heard, and nothing happens any more. */
  async end(): Promise<Present> {
    vi.restoreAllMocks()
    for (let round = 0; round < 4; round += 1) {
      vi.advanceTimersByTime(3000)
      await settle()
      for (const { news } of this.tabs) news.deliver()
      await settle()
    }
    const database = await connect()
    const changes = await readChanges(database, ID)
    for (const file of this.files) {
      const union = await mergeChanges(database, ID, file, NOW)
      expect(union, 'a file that left is known, and says what it said').toEqual({
        status: 'united',
        added: [],
      })
    }
    database.close()
    return presentOf(changes)
  }
}

/** What a present says, whatever the order in which it was learnt. */
function meaning(present: Present) {
  const fields = [...present.fields].flatMap(([target, states]) =>
    [...states].map(([field, { changes, heads }]): [string, unknown] => [
      `${target}/${field}`,
      {
        changes: Object.fromEntries(changes.map(({ id, value, replaces }) => [id, { value, replaces }])),
        heads: heads.map(({ id }) => id).sort(),
      },
    ]),
  )
  return { fields: Object.fromEntries(fields), differences: [...present.differences].sort() }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: Date.parse(NOW) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('loses nothing that was acknowledged, and every tab ends up saying what is on disk', async () => {
  let acknowledged = 0
  let differences = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const world = new World()
      await world.start()
      for (const next of steps) {
        await world.take(next)
        world.note()
        // Within a step of the model the clock does not stand still.
        vi.advanceTimersByTime(1)
      }
      const kept = await world.end()
      const values = allChanges(kept).map(({ value }) => value)
      for (const mark of world.acknowledged) {
        const isKept = values.some((value) =>
          typeof value === 'string' && typeof mark === 'string'
            ? value.includes(mark)
            : sameValue(value, mark),
        )
        expect(isKept, `${String(mark)} was acknowledged`).toBe(true)
      }
      for (const { session, database } of world.tabs) {
        expect(session.getState().saving.kind).not.toBe('failed')
        expect(meaning(session.getState().present)).toEqual(meaning(kept))
        database.close()
      }
      acknowledged += world.acknowledged.size
      differences += kept.differences.size
    }),
    { numRuns: 150 },
  )
  // The model did meet what it is about.
  expect(acknowledged).toBeGreaterThan(500)
  expect(differences).toBeGreaterThan(20)
})
