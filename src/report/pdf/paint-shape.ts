import type { jsPDF } from 'jspdf'
import type { Dash, Drawing, Surface } from './drawing'

type Shape = Exclude<Drawing, { kind: 'text' | 'link' }>

/** Paints a line, rectangle, polygon or dot. Page references must have been resolved before. */
export function paintShape(doc: jsPDF, shape: Shape): void {
  switch (shape.kind) {
    case 'line':
      return dashed(doc, shape.dash, () => {
        doc.setDrawColor(shape.colour)
        doc.setLineWidth(shape.width)
        doc.line(shape.x1, shape.y1, shape.x2, shape.y2)
      })
    case 'rect':
      return surface(doc, shape, (style) => {
        const { x, y, width, height, radius } = shape
        if (radius) doc.roundedRect(x, y, width, height, radius, radius, style)
        else doc.rect(x, y, width, height, style)
      })
    case 'polygon':
      return surface(doc, shape, (style) => {
        const [first, ...rest] = shape.points
        if (!first) return
        const steps = rest.map(({ x, y }, index) => {
          const from = shape.points[index] ?? first
          return [x - from.x, y - from.y]
        })
        doc.lines(steps, first.x, first.y, [1, 1], style, true)
      })
    case 'dot':
      doc.setFillColor(shape.fill)
      doc.circle(shape.x, shape.y, shape.radius, 'F')
      return
    case 'page-reference':
      throw new Error(`page reference to ${shape.to} was not resolved`)
  }
}

function surface(
  doc: jsPDF,
  { fill, stroke, strokeWidth, dash }: Surface,
  draw: (style: string) => void,
): void {
  if (fill) doc.setFillColor(fill)
  if (stroke) doc.setDrawColor(stroke)
  if (strokeWidth !== undefined) doc.setLineWidth(strokeWidth)
  const style = fill && stroke ? 'FD' : fill ? 'F' : 'S'
  dashed(doc, dash, () => draw(style))
}

function dashed(doc: jsPDF, dash: Dash | undefined, draw: () => void): void {
  if (dash) doc.setLineDashPattern([...dash], 0)
  draw()
  if (dash) doc.setLineDashPattern([], 0)
}
