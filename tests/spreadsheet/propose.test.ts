/** What a sheet that came back would change: per cell, with what is doubtful or cannot be taken. */
import { beforeAll, describe, expect, test } from 'vitest'
import { LINE_LIMIT, TEXT_LIMIT } from '../../src/answers/text'
import type { ReadBook, ReadCell, ReadSheet } from '../../src/spreadsheet/grid'
import { propose } from '../../src/spreadsheet/propose'
import { opened, proposed, sheetsInputOf, withAnswers, written } from './fixture'
import { rewritten, type Edits } from './rewrite'

const input = sheetsInputOf()
let book: ReadBook

beforeAll(async () => {
  book = await opened(await written(input))
})

async function edited(edits: Edits, names: Readonly<Record<string, string>> = {}) {
  return opened(await rewritten(book, { Isian: edits }, names))
}

async function changesOf(edits: Edits) {
  return proposed(await edited(edits), input).changes
}

async function refusedOf(edits: Edits) {
  const { changes, refused } = proposed(await edited(edits), input)
  expect(changes).toEqual([])
  return refused.map(({ why, cell }) => [why, cell])
}

function faultOf(changed: ReadBook): string {
  const reading = propose(changed, input)
  return reading.status === 'refused' ? reading.fault.kind : 'read'
}

describe('a changed cell', () => {
  test('is proposed with what stands here now', async () => {
    expect(await changesOf({ C4: 5, F5: 'Ditulis di Excel.' })).toMatchObject([
      {
        cell: 'C4',
        number: '1',
        field: 'value',
        target: 'I01',
        before: 4,
        after: 5,
        remarks: [],
        doubtful: false,
      },
      { cell: 'F5', field: 'analysis', target: 'I02', after: 'Ditulis di Excel.' },
    ])
  })

  test('that is blank changes nothing', async () => {
    expect(await changesOf({ C4: null, E7: null, F5: '  ' })).toEqual([])
  })

  test.each([
    ['"2"', '2', 2],
    ['with space around it', ' 2 ', 2],
    ['with a comma', '2,0', 2],
    ['with a space that does not break', '\u00a02', 2],
  ])('with a number typed as text, %s, is taken and said', async (_, typed, after) => {
    expect(await changesOf({ C4: typed })).toMatchObject([
      { after, remarks: ['typed-as-text'], doubtful: false },
    ])
  })

  test.each([
    ['above the scale', 6, 'not-a-level'],
    ['below the scale', 0, 'not-a-level'],
    ['between two levels', 2.5, 'not-a-level'],
    ['below zero', -3, 'not-a-level'],
    ['a word', 'tiga', 'not-a-number'],
    ['a range', '3-4', 'not-a-number'],
    ['below zero as text', '-3', 'not-a-number'],
  ])('with a level that is %s is refused', async (_, level, why) => {
    expect(await refusedOf({ C4: level })).toEqual([[why, 'C4']])
  })

  test('with text of the wrong place or length is refused, not cut', async () => {
    expect(await refusedOf({ D4: 'Aplikasi' })).toEqual([['no-such-field', 'D4']])
    expect(await refusedOf({ D35: 'x'.repeat(LINE_LIMIT + 1) })).toEqual([['too-long', 'D35']])
    expect(await refusedOf({ E4: 'x'.repeat(TEXT_LIMIT + 1) })).toEqual([['too-long', 'E4']])
  })

  test('is cleaned as the form cleans it', async () => {
    expect(await changesOf({ D35: ' Aplikasi\nBaru\u200b ', F5: 'baris\r\nbaru ' })).toMatchObject([
      { field: 'analysis', after: 'baris\nbaru' },
      { field: 'subject', after: 'Aplikasi Baru' },
    ])
  })
})

