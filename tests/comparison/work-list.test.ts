/** What of an old assessment may be used again: nothing is lost, nothing is proposed twice, nothing happens by itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change, ChangeValue } from '../../src/answers/change'
import { fieldSchema } from '../../src/answers/fields'
import { headIds, presentOf, withChanges, type Present } from '../../src/answers/present'
import { evidenceOf, needsPageCheck } from '../../src/evidence/evidence'
import { crosswalkSchema, linksBetween } from '../../src/instrument/crosswalk'
import { placedIndicators } from '../../src/instrument/lookup'
import { instrumentSchema, type Instrument } from '../../src/instrument/schema'
import { materialsOf, REUSED_FIELDS, type Piece } from '../../src/comparison/material'
import { takingOf, type Setting } from '../../src/comparison/take'
import { ageOf, workItemOf, type Now } from '../../src/comparison/work-list'
import { changeOf, changesOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'
import { readShipped, spbe2020 } from '../examples/spbe-2020'

const crosswalks = ['spbe-2018-to-2020', 'spbe-2020-to-pemdi-2026'].map((name) =>
  crosswalkSchema.parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../src/instrument/crosswalks/${name}.json`), 'utf8'),
    ),
  ),
)
const spbe2018 = instrumentSchema.parse(readShipped('spbe-2018').json)
const pemdi2026 = instrumentSchema.parse(readShipped('pemdi-2026').json)

function ids(one: Instrument): string[] {
  return placedIndicators(one).map(({ indicator }) => indicator.id)
}

function nowOf(present: Present): Now {
  return { present, evidence: evidenceOf(present) }
}

/** The present after some fields were set, as a session sets them. */
function after(present: Present, settings: readonly Setting[], name: string): Present {
  return settings.reduce((before, { target, field, value }, index) => {
    expect(fieldSchema(target.kind, field)?.safeParse(value).success, `${target.kind}.${field}`).toBe(true)
    const replaces = headIds(before, target, field)
    return withChanges(before, [changeOf(`${name}-${index}`, target, field, value, replaces)])
  }, present)
}

function materials(from: Instrument, changes: readonly Change[], to: Instrument, scope = ids(to)) {
  const source = { instrument: from, present: presentOf(changes) }
  return { source, ...materialsOf(source, to, scope, linksBetween(from, to, crosswalks) ?? []) }
}

const fileTarget = (id: string) => ({ kind: 'file', id }) as const
const fileOf = (id: string, document: string, sha256: string): Change[] =>
  changesOf(fileTarget(id), { document, sha256, name: `${id}.pdf`, size: 3, mediaType: 'pdf' })
const [FIRST, SECOND, OTHER] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string]

const cited = (id: string, indicator: string, document: string, pages = '3'): Change[] =>
  changesOf(citationTarget(id), { indicator, document, pages, level: 3 })

describe('materials of an old assessment', () => {
  const old = [
    ...changesOf(indicatorTarget('I03'), { value: 4, analysis: 'Rencana induk berlaku.', followUpLevel: 5 }),
    ...changesOf(indicatorTarget('I02'), { analysis: 'Proses bisnis diatur.' }),
    ...changesOf(documentTarget('perda'), { title: 'Peraturan', kind: 'perda-perkada', date: '2019-05-03' }),
    ...changesOf(documentTarget('lepas'), { title: 'Tidak dirujuk' }),
    ...cited('c1', 'I03', 'perda'),
  ]

  test('follow the crosswalk: one indicator of 2018 goes on in two of 2020', () => {
    const { items, leftOver } = materials(spbe2018, old, spbe2020)
    const [first, second] = items
    expect(first?.pieces).toMatchObject([
      { kind: 'text', origin: 'I03', target: 'I01', field: 'analysis', value: 'Rencana induk berlaku.' },
      { kind: 'citation', origin: 'I03', target: 'I01', id: 'c1-I01' },
    ])
    expect(second?.pieces.map((piece) => piece.target)).toEqual(['I02', 'I02'])
    // 2018's I02 goes on nowhere, and nothing cites the other document.
    expect(leftOver.texts).toEqual([
      { kind: 'text', origin: 'I02', field: 'analysis', value: 'Proses bisnis diatur.' },
    ])
    expect(leftOver.documents.map(({ id }) => id)).toEqual(['lepas'])
    expect(leftOver.citations).toEqual([])
  })

  test('say what is to be done: use again, look, find', () => {
    const now = nowOf(presentOf([]))
    const work = (to: Instrument, changes: readonly Change[], id: string) => {
      const found = materials(spbe2020, changes, to).items.find(({ indicator }) => indicator === id)
      return found && workItemOf(found, now).work
    }
    const text = (id: string) => changesOf(indicatorTarget(id), { analysis: 'x' })
    expect(work(spbe2020, text('I07'), 'I07')).toBe('reuse')
    expect(work(pemdi2026, text('I01'), 'I01')).toBe('reuse')
    expect(work(pemdi2026, text('I14'), 'I15')).toBe('check')
    expect(work(pemdi2026, text('I01'), 'I06')).toBe('find')
    // It continues an old one, which holds nothing.
    expect(work(pemdi2026, [], 'I01')).toBe('find')
  })

  test('name a field that nobody has decided yet, and propose neither of its values', () => {
    const changes = [
      changeOf('a', indicatorTarget('I05'), 'analysis', 'satu'),
      changeOf('b', indicatorTarget('I05'), 'analysis', 'dua'),
      changeOf('c', indicatorTarget('I05'), 'value', 2),
      changeOf('d', indicatorTarget('I05'), 'value', 3),
    ]
    const { items, leftOver } = materials(spbe2020, changes, spbe2020)
    expect(items.flatMap(({ pieces }) => pieces)).toEqual([])
    expect(leftOver.undecided).toEqual(['indicator:I05/analysis'])
  })

  test('leave the subject behind where the new indicator judges no named service', () => {
    const subject = changesOf(indicatorTarget('I43'), { subject: 'Portal data', facts: 'Ada.' })
    const { items, leftOver } = materials(spbe2020, subject, pemdi2026)
    expect(items.flatMap(({ pieces }) => pieces).map((piece) => 'field' in piece && piece.field)).toEqual([
      'facts',
      'facts',
    ])
    expect(leftOver.texts).toMatchObject([{ field: 'subject', value: 'Portal data' }])
  })
})

