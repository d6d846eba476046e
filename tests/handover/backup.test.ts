import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/answers/change'
import { idsOf, presentOf, valuesOf } from '../../src/answers/present'
import {
  BACKUP_LIMIT,
  FORMAT_VERSION,
  readBackup,
  writeBackup,
  type BackupReading,
  type BackupSource,
} from '../../src/handover/backup'
import {
  ASSESSMENT,
  changeOf,
  changesOf,
  citationTarget,
  documentTarget,
  indicatorTarget,
  questionTarget,
} from '../examples/changes'
import { storedAssessment } from '../storage/fresh'

function source(changes: readonly Change[]): BackupSource {
  return {
    assessment: storedAssessment().assessment,
    changes,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    appVersion: '0.1.0',
    savedAt: '2025-06-12T02:15:00.000Z',
  }
}

const changes: readonly Change[] = [
  ...changesOf(ASSESSMENT, { institutionKind: 'kabupaten', institutionName: 'Kabupaten Contoh', year: 2025 }),
  ...changesOf(indicatorTarget('I07'), {
    value: 3,
    analysis: 'Sudah “baik”.\nBaris dua 🏛',
    obstacleKinds: ['sdm'],
  }),
  ...changesOf(documentTarget('d1'), { title: 'Perbup 41/2023', kind: 'perda-perkada', confidential: false }),
  ...changesOf(citationTarget('c1'), { indicator: 'I07', document: 'd1', pages: '6–9', level: null }),
  ...changesOf(questionTarget('Q1'), { answer: 'Layanan perizinan.' }),
  changeOf('later', indicatorTarget('I07'), 'value', 4, ['I07-value']),
]
const good = writeBackup(source(changes))

/** The good file with something done to it. */
function altered(
  alter: (file: Record<string, unknown> & { changes: Record<string, unknown>[] }) => void,
): string {
  const file = JSON.parse(good) as Record<string, unknown> & { changes: Record<string, unknown>[] }
  alter(file)
  return JSON.stringify(file)
}

/** The good file with one field of its first change (the institution's kind) set. */
function withFirst(fields: Record<string, unknown>): string {
  return altered((file) => void Object.assign(file.changes[0] ?? {}, fields))
}

function faultOf(reading: BackupReading): string {
  return reading.status === 'refused' ? reading.fault.kind : 'none'
}

const idText = fc.stringMatching(/^[A-Za-z0-9-]{1,64}$/)
const anyChange: fc.Arbitrary<Change> = fc
  .record({
    id: idText,
    what: fc.oneof(
      fc.record({
        target: idText.map(indicatorTarget),
        field: fc.constantFrom('value', 'followUpLevel'),
        value: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0)),
      }),
      fc.record({
        target: idText.map(indicatorTarget),
        field: fc.constantFrom('analysis', 'facts', 'obstacle'),
        value: fc.string({ maxLength: 60 }).map((words) => words.replace(/[^\n -~]/g, '').replace(/\r/g, '')),
      }),
      fc.record({
        target: idText.map(documentTarget),
        field: fc.constant('removed'),
        value: fc.boolean(),
      }),
    ),
    unit: fc.constantFrom('', 'Dinas Kominfo', 'Bagian Organisasi'),
    at: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  })
  .map(({ id, what, unit, at }) => ({ id, ...what, replaces: [], unit, person: '', at }))

const worlds = fc.uniqueArray(anyChange, { selector: ({ id }) => id, maxLength: 12 }).map((all) =>
  // Each may replace the one before: never a ring.
  all.map((change, index) => ({
    ...change,
    replaces: all.slice(Math.max(0, index - 1), index).map(({ id }) => id),
  })),
)