describe('a row', () => {
  test('of an indicator there is not is said', async () => {
    expect(await refusedOf({ A4: 99, B4: null })).toEqual([['unknown-indicator', 'A4']])
  })

  test('that is there twice is not read at all', async () => {
    expect(await refusedOf({ A5: 1, B5: null, C5: 1 })).toEqual([
      ['duplicate', 'A4'],
      ['duplicate', 'A5'],
    ])
  })

  test('whose number and name are of two indicators is not read', async () => {
    expect(await refusedOf({ A4: 2, C4: 1 })).toContainEqual(['number-and-name-differ', 'A4'])
  })

  test('with another name is doubtful', async () => {
    expect(await changesOf({ B4: 'Nama lain', C4: 1 })).toMatchObject([
      { target: 'I01', remarks: ['name-differs'], doubtful: true },
    ])
  })

  test('without a number is known by its name', async () => {
    expect(await changesOf({ A4: null, C4: 1 })).toMatchObject([{ target: 'I01', doubtful: false }])
  })

  test('outside of what this unit answers is said', async () => {
    const part = { ...input, scope: ['I02'] }
    const { changes, refused } = proposed(await edited({ C4: 1, C5: 1 }), part)
    expect(changes).toMatchObject([{ target: 'I02' }])
    expect(refused.every(({ why }) => why === 'outside-scope')).toBe(true)
  })
})

describe('a sheet', () => {
  test('under another name is found by its heads', async () => {
    const proposal = proposed(await edited({ C4: 1 }, { Isian: 'Sheet1 (2)' }), input)
    expect(proposal.changes).toHaveLength(1)
    expect(proposal.notes).toEqual([{ kind: 'renamed-sheet', sheet: 'Sheet1 (2)' }])
  })

  test('with its columns moved is read by its heads', () => {
    const moved = (cells: readonly (ReadCell | null)[]) => [
      cells[5] ?? null,
      cells[2] ?? null,
      cells[1] ?? null,
      cells[0] ?? null,
    ]
    const proposal = proposed(
      onAnswers((sheet) => ({ ...sheet, rows: sheet.rows.map(moved) })),
      withAnswers(input, { I01: { value: 2 } }),
    )
    expect(proposal.changes).toMatchObject([{ cell: 'B4', target: 'I01', before: 2, after: 4 }])
    expect(proposal.notes).toEqual([
      { kind: 'missing-columns', titles: ['Layanan/aplikasi yang dinilai', 'Fakta'] },
    ])
  })

  test('with a head twice is refused', async () => {
    expect(faultOf(await edited({ H3: 'Tingkat' }))).toBe('head-twice')
  })

  test('that is missing is not made up from the others', () => {
    expect(faultOf({ ...book, sheets: [] })).toBe('no-table')
    expect(faultOf({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Isian') })).toBe('no-table')
  })

  test('of another instrument, version or file of it is refused', () => {
    for (const other of [{ id: 'lain' }, { version: 9 }, { sha256: 'cd'.repeat(32) }]) {
      const stamp = { ...input.stamp, instrument: { ...input.stamp.instrument, ...other } }
      expect(propose(book, { ...input, stamp })).toEqual({
        status: 'refused',
        fault: { kind: 'other-instrument' },
      })
    }
  })

  test('of another assessment is said', () => {
    const stamp = { ...input.stamp, assessment: 'lain' }
    expect(proposed(book, { ...input, stamp }).notes).toEqual([{ kind: 'other-assessment' }])
  })

  test('of a newer application is refused', async () => {
    const newer = await opened(await rewritten(book, { 'Tentang berkas': { B4: 99 } }))
    expect(faultOf(newer)).toBe('newer-layout')
  })

  test('that does not say where it comes from is read with a note, unless most of it is strange', () => {
    const alone = { ...book, sheets: book.sheets.filter(({ name }) => name === 'Isian') }
    expect(proposed(alone, input).notes).toEqual([{ kind: 'no-stamp' }])
    const strange = onAnswers((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, at) =>
        at > 2
          ? cells.map((cell, column): ReadCell | null => (column === 1 ? text(`Pertanyaan ${at}`) : cell))
          : cells,
      ),
    }))
    expect(faultOf({ ...strange, sheets: strange.sheets.filter(({ name }) => name === 'Isian') })).toBe(
      'other-instrument',
    )
  })

  test('that is hidden is read, and said', () => {
    expect(
      proposed(
        onAnswers((sheet) => ({ ...sheet, hidden: true })),
        input,
      ).notes,
    ).toEqual([{ kind: 'hidden-sheet' }])
  })
})

function text(words: string): ReadCell {
  return { kind: 'text', text: words, formula: false }
}

/** The book with its sheet of answers changed. */
function onAnswers(change: (sheet: ReadSheet) => ReadSheet): ReadBook {
  return { ...book, sheets: book.sheets.map((sheet) => (sheet.name === 'Isian' ? change(sheet) : sheet)) }
}