describe('taking a citation over', () => {
  const old = [
    ...changesOf(documentTarget('perda'), { title: 'Peraturan', kind: 'perda-perkada', date: '2023' }),
    ...fileOf('f1', 'perda', FIRST),
    ...fileOf('f2', 'perda', SECOND),
    ...fileOf('f3', 'perda', OTHER),
    changeOf('f3-removed', fileTarget('f3'), 'removed', true),
    ...cited('c1', 'I01', 'perda'),
    ...changesOf(citationTarget('c1'), { file: SECOND, pdfPages: '3' }),
  ]

  function begun(here: readonly Change[] = []) {
    const { source, items } = materials(spbe2020, old, spbe2020)
    const [piece] = items[0]?.pieces ?? []
    if (!piece) throw new Error('no piece')
    return { source, piece, now: nowOf(presentOf(here)) }
  }

  test('brings its document along, with every field, and undo takes both back', () => {
    const { source, piece, now } = begun()
    const { take, undo } = takingOf(piece, source.present, now)
    const taken = after(now.present, take, 'take')
    const { documents, citations } = evidenceOf(taken)
    // A file that was taken off it there stays there.
    const [old] = evidenceOf(source.present).documents
    expect(documents).toEqual([{ ...old, removedFiles: [] }])
    expect(documents[0]?.files.map(({ sha256 }) => sha256)).toEqual([FIRST, SECOND])
    expect(citations.get('I01')).toMatchObject([{ id: 'c1', pages: '3', pdfPages: '3', file: SECOND }])
    expect(citations.get('I01')?.some(needsPageCheck)).toBe(false)
    const undone = after(taken, undo(nowOf(taken)), 'undo')
    expect(evidenceOf(undone).documents).toEqual([])
    expect(workItemOf({ indicator: 'I01', links: [], pieces: [piece] }, nowOf(undone)).open).toBe(1)
    const again = after(undone, takingOf(piece, source.present, nowOf(undone)).take, 'again')
    expect(evidenceOf(again)).toEqual(evidenceOf(taken))
  })

  test('names the document that is here already under another id', () => {
    const { source, piece, now } = begun(
      changesOf(documentTarget('sendiri'), { title: 'Peraturan', kind: 'sk', date: '2023' }),
    )
    const taken = after(now.present, takingOf(piece, source.present, now).take, 'take')
    expect(evidenceOf(taken).documents.map(({ id }) => id)).toEqual(['sendiri'])
    expect(evidenceOf(taken).citations.get('I01')?.[0]?.document.kind).toBe('sk')
  })

  test('gives its files to the document that is here already, unless that has its own; undo takes them back', () => {
    const twin = changesOf(documentTarget('sendiri'), { title: 'Peraturan', date: '2023' })
    const taken = (here: readonly Change[]) => {
      const { source, piece, now } = begun([...twin, ...here])
      const taking = takingOf(piece, source.present, now)
      const present = after(now.present, taking.take, 'take')
      return { present, undone: after(present, taking.undo(nowOf(present)), 'undo') }
    }
    const sums = (present: Present) => evidenceOf(present).documents[0]?.files.map(({ sha256 }) => sha256)
    const bare = taken([])
    expect(sums(bare.present)).toEqual([FIRST, SECOND])
    expect(sums(bare.undone)).toEqual([])
    expect(sums(taken(fileOf('f9', 'sendiri', FIRST)).present)).toEqual([FIRST, SECOND])
    const own = taken(fileOf('f9', 'sendiri', OTHER))
    expect(sums(own.present)).toEqual([OTHER])
    // Its pages are those of the old file: to be looked at.
    expect(evidenceOf(own.present).citations.get('I01')?.every(needsPageCheck)).toBe(true)
  })

  test('is not proposed where the same place of the same document is cited already', () => {
    const twin = changesOf(documentTarget('sendiri'), { title: 'Peraturan', date: '2023' })
    const stateBeside = (pages: string) => {
      const { piece, now } = begun([...twin, ...cited('tangan', 'I01', 'sendiri', pages)])
      return workItemOf({ indicator: 'I01', links: [], pieces: [piece] }, now).pieces[0]?.state
    }
    expect(stateBeside('3')).toBe('taken')
    expect(stateBeside('4')).toBe('open')
  })

  test('by two people of the same new assessment makes one document and one citation', () => {
    const { source, piece, now } = begun()
    const { take } = takingOf(piece, source.present, now)
    const change = (name: string) => (setting: Setting, index: number) =>
      changeOf(`${name}-${index}`, setting.target, setting.field, setting.value)
    const merged = presentOf([...take.map(change('satu')), ...take.map(change('dua'))])
    expect(merged.differences.size).toBe(0)
    expect(evidenceOf(merged).documents).toHaveLength(1)
    expect(evidenceOf(merged).citations.get('I01')).toHaveLength(1)
  })

  test('keeps a document that something else has come to cite before it is undone', () => {
    const { source, piece, now } = begun()
    const { take, undo } = takingOf(piece, source.present, now)
    const later = withChanges(after(now.present, take, 'take'), cited('lain', 'I02', 'perda'))
    const undone = evidenceOf(after(later, undo(nowOf(later)), 'undo'))
    expect(undone.documents).toHaveLength(1)
    expect([...undone.citations.keys()]).toEqual(['I02'])
  })

  test('claims no level under another indicator', () => {
    const { source, items } = materials(spbe2020, old, pemdi2026)
    const [piece] = items[0]?.pieces ?? []
    if (!piece) throw new Error('no piece')
    const taken = after(presentOf([]), takingOf(piece, source.present, nowOf(presentOf([]))).take, 'take')
    expect(evidenceOf(taken).citations.get('I01')?.[0]).toMatchObject({ level: null, pages: '3' })
  })
})

