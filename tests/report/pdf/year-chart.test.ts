import { expect, test } from 'vitest'
import type { Drawing, Pen } from '../../../src/report/pdf/drawing'
import type { Measure } from '../../../src/report/pdf/measure'
import { drawYearLine } from '../../../src/report/pdf/year-chart'
import type { YearPoint } from '../../../src/report/year-line'

const point = (year: string, text: string, x: number, y: number): YearPoint => ({
  ...{ key: year, year, text, x, y },
  complete: true,
})

test('no line of the grid runs through the value of a year', () => {
  const shapes: Drawing[] = []
  const pen: Pen = { add: (shape) => void shapes.push(shape), mark: () => undefined }
  const width = (text: string) => text.length * 1.5
  const measure: Measure = { width, units: () => 0, cut: (text) => text.length }
  const ticks = Array.from({ length: 21 }, (_, step) => ({ text: String(step), y: step / 20 }))
  const line = [point('2024', '2,20', 0, 0.3), point('2025', '2,72', 1, 0.43)]
  const years = { ticks, runs: [{ line, beside: [] }], breaks: [], label: '' }
  drawYearLine(pen, measure, years, { x: 20, y: 20, width: 100, height: 40 })

  for (const { text } of line) {
    const at = shapes.findIndex((shape) => shape.kind === 'text' && shape.text === text)
    const value = shapes[at]
    if (value?.kind !== 'text') throw new Error(`${text} is not written`)
    const crossing = shapes.findLastIndex(
      (shape) =>
        shape.kind === 'line' && shape.y1 === shape.y2 && shape.y1 < value.y && shape.y1 > value.y - 2,
    )
    const cleared = shapes.findIndex(
      (shape) =>
        shape.kind === 'rect' &&
        shape.x <= value.x &&
        shape.x + shape.width >= value.x + width(text) &&
        shape.y <= value.y - 2 &&
        shape.y + shape.height >= value.y,
    )
    expect(crossing).toBeGreaterThan(-1)
    expect(cleared).toBeGreaterThan(crossing)
    expect(at).toBeGreaterThan(cleared)
  }
})
