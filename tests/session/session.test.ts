import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeValue } from '../../src/answers/change'
import { fieldState, headIds, presentOf, valuesOf, type Present } from '../../src/answers/present'
import { putAssessment, readAssessment } from '../../src/storage/assessments'
import { readChanges } from '../../src/storage/changes'
import { openNews } from '../../src/storage/news'
import { takeUpRescued } from '../../src/storage/rescue'
import { openSession, STRETCH } from '../../src/screens/session/session'
import { RETRY_PAUSE, TYPING_PAUSE } from '../../src/storage/writer'
import { indicatorTarget } from '../examples/changes'
import { spbe2020 } from '../examples/spbe-2020'
import { connect, freshDatabase, ID, NOW, storedAssessment, text } from '../storage/fresh'
import { fillDisk } from '../storage/full-disk'
import { FakePage, openTab, settle, SlowNews, type Tab } from './tabs'

const I07 = indicatorTarget('I07')
let page: FakePage
let bus: SlowNews
let tabs: Tab[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: Date.parse(NOW) })
  page = new FakePage()
  page.install()
  bus = new SlowNews()
  tabs = []
  const database = await freshDatabase()
  await putAssessment(database, storedAssessment(), [text('old', 'lama')])
  database.close()
})
afterEach(() => {
  for (const { database } of tabs) database.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function tab(): Promise<Tab> {
  const opened = await openTab(bus)
  tabs.push(opened)
  return opened
}

async function twoTabs(): Promise<[Tab, Tab]> {
  return [await tab(), await tab()]
}

function type({ session }: Tab, value: string, field = 'analysis'): boolean {
  return session.type({ target: I07, field, value })
}

function set({ session }: Tab, field: string, value: ChangeValue): boolean {
  return session.set([{ target: I07, field, value }])
}

function blur({ session }: Tab): void {
  session.endTyping(I07, 'analysis')
}

/** Everything saved, all news delivered and read. */
async function calm(...all: readonly Tab[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await settle()
    for (const { news } of all) news.deliver()
    await settle()
  }
}

function presentIn({ session }: Tab): Present {
  return session.getState().present
}

function analysisIn(opened: Tab): string | undefined {
  return valuesOf(presentIn(opened), I07).analysis
}

function headsIn(opened: Tab, field = 'analysis'): ChangeValue[] {
  return (fieldState(presentIn(opened), I07, field)?.heads ?? []).map(({ value }) => value).sort()
}

async function onDisk(): Promise<Present> {
  const database = await connect()
  const present = presentOf(await readChanges(database, ID))
  database.close()
  return present
}

async function textsOnDisk(): Promise<ChangeValue[]> {
  return (fieldState(await onDisk(), I07, 'analysis')?.changes ?? []).map(({ value }) => value)
}

async function localOnDisk() {
  const database = await connect()
  const stored = await readAssessment(database, ID)
  database.close()
  return stored?.local
}

describe('one tab', () => {
  it('shows what is typed at once and has it on disk after the pause', async () => {
    const one = await tab()
    expect(type(one, 'baru')).toBe(true)
    expect(analysisIn(one)).toBe('baru')
    expect(await textsOnDisk()).toEqual(['lama'])
    await calm(one)
    expect(one.session.getState().saving.kind).toBe('saved')
    expect((await textsOnDisk()).sort()).toEqual(['baru', 'lama'])
  })

  it('makes one change of one stretch of typing', async () => {
    const one = await tab()
    for (const value of ['b', 'ba', 'bar', 'baru']) {
      type(one, value)
      await calm(one)
    }
    expect((await textsOnDisk()).sort()).toEqual(['baru', 'lama'])
  })

  it('makes another change after the field was left, and after five minutes', async () => {
    const one = await tab()
    type(one, 'satu')
    blur(one)
    type(one, 'satu dua')
    await vi.advanceTimersByTimeAsync(STRETCH)
    type(one, 'satu dua tiga')
    await calm(one)
    expect((await textsOnDisk()).sort()).toEqual(['lama', 'satu', 'satu dua', 'satu dua tiga'])
    expect(headsIn(one)).toEqual(['satu dua tiga'])
  })

  it('undoes with a change of its own, while the text is still on its way', async () => {
    const one = await tab()
    type(one, 'keliru')
    set(one, 'analysis', 'lama')
    expect(analysisIn(one)).toBe('lama')
    await calm(one)
    expect(await textsOnDisk()).toHaveLength(3)
    expect(valuesOf(await onDisk(), I07).analysis).toBe('lama')
  })

  it('refuses what a field cannot hold and changes nothing', async () => {
    const one = await tab()
    const before = one.session.getState()
    expect(type(one, 'x'.repeat(20_001))).toBe(false)
    expect(set(one, 'value', 'tiga')).toBe(false)
    expect(set(one, 'mood', 'baik')).toBe(false)
    expect(
      one.session.set([
        { target: I07, field: 'value', value: 3 },
        { target: I07, field: 'mood', value: 'baik' },
      ]),
    ).toBe(false)
    await calm(one)
    expect(one.session.getState()).toBe(before)
    expect(await textsOnDisk()).toEqual(['lama'])
  })

  it('stores nothing for a value that is there already, or blank where nothing was', async () => {
    const one = await tab()
    const before = one.session.getState()
    type(one, 'lama')
    set(one, 'value', null)
    type(one, '', 'facts')
    set(one, 'obstacleKinds', [])
    expect(one.session.getState()).toBe(before)
  })

  it('keeps what its author typed last, as the field keeps it', async () => {
    const one = await tab()
    type(one, 'a\r\nb\u0000')
    await calm(one)
    expect(analysisIn(one)).toBe('a\nb')
    expect((await textsOnDisk()).sort()).toEqual(['a\nb', 'lama'])
  })

  it('is opened again where it was left', async () => {
    const one = await tab()
    set(one, 'value', 3)
    type(one, 'baru')
    one.session.setPlace('I21')
    one.session.setAuthor({ unit: 'Dinas Lain', person: 'Siti' })
    await one.session.close()
    await settle()
    const again = await tab()
    expect(valuesOf(presentIn(again), I07)).toEqual({ analysis: 'baru', value: 3 })
    expect(again.session.getState().local).toMatchObject({ place: 'I21', unit: 'Dinas Lain', person: 'Siti' })
  })
})

describe('a disk that is full', () => {
  it('is told, keeps the text, and saves it by itself when there is room', async () => {
    const one = await tab()
    fillDisk()
    type(one, 'jangan hilang')
    await calm(one)
    expect(one.session.getState().saving).toEqual({ kind: 'failed', reason: 'full' })
    expect(analysisIn(one)).toBe('jangan hilang')
    type(one, 'jangan hilang juga')
    expect(one.session.getState().saving).toEqual({ kind: 'failed', reason: 'full' })
    await calm(one)
    vi.restoreAllMocks()
    await vi.advanceTimersByTimeAsync(RETRY_PAUSE)
    await settle()
    expect(one.session.getState().saving.kind).toBe('saved')
    expect((await textsOnDisk()).sort()).toEqual(['jangan hilang juga', 'lama'])
    expect(localStorage.length).toBe(0)
  })

  it('does not lose the text when the browser is closed all the same', async () => {
    const one = await tab()
    fillDisk()
    type(one, 'jangan hilang')
    await calm(one)
    vi.clearAllTimers()
    vi.restoreAllMocks()
    const database = await connect()
    await takeUpRescued(database, NOW)
    database.close()
    expect((await textsOnDisk()).sort()).toEqual(['jangan hilang', 'lama'])
  })

  it('keeps closing from being called done, and the page from forgetting', async () => {
    const one = await tab()
    fillDisk()
    type(one, 'jangan hilang')
    const closed = expect(one.session.close()).rejects.toMatchObject({ name: 'QuotaExceededError' })
    await settle()
    await closed
    type(one, 'jangan hilang sedikit pun')
    page.leave()
    vi.restoreAllMocks()
    vi.clearAllTimers()
    const database = await connect()
    await takeUpRescued(database, NOW)
    database.close()
    expect(await textsOnDisk()).toContain('jangan hilang sedikit pun')
  })

  it('says nothing when only the place could not be remembered', async () => {
    const one = await tab()
    fillDisk()
    one.session.setPlace('I21')
    await settle()
    expect(one.session.getState().saving.kind).toBe('idle')
  })
})

describe('leaving the page', () => {
  it.each(['hide', 'leave'] as const)('in the middle of a word keeps it (%s)', async (way) => {
    const one = await tab()
    type(one, 'setengah ka')
    page[way]()
    expect(localStorage.length).toBe(1)
    vi.clearAllTimers()
    const database = await connect()
    await takeUpRescued(database, NOW)
    database.close()
    expect((await textsOnDisk()).sort()).toEqual(['lama', 'setengah ka'])
  })

  it('without anything unsaved leaves nothing behind', async () => {
    const one = await tab()
    type(one, 'utuh')
    await calm(one)
    page.hide()
    page.leave()
    expect(localStorage.length).toBe(0)
  })

  it('and coming back clears what was rescued once it is on disk', async () => {
    const one = await tab()
    type(one, 'sebentar')
    page.hide()
    page.show()
    await calm(one)
    expect(localStorage.length).toBe(0)
    expect((await textsOnDisk()).sort()).toEqual(['lama', 'sebentar'])
  })

  it('for a while, when another tab takes up what was rescued, does not take back what is typed after', async () => {
    const one = await tab()
    type(one, 'sebelum')
    fillDisk()
    page.hide()
    await settle()
    vi.restoreAllMocks()
    expect(localStorage.length).toBe(1)
    const database = await connect()
    page.show()
    vi.advanceTimersByTime(10)
    type(one, 'sebelum dan sesudah')
    await Promise.all([calm(one), takeUpRescued(database, NOW)])
    database.close()
    expect((await textsOnDisk()).sort()).toEqual(['lama', 'sebelum dan sesudah'])
  })
})

describe('two tabs', () => {
  it('see each other’s fields appear', async () => {
    const [one, two] = await twoTabs()
    set(one, 'value', 3)
    type(two, 'baru')
    await calm(one, two)
    for (const each of [one, two]) {
      expect(valuesOf(presentIn(each), I07)).toEqual({ analysis: 'baru', value: 3 })
      expect(presentIn(each).differences.size).toBe(0)
    }
    expect(one.session.getState().score).toEqual(two.session.getState().score)
  })

  it('typing in one field over the same text make a difference with both texts, in both', async () => {
    const [one, two] = await twoTabs()
    type(one, 'dari satu')
    type(two, 'dari dua')
    await calm(one, two)
    for (const each of [one, two]) {
      expect(headsIn(each)).toEqual(['dari dua', 'dari satu'])
      expect(analysisIn(each)).toBeUndefined()
    }
    expect((await textsOnDisk()).sort()).toEqual(['dari dua', 'dari satu', 'lama'])
  })

  it('choosing a level over the same one make a difference', async () => {
    const [one, two] = await twoTabs()
    set(one, 'value', 2)
    await calm(one, two)
    set(one, 'value', 3)
    set(two, 'value', 4)
    await calm(one, two)
    for (const each of [one, two]) expect(headsIn(each, 'value')).toEqual([3, 4])
  })

  it('writing the same make none', async () => {
    const [one, two] = await twoTabs()
    type(one, 'sama')
    type(two, 'sama')
    await calm(one, two)
    for (const each of [one, two]) expect(analysisIn(each)).toBe('sama')
  })

  it('one over what the other wrote and was seen make none', async () => {
    const [one, two] = await twoTabs()
    type(one, 'satu')
    blur(one)
    await calm(one, two)
    type(two, 'satu dua')
    await calm(one, two)
    for (const each of [one, two]) expect(headsIn(each)).toEqual(['satu dua'])
  })

  it('one typing on while the other replaces it keeps both, and goes on under another id', async () => {
    const [one, two] = await twoTabs()
    type(one, 'a')
    await calm(one, two)
    type(two, 'pengganti')
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await settle()
    for (const value of ['ab', 'abc', 'abcd']) {
      type(one, value)
      await calm(one, two)
    }
    for (const each of [one, two]) expect(headsIn(each)).toEqual(['abcd', 'pengganti'])
    expect((await textsOnDisk()).sort()).toEqual(['a', 'abcd', 'lama', 'pengganti'])
  })

  it('one going on in a new stretch before it hears that the last one moved differs from the other only', async () => {
    const [one, two] = await twoTabs()
    type(one, 'a')
    await calm(one, two)
    type(two, 'pengganti')
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE)
    await settle()
    type(one, 'ab')
    blur(one)
    type(one, 'abc')
    await calm(one, two)
    type(one, 'abcd')
    await calm(one, two)
    for (const each of [one, two]) expect(headsIn(each)).toEqual(['abcd', 'pengganti'])
    expect(await textsOnDisk()).toEqual(expect.arrayContaining(['a', 'ab', 'abcd', 'pengganti']))
  })

  it('decide a difference once, and both texts stay in the history', async () => {
    const [one, two] = await twoTabs()
    type(one, 'dari satu')
    type(two, 'dari dua')
    blur(one)
    blur(two)
    await calm(one, two)
    set(two, 'analysis', 'dari satu\n\ndari dua')
    await calm(one, two)
    for (const each of [one, two]) {
      expect(analysisIn(each)).toBe('dari satu\n\ndari dua')
      expect(presentIn(each).differences.size).toBe(0)
    }
    expect(await textsOnDisk()).toEqual(expect.arrayContaining(['dari satu', 'dari dua']))
  })

  it('showing a difference as blank blank nothing: the form’s own emptiness is no decision', async () => {
    const [one, two] = await twoTabs()
    type(one, 'dari satu')
    type(two, 'dari dua')
    await calm(one, two)
    // As the form of the answer does when the field it showed gives way to the difference.
    expect(type(one, '')).toBe(true)
    expect(type(two, '')).toBe(true)
    await calm(one, two)
    for (const each of [one, two]) expect(headsIn(each)).toEqual(['dari dua', 'dari satu'])
    expect((await textsOnDisk()).sort()).toEqual(['dari dua', 'dari satu', 'lama'])
  })

  it('one exporting while the other types: the file is never amended', async () => {
    const [one, two] = await twoTabs()
    type(one, 'dalam berkas')
    await calm(one, two)
    const exporting = two.session.changesForFile()
    await settle()
    const file = await exporting
    type(one, 'dalam berkas, lalu diteruskan')
    await calm(one, two)
    for (const each of [one, two]) expect(headsIn(each)).toEqual(['dalam berkas, lalu diteruskan'])
    const kept = await onDisk()
    for (const change of file) {
      const same = fieldState(kept, change.target, change.field)?.changes.find(({ id }) => id === change.id)
      expect(same).toEqual(change)
    }
  })

  it('hear of what was saved while they were being opened', async () => {
    const one = await tab()
    const database = await connect()
    const news = bus.open()
    const stored = await readAssessment(database, ID)
    if (!stored) throw new Error('gone')
    const opening = openSession({ database, news, instrument: spbe2020, stored })
    set(one, 'value', 4)
    await vi.advanceTimersByTimeAsync(0)
    news.deliver()
    await settle()
    news.deliver()
    const session = await opening
    const two = { session, database, news }
    tabs.push(two)
    await calm(one, two)
    expect(valuesOf(presentIn(two), I07).value).toBe(4)
  })

  it('learn from each other what is not backed up, and when it is', async () => {
    const [one, two] = await twoTabs()
    set(one, 'value', 4)
    await calm(one, two)
    expect(two.session.getState().local.unsavedSince).not.toBeNull()
    const exporting = two.session.changesForFile()
    await settle()
    await two.session.markBackedUp(await exporting)
    await calm(one, two)
    for (const { session } of [one, two]) {
      expect(session.getState().local).toMatchObject({ unsavedSince: null, backup: { changes: 2 } })
    }
  })

  it('learn the scope from each other', async () => {
    const [one, two] = await twoTabs()
    set(one, 'value', 4)
    await one.session.setScope(['I07', 'I08'])
    await calm(one, two)
    expect(two.session.getState().assessment.scope).toEqual(['I07', 'I08'])
    expect(two.session.getState().part).toEqual(one.session.getState().part)
  })

  it('hear each other through BroadcastChannel', async () => {
    vi.useRealTimers()
    const services = await Promise.all(
      [0, 1].map(async () => {
        const database = await connect()
        const stored = await readAssessment(database, ID)
        if (!stored) throw new Error('gone')
        const news = openNews()
        return {
          news,
          database,
          session: await openSession({ database, news, instrument: spbe2020, stored }),
        }
      }),
    )
    const [one, two] = services
    if (!one || !two) throw new Error('no tabs')
    const heard = new Promise<void>((resolve) => {
      two.session.subscribe(() => {
        if (valuesOf(two.session.getState().present, I07).value === 5) resolve()
      })
    })
    one.session.set([{ target: I07, field: 'value', value: 5 }])
    await heard
    for (const { session, news, database } of services) {
      await session.close()
      news.close()
      database.close()
    }
  })
})

describe('a backup', () => {
  it('made while one goes on typing counts only what was in it', async () => {
    const one = await tab()
    type(one, 'dalam berkas')
    const exporting = one.session.changesForFile()
    await settle()
    const file = await exporting
    type(one, 'dalam berkas dan lagi')
    await calm(one)
    await one.session.markBackedUp(file)
    expect(one.session.getState().local).toMatchObject({ backup: { changes: 2 } })
    expect(one.session.getState().local.unsavedSince).not.toBeNull()
    expect(await localOnDisk()).toEqual(one.session.getState().local)
  })

  it('is followed by "belum dicadangkan" at the next change', async () => {
    const one = await tab()
    const exporting = one.session.changesForFile()
    await settle()
    await one.session.markBackedUp(await exporting)
    expect(one.session.getState().local.unsavedSince).toBeNull()
    set(one, 'value', 2)
    await calm(one)
    expect(one.session.getState().local.unsavedSince).not.toBeNull()
    expect((await localOnDisk())?.unsavedSince).not.toBeNull()
  })

  it('holds what was typed until then, even while a key is struck', async () => {
    const one = await tab()
    type(one, 'a')
    const exporting = one.session.changesForFile()
    type(one, 'ab')
    await settle()
    const file = await exporting
    type(one, 'abc')
    await calm(one)
    expect(headsIn(one)).toEqual(['abc'])
    expect(valuesOf(await onDisk(), I07).analysis).toBe('abc')
    expect(file.map(({ value }) => value)).toContain('a')
  })
})

it('an assessment that cannot be read is not opened, and nobody listens for it any more', async () => {
  const database = await connect()
  await database.put('changes', { assessment: ID, field: 'x', change: { id: 'b' } as never }, [ID, 'b'])
  const stored = await readAssessment(database, ID)
  if (!stored) throw new Error('gone')
  const stop = vi.fn()
  const news = { publish: vi.fn(), subscribe: () => stop, close: vi.fn() }
  await expect(openSession({ database, news, instrument: spbe2020, stored })).rejects.toThrow()
  expect(stop).toHaveBeenCalled()
  database.close()
})

it('heads that are still on their way to the disk are named with the id they may take there', async () => {
  const one = await tab()
  type(one, 'satu')
  const [first] = headIds(presentIn(one), I07, 'analysis')
  blur(one)
  type(one, 'dua')
  const second = fieldState(presentIn(one), I07, 'analysis')?.heads[0]
  expect(second?.replaces).toHaveLength(2)
  expect(second?.replaces).toContain(first)
})

describe('drawing', () => {
  it('shows what follows from a choice a frame later, and what the disk answered at once', async () => {
    const opened = await tab()
    const { session } = opened
    const frames: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
    const drawnValue = () => valuesOf(session.getDrawnState().present, I07).value

    set(opened, 'value', 3)
    expect(drawnValue()).toBeUndefined()
    frames.pop()?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(drawnValue()).toBe(3)
    await settle()
    expect(session.getDrawnState().saving).toMatchObject({ kind: 'saved' })
    expect(frames).toEqual([])

    set(opened, 'value', 4)
    await settle()
    expect(session.getState().saving).toMatchObject({ kind: 'saved' })
    expect(drawnValue()).toBe(3)
  })
})