test.each([
  ['2021-05-03', 2024, 3],
  ['2024', 2024, 0],
  ['2025', 2024, null],
  ['', 2024, null],
  ['2021', undefined, null],
])('a document of %s is %s − its year old', (date, year, age) => {
  expect(ageOf({ date }, year)).toBe(age)
})

// Any old and any new assessment, of any two instruments that a crosswalk or sameness joins.
const text = fc.constantFrom('Ada.', 'Sudah ditetapkan.', 'Belum.')
const fieldValue: Readonly<Record<string, fc.Arbitrary<ChangeValue>>> = {
  obstacleKinds: fc.constantFrom(['sdm'], ['sdm', 'lainnya']).map((kinds) => [...kinds]),
  followUpDue: fc.constantFrom('2025-12-01', '2026'),
}
const answerChange = (known: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...known), fc.constantFrom(...REUSED_FIELDS))
    .chain(([id, field]) =>
      (fieldValue[field] ?? text).map((value) => ({ target: indicatorTarget(id), field, value })),
    )
const evidence = (known: readonly string[]) =>
  fc
    .record({
      id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      indicator: fc.constantFrom(...known),
      document: fc.constantFrom('d1', 'd2', 'd3'),
      pages: fc.constantFrom('', '3'),
    })
    .map(({ id, ...fields }) =>
      Object.entries(fields).map(([field, value]) => ({
        target: citationTarget(id),
        field,
        value,
      })),
    )
const documents: Setting[] = ['d1', 'd2', 'd3'].flatMap((id) => [
  { target: documentTarget(id), field: 'title', value: `Dokumen ${id}` },
  { target: fileTarget(`f-${id}`), field: 'document', value: id },
  { target: fileTarget(`f-${id}`), field: 'sha256', value: FIRST },
])
const assessmentOf = (known: readonly string[]) =>
  fc
    .tuple(fc.array(answerChange(known), { maxLength: 12 }), fc.array(evidence(known), { maxLength: 5 }))
    .map(([answers, citations]) => after(presentOf([]), [...documents, ...answers, ...citations.flat()], 'x'))
