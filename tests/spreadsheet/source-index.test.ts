/** A sheet with the index of another agency: what it sets, and what is said where it contradicts the level beside it. */
import { describe, expect, test } from 'vitest'
import { instrumentSchema } from '../../src/instrument/schema'
import type { SheetsInput } from '../../src/spreadsheet/input'
import { changeOf, indicatorTarget } from '../examples/changes'
import { readShipped } from '../examples/spbe-2020'
import { opened, proposed, sheetsInputOf, withAnswers, written } from './fixture'
import { rewritten, type Edits } from './rewrite'

const instrument = instrumentSchema.parse(readShipped('pemdi-2026').json)
const blank = sheetsInputOf([], { instrument })
/** Indicator 5 stands in row 8 and converts 0–100 to 1–5: 68,75 is 3,75, and 25 is 2. */
const filled = withAnswers(blank, { I05: { sourceIndex: 68.75, value: 3.75 } })

async function read(edits: Edits, from: SheetsInput, here: SheetsInput = from) {
  const book = await opened(await written(from))
  return proposed(await opened(await rewritten(book, { Isian: edits })), here)
}

describe('an index in the sheet', () => {
  test('sets the value it gives, whatever the level still says', async () => {
    for (const edits of [{ D8: 25 }, { D8: 25, C8: null }, { D8: 25, C8: 2 }]) {
      const { changes, refused } = await read(edits, filled)
      expect(refused).toEqual([])
      expect(changes).toMatchObject([
        {
          field: 'sourceIndex',
          target: 'I05',
          before: 68.75,
          after: 25,
          along: { field: 'value', value: 2 },
          remarks: [],
          doubtful: false,
        },
      ])
    }
  })

  test('beside another level than its own is said, and left to be chosen', async () => {
    expect((await read({ D8: 25, C8: 4.5 }, filled)).changes).toMatchObject([
      {
        field: 'sourceIndex',
        after: 25,
        along: { value: 2 },
        remarks: ['level-beside-index'],
        doubtful: true,
      },
    ])
    expect((await read({ D8: '25', C8: 4.5 }, blank)).changes).toMatchObject([
      { after: 25, remarks: ['typed-as-text', 'level-beside-index'] },
    ])
  })

  test('is let go of where the level beside it was changed alone, and kept where it gives that level', async () => {
    for (const edits of [{ C8: 4.5 }, { C8: 4.5, D8: null }]) {
      expect((await read(edits, filled)).changes).toMatchObject([
        {
          field: 'value',
          after: 4.5,
          along: { field: 'sourceIndex', value: null },
          remarks: ['index-let-go'],
          doubtful: true,
        },
      ])
    }
    const torn = withAnswers(blank, { I05: { sourceIndex: 68.75, value: 2 } })
    expect((await read({}, filled, torn)).changes).toMatchObject([
      { field: 'value', before: 2, after: 3.75, along: null, remarks: [] },
    ])
  })

  test('that no range holds, is no number, or has no place is refused; the level beside it is read', async () => {
    const { changes, refused } = await read({ D8: 101, C8: 2, D4: 3, D9: 'baik' }, blank)
    expect(changes).toMatchObject([{ field: 'value', target: 'I05', after: 2, along: null }])
    expect(refused.map(({ why, cell }) => [why, cell])).toEqual(
      expect.arrayContaining([
        ['not-an-index', 'D8'],
        ['no-such-field', 'D4'],
      ]),
    )
    expect(refused).toHaveLength(3)
  })

  test('waits where two people entered the value differently', async () => {
    const here = sheetsInputOf(
      [
        changeOf('one', indicatorTarget('I05'), 'value', 2),
        changeOf('other', indicatorTarget('I05'), 'value', 4),
      ],
      { instrument },
    )
    const { changes, refused } = await read({ D8: 25 }, blank, here)
    expect(changes).toEqual([])
    expect(refused).toMatchObject([{ why: 'waiting', cell: 'D8' }])
  })
})
