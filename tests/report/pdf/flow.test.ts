import { describe, expect, it } from 'vitest'
import { createFlow, type Atom, type Flow } from '../../../src/report/pdf/flow'
import { BODY, BOTTOM, LEFT, TOP } from '../../../src/report/pdf/geometry'
import { createMeasure } from '../../../src/report/pdf/measure'
import { table } from '../../../src/report/pdf/table'
import { lineAtoms } from '../../../src/report/pdf/text-atoms'

/** Every character half an em wide. */
const measure = createMeasure({ advance: () => 500 })

function textsOf(flow: Flow): string[][] {
  return flow.pages.map(({ drawings }) =>
    drawings.flatMap((drawing) => (drawing.kind === 'text' ? [drawing.text] : [])),
  )
}

function space(height: number): Atom {
  return { height, draw: () => undefined }
}

describe('page breaks', () => {
  it('leave at least three lines of a paragraph on either side', () => {
    for (let count = 1; count <= 12; count++) {
      for (let used = 0; used < BOTTOM - TOP; used += 7) {
        const flow = createFlow()
        flow.newPage()
        const lines = Array.from({ length: count }, (_, index) => `line ${index}`)
        flow.place([space(used), ...lineAtoms(lines, LEFT, BODY)])
        const parts = textsOf(flow)
          .map((page) => page.length)
          .filter((length) => length > 0)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count)
        if (parts.length > 1) expect(Math.min(...parts)).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('never cut a row of a table, and repeat its head', () => {
    const rows = Array.from({ length: 90 }, (_, row) => ({
      cells: [
        { text: `number${row}` },
        { text: Array.from({ length: 1 + (row % 6) }, (_, line) => `row${row}-line${line}`).join('\n') },
      ],
    }))
    const columns = [
      { head: 'No.', width: 40 },
      { head: 'Text', width: 100 },
    ]
    const flow = createFlow()
    flow.newPage()
    flow.place(table(measure, LEFT, columns, rows))
    const pages = textsOf(flow)
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      expect(page.slice(0, 2)).toEqual(['No.', 'Text'])
      expect(page[2]).toMatch(/^number/)
    }
    rows.forEach((_, row) => {
      const on = pages.filter((page) =>
        page.some((text) => text === `number${row}` || text.startsWith(`row${row}-`)),
      )
      expect(on, `row ${row}`).toHaveLength(1)
      expect(on[0]?.filter((text) => text.startsWith(`row${row}-`))).toHaveLength(1 + (row % 6))
    })
  })

  it('go on with a row that no page could hold', () => {
    const text = Array.from({ length: 130 }, (_, line) => `line${line}`).join('\n')
    const flow = createFlow()
    flow.newPage()
    flow.place(table(measure, LEFT, [{ head: 'Text', width: 100 }], [{ cells: [{ text }] }]))
    const lines = textsOf(flow).flat()
    expect(lines.filter((line) => line.startsWith('line'))).toHaveLength(130)
    const lowest = flow.pages.flatMap(({ drawings }) =>
      drawings.flatMap((drawing) => ('y' in drawing ? [drawing.y] : [])),
    )
    expect(Math.max(...lowest)).toBeLessThanOrEqual(BOTTOM)
  })

  it('keep what is glued together and drop rules and gaps at the top of a page', () => {
    const drawn: [string, number, number][] = []
    const flow = createFlow()
    const atom = (name: string, rest: Partial<Atom>): Atom => ({
      height: 20,
      draw: (_, y) => drawn.push([name, flow.pages.length, y]),
      ...rest,
    })
    flow.newPage()
    flow.place([
      space(BOTTOM - TOP - 50),
      atom('rule', { between: true, glued: true }),
      atom('title', { glued: true, gap: 9, overTop: atom('crumb', { height: 5 }) }),
      atom('level', { gap: 5 }),
    ])
    expect(drawn).toEqual([
      ['crumb', 2, TOP],
      ['title', 2, TOP + 5],
      ['level', 2, TOP + 30],
    ])
  })
})