const pair = fc
  .constantFrom(
    [spbe2020, spbe2020] as const,
    [spbe2018, spbe2020] as const,
    [spbe2020, pemdi2026] as const,
    [spbe2018, pemdi2026] as const,
  )
  .chain(([from, to]) =>
    fc.record({
      from: fc.constant(from),
      to: fc.constant(to),
      // Few indicators, so that they meet.
      old: assessmentOf(ids(from).slice(0, 8)),
      here: assessmentOf(ids(to).slice(0, 5)),
      scope: fc.subarray(ids(to), { minLength: 1 }),
    }),
  )

const nameOf = (piece: Piece): string =>
  piece.kind === 'citation'
    ? piece.citation.id
    : `${piece.origin} ${piece.field} ${JSON.stringify(piece.value)}`

describe('for any two assessments', () => {
  test('everything of the old one is proposed or left over, and nothing else is', () => {
    fc.assert(
      fc.property(pair, ({ from, to, old, scope }) => {
        const source = { instrument: from, present: old }
        const links = linksBetween(from, to, crosswalks) ?? []
        const { items, leftOver } = materialsOf(source, to, scope, links)
        const pieces = items.flatMap(({ pieces }) => pieces)
        const words = ids(from).flatMap((id) =>
          REUSED_FIELDS.flatMap((field) => {
            const value = old.targets.get(`indicator:${id}`)?.[field]
            return value === undefined ? [] : [{ id, field, value: JSON.stringify(value) }]
          }),
        )
        for (const { id, field, value } of words) {
          const proposed = pieces.some(
            (piece) =>
              piece.kind === 'text' && piece.field === field && JSON.stringify(piece.value) === value,
          )
          const left = leftOver.texts.some(
            (one) => one.origin === id && one.field === field && JSON.stringify(one.value) === value,
          )
          expect(proposed || left, `${id} ${field}`).toBe(true)
          if (left) {
            expect(
              pieces.some((piece) => piece.origin === id && 'field' in piece && piece.field === field),
            ).toBe(false)
          }
        }
        const citations = [...evidenceOf(old).citations.values()].flat().map(({ id }) => id)
        const proposed = pieces.flatMap((piece) => (piece.kind === 'citation' ? [piece.citation.id] : []))
        const left = leftOver.citations.map(({ id }) => id)
        expect([...new Set([...proposed, ...left])].sort()).toEqual([...citations].sort())
        expect(proposed.filter((id) => left.includes(id))).toEqual([])
        expect(items.map(({ indicator }) => indicator)).toEqual(ids(to).filter((id) => scope.includes(id)))
        expect(materialsOf(source, to, scope, links)).toEqual({ items, leftOver })
      }),
      { numRuns: 60 },
    )
  })

  test('what is open stands nowhere yet; taken over it stands there, and undone it is open again', () => {
    fc.assert(
      fc.property(pair, fc.nat(), ({ from, to, old, here, scope }, pick) => {
        const source = { instrument: from, present: old }
        const { items } = materialsOf(source, to, scope, linksBetween(from, to, crosswalks) ?? [])
        const now = nowOf(here)
        const all = items.flatMap((material) => workItemOf(material, now).pieces)
        const open = all.filter(({ state }) => state === 'open').map(({ piece }) => piece)
        for (const piece of open) {
          if (piece.kind === 'text') {
            const value = here.targets.get(`indicator:${piece.target}`)?.[piece.field]
            expect(value ?? '').toHaveLength(0)
          } else {
            const cites = now.evidence.citations.get(piece.target) ?? []
            const { document, pages, label } = piece.citation
            expect(
              cites.some(
                (one) => one.document.title === document.title && one.pages === pages && one.label === label,
              ),
            ).toBe(false)
          }
        }
        const piece = open[pick % Math.max(open.length, 1)]
        if (!piece) return
        const { take, undo } = takingOf(piece, old, now)
        const taken = after(here, take, 'take')
        const stateIn = (present: Present) =>
          items
            .flatMap((material) => workItemOf(material, nowOf(present)).pieces)
            .find((one) => nameOf(one.piece) === nameOf(piece) && one.piece.target === piece.target)?.state
        expect(stateIn(taken)).toBe('taken')
        expect(stateIn(after(taken, undo(nowOf(taken)), 'undo'))).toBe('open')
        // Nothing but this was touched: no level, and no other answer.
        const touched = [...taken.targets].filter(([key, values]) => here.targets.get(key) !== values)
        expect(touched.every(([, values]) => !('value' in values))).toBe(true)
        expect(touched.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 60 },
    )
  })
})