describe('a backup', () => {
  it('read back is what was written', () => {
    expect(readBackup(good)).toEqual({
      status: 'read',
      backup: { format: 'spbe-mandiri/assessment', formatVersion: FORMAT_VERSION, ...source(changes) },
    })
  })

  it('read back is what was written, whatever it holds', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const reading = readBackup(writeBackup(source(world)))
        expect(reading.status === 'read' && reading.backup.changes).toEqual(
          world.map((change) => ({ ...change })),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('of the first format, which knew no general questions, is read with all it has', () => {
    const older = changes.filter((change) => change.target.kind !== 'question')
    const text = writeBackup(source(older)).replace(
      `"formatVersion": ${FORMAT_VERSION}`,
      '"formatVersion": 1',
    )
    expect(text).toContain('"formatVersion": 1,')
    const reading = readBackup(text)
    expect(reading.status === 'read' && reading.backup.changes).toEqual(older)
  })

  it('written again is the same text', () => {
    const reading = readBackup(good)
    if (reading.status !== 'read') throw new Error('refused')
    expect(writeBackup({ ...reading.backup })).toBe(good)
  })

  it('of an assessment without a single change is read too', () => {
    expect(readBackup(writeBackup(source([]))).status).toBe('read')
  })

  it('may begin with a byte order mark of an editor or not: the text decides', async () => {
    const bytes = new Blob(['\ufeff', good])
    expect(readBackup(await bytes.text()).status).toBe('read')
  })

  it('with the very same change twice holds it once', () => {
    const twice = altered((file) => void file.changes.push({ ...file.changes[0] }))
    const reading = readBackup(twice)
    expect(reading.status === 'read' && reading.backup.changes).toHaveLength(changes.length)
  })
})

describe('a file that is not whole', () => {
  it('is refused wherever it was cut', () => {
    const small = writeBackup(source(changes.slice(0, 2)))
    const end = small.trimEnd().length
    for (let length = 0; length < end; length += 1) {
      expect(faultOf(readBackup(small.slice(0, length)))).toBe('not-json')
    }
  })

  it('is refused wherever its bytes were cut, within a letter too', () => {
    const bytes = new TextEncoder().encode(writeBackup(source(changes.slice(3, 5))))
    const end = bytes.length - 1
    for (let length = 0; length < end; length += 1) {
      expect(faultOf(readBackup(new TextDecoder().decode(bytes.subarray(0, length))))).toBe('not-json')
    }
  })

  it('is refused when any one change of it is wrong, wherever it stands', () => {
    for (let index = 0; index < changes.length; index += 1) {
      const text = altered((file) => void Object.assign(file.changes[index] ?? {}, { at: 'kemarin' }))
      expect(readBackup(text)).toEqual({
        status: 'refused',
        fault: { kind: 'damaged', where: `changes.${index}.at` },
      })
    }
  })
})

describe('what is no backup', () => {
  it.each(['', ' ', 'halo', '{', '[1,2', 'PK\u0003\u0004', '<html></html>', 'undefined', 'NaN', "{'a':1}"])(
    'is no JSON: %j',
    (text) => expect(faultOf(readBackup(text))).toBe('not-json'),
  )

  it.each([
    'null',
    'true',
    '7',
    '"spbe-mandiri/assessment"',
    '[]',
    '{}',
    '{"format":"spbe-mandiri/assessment"}',
    '{"format":"spbe-mandiri/report","formatVersion":1}',
    '{"format":["spbe-mandiri/assessment"],"formatVersion":1}',
    '{"format":"spbe-mandiri/assessment","formatVersion":"1"}',
    '{"format":"spbe-mandiri/assessment","formatVersion":0}',
    '{"format":"spbe-mandiri/assessment","formatVersion":1.5}',
    '{"format":"spbe-mandiri/assessment","formatVersion":1e300}',
    '{"__proto__":{"format":"spbe-mandiri/assessment","formatVersion":1}}',
  ])('is JSON of something else: %s', (text) => expect(faultOf(readBackup(text))).toBe('not-a-backup'))

  it('is told from a backup of a newer format', () => {
    const formatVersion = FORMAT_VERSION + 1
    expect(readBackup(JSON.stringify({ format: 'spbe-mandiri/assessment', formatVersion }))).toEqual({
      status: 'refused',
      fault: { kind: 'newer-format', formatVersion },
    })
    expect(
      faultOf(
        readBackup(altered((file) => void Object.assign(file, { formatVersion: 7, changes: 'other' }))),
      ),
    ).toBe('newer-format')
  })

  it('is not even looked at when it is too large', () => {
    expect(faultOf(readBackup(' '.repeat(BACKUP_LIMIT + 1)))).toBe('too-large')
  })
})

describe('a file that is nested 100,000 deep', () => {
  const deep = (open: string, close: string) => `${open.repeat(100_000)}1${close.repeat(100_000)}`
  const begin = good.slice(0, good.lastIndexOf('}'))

  it.each([
    ['as a whole, in lists', deep('[', ']'), /not-json|not-a-backup/],
    ['as a whole, in objects', deep('{"a":', '}'), /not-json|not-a-backup/],
    ['in a value', good.replace('"kabupaten"', deep('[', ']')), /damaged|not-json/],
    [
      'in what is replaced',
      good.replace('"replaces": []', `"replaces": ${deep('[', ']')}`),
      /damaged|not-json/,
    ],
    ['in a field nobody knows', `${begin},"more":${deep('{"a":', '}')}}`, /none|not-json/],
  ])('is refused or read, and never breaks off: %s', (_, text, outcome) => {
    expect(faultOf(readBackup(text))).toMatch(outcome)
  })
})

describe('a damaged file is refused', () => {
  it.each<[string, string]>([
    ['an id of a foreign shape', withFirst({ id: 'a b' })],
    ['an id that is a prototype’s', withFirst({ id: '__proto__' })],
    ['an id too long', withFirst({ id: 'a'.repeat(65) })],
    ['an unknown field', withFirst({ field: 'mood' })],
    ['a field that is a prototype’s', withFirst({ field: '__proto__' })],
    ['a field that is a constructor', withFirst({ field: 'constructor' })],
    ['an unknown kind of target', withFirst({ target: { kind: 'planet', id: 'x' } })],
    ['a target without its id', withFirst({ target: { kind: 'indicator' } })],
    ['a value of another kind', withFirst({ value: 7 })],
    ['a value of no kind', withFirst({ value: { toString: 'x' } })],
    ['a number for a list', withFirst({ replaces: 3 })],
    ['numbers in a list of ids', withFirst({ replaces: [1, 2] })],
    ['too long a list of replaced ids', withFirst({ replaces: Array.from({ length: 1001 }, () => 'a') })],
    ['a time that is none', withFirst({ at: '2025-02-30T25:00:00Z' })],
    ['the year 20226', withFirst({ field: 'year', value: 20_226 })],
    ['half a year', withFirst({ field: 'year', value: 2025.5 })],
    ['an institution without a name', withFirst({ field: 'institutionName', value: '' })],
    ['an institution named by blanks', withFirst({ field: 'institutionName', value: ' \u200b\n ' })],
    ['a level below the scale', withFirst({ target: indicatorTarget('I01'), field: 'value', value: -1 })],
    ['a level without end', good.replace('"value": 3', '"value": 1e400')],
    [
      'a text of a megabyte',
      withFirst({ target: indicatorTarget('I01'), field: 'analysis', value: 'x'.repeat(1e6) }),
    ],
    ['a change that changes itself', withFirst({ replaces: ['assessment-institutionKind'] })],
    ['a ring', altered((file) => void Object.assign(file.changes[3] ?? {}, { replaces: ['later'] }))],
    ['one id with two contents', altered((file) => void file.changes.push({ ...file.changes[3], value: 1 }))],
    ['no changes', altered((file) => void delete (file as { changes?: unknown }).changes)],
    ['changes that are no list', altered((file) => void Object.assign(file, { changes: { 0: {} } }))],
    ['a hole in the list', altered((file) => void Object.assign(file.changes, { 1: null }))],
    ['no assessment', altered((file) => void delete file.assessment)],
    ['a scope of nothing', altered((file) => void Object.assign(file.assessment as object, { scope: [] }))],
    [
      'an origin of its own',
      altered((file) => void Object.assign(file.assessment as object, { origin: 'official' })),
    ],
    ['a name as long as a book', altered((file) => void Object.assign(file, { person: 'x'.repeat(301) }))],
  ])('%s', (_, text) => {
    expect(text).not.toBe(good)
    expect(faultOf(readBackup(text))).toBe('damaged')
  })

  it('and the first wrong place is named', () => {
    expect(readBackup(withFirst({ field: 'year', value: 20_226 }))).toEqual({
      status: 'refused',
      fault: { kind: 'damaged', where: 'changes.0.value' },
    })
  })
})

describe('what does no harm is read', () => {
  const presentIn = (text: string) => {
    const reading = readBackup(text)
    if (reading.status !== 'read') throw new Error(JSON.stringify(reading.fault))
    return presentOf(reading.backup.changes)
  }

  it('facts a later version may add', () => {
    const more = altered((file) => {
      Object.assign(file, { mood: 'good' })
      Object.assign(file.changes[0] ?? {}, { mood: 'good' })
    })
    expect(readBackup(more)).toEqual(readBackup(good))
  })

  it('an indicator this instrument does not have', () => {
    const present = presentIn(withFirst({ target: indicatorTarget('I99'), field: 'value', value: 3 }))
    expect(valuesOf(present, indicatorTarget('I99')).value).toBe(3)
    expect(valuesOf(present, indicatorTarget('I07')).value).toBe(4)
  })

  it('ids that are names of what every object has', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'prototype']
    const text = altered((file) => {
      for (const name of names) {
        file.changes.push({ ...changeOf(name, indicatorTarget(name), 'value', 2, ['valueOf']) })
      }
    })
    const present = presentIn(text)
    expect(idsOf(present, 'indicator')).toEqual(['I07', ...names])
    for (const name of names) expect(valuesOf(present, indicatorTarget(name))).toEqual({ value: 2 })
    expect(({} as { value?: unknown }).value).toBeUndefined()
  })

  it('__proto__ as a key', () => {
    const text = good.replace(
      '"unit": "Dinas Contoh"',
      '"__proto__": {"polluted": true},\n "unit": "Dinas Contoh"',
    )
    expect(text).not.toBe(good)
    expect(readBackup(text)).toEqual(readBackup(good))
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('replaced ids nobody knows', () => {
    expect(readBackup(withFirst({ replaces: ['lost-long-ago'] })).status).toBe('read')
  })

  it('control characters, direction marks and markup, as plain text', () => {
    const text = withFirst({
      target: indicatorTarget('I01'),
      field: 'analysis',
      value: '\u0000\u0007a\u202eb\u2066<script>alert(1)</script>\r\njavascript:x\ud800',
    })
    const { analysis } = valuesOf(presentIn(text), indicatorTarget('I01'))
    expect(analysis).toBe('ab<script>alert(1)</script>\njavascript:x')
  })
})

describe('reading never throws', () => {
  /** Something JSON can hold, with what people and programs put wrong in it. */
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '',
      -1,
      1e308,
      -0,
      20226,
      null,
      [],
      {},
      '2025-06-12',
      'x'.repeat(400),
    ),
  )

  /** All places in a value: the keys that lead there. */
  function places(value: unknown, path: readonly string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [[...path]]
    const inside = Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))
    return [[...path], ...inside]
  }

  const everywhere = places(JSON.parse(good)).filter((path) => path.length > 0)

  function put(root: unknown, path: readonly string[], what: unknown, remove: boolean): void {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
    const key = path.at(-1)
    if (typeof parent !== 'object' || parent === null || key === undefined) return
    if (remove) Reflect.deleteProperty(parent, key)
    else
      Object.defineProperty(parent, key, {
        value: what,
        configurable: true,
        enumerable: true,
        writable: true,
      })
  }

  it('whatever stands in whichever place, and what it reads can be written and read again', () => {
    const mutations = fc.array(fc.tuple(fc.constantFrom(...everywhere), anything, fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    })
    let read = 0
    fc.assert(
      fc.property(mutations, (list) => {
        const file: unknown = JSON.parse(good)
        for (const [path, what, remove] of list) put(file, path, what, remove)
        const reading = readBackup(JSON.stringify(file))
        if (reading.status !== 'read') return
        read += 1
        expect(readBackup(writeBackup(reading.backup))).toEqual(reading)
      }),
      { numRuns: 2000 },
    )
    // Both ways were taken.
    expect(read).toBeGreaterThan(10)
    expect(read).toBeLessThan(1950)
  })

  it('whichever letters were lost or changed on the way', () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat({ max: good.length - 1 }),
        fc.constantFrom('', '"', '{', ']', ',', '0', 'e', '\\', '\u0000'),
      ),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(damage, (list) => {
        const letters = good.split('')
        for (const [at, letter] of list) letters[at] = letter
        expect(['read', 'refused']).toContain(readBackup(letters.join('')).status)
      }),
      { numRuns: 1000 },
    )
  })
})
