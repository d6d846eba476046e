import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { boxAfter, type Box, type Matrix } from './page-box'

/** What an annotation shows on the page: a filled field, a stamp, the picture of a signature. */
export interface Appearance {
  readonly form: PDFRef
  /** From the form's own units to the page's. */
  readonly matrix: Matrix
}

/** Bits of an annotation's flags: not to be seen. */
const HIDDEN = 2
const NO_VIEW = 32

/** The appearances of a page's annotations that are seen, in their order. What is no annotation is passed over. */
export function appearancesOf(annotations: PDFObject | undefined, context: PDFContext): Appearance[] {
  const list = context.lookup(annotations)
  if (!(list instanceof PDFArray)) return []
  return list.asArray().flatMap((entry) => {
    const annotation = context.lookup(entry)
    return annotation instanceof PDFDict ? (appearanceOf(annotation, context) ?? []) : []
  })
}

function appearanceOf(annotation: PDFDict, context: PDFContext): Appearance | null {
  const flags = annotation.lookup(PDFName.of('F'))
  if (flags instanceof PDFNumber && flags.asNumber() & (HIDDEN | NO_VIEW)) return null
  if (annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')) return null
  const form = normalOf(annotation, context)
  const stream = form && context.lookup(form)
  const rect = numbersOf(annotation.lookup(PDFName.of('Rect')), context)
  if (!form || !(stream instanceof PDFStream) || rect.length < 4) return null
  const box = numbersOf(stream.dict.lookup(PDFName.of('BBox')), context)
  if (box.length < 4) return null
  const own = numbersOf(stream.dict.lookup(PDFName.of('Matrix')), context)
  const around = boxAfter(ordered(box), own.length === 6 ? (own as unknown as Matrix) : [1, 0, 0, 1, 0, 0])
  return { form, matrix: onto(around, ordered(rect)) }
}

/** The normal appearance; of several, the one of the state it is in. */
function normalOf(annotation: PDFDict, context: PDFContext): PDFRef | null {
  const appearances = annotation.lookup(PDFName.of('AP'))
  if (!(appearances instanceof PDFDict)) return null
  const normal = appearances.get(PDFName.of('N'))
  const states = context.lookup(normal)
  if (!(states instanceof PDFDict)) return normal instanceof PDFRef ? normal : null
  const state = annotation.lookup(PDFName.of('AS'))
  const chosen = state instanceof PDFName ? states.get(state) : undefined
  return chosen instanceof PDFRef ? chosen : null
}

/** ISO 32000-1, 12.5.5: the box around the appearance is stretched onto the annotation's place. */
function onto(from: Box, to: Box): Matrix {
  const wide = from.x1 - from.x0
  const high = from.y1 - from.y0
  const sx = wide > 0 ? (to.x1 - to.x0) / wide : 1
  const sy = high > 0 ? (to.y1 - to.y0) / high : 1
  return [sx, 0, 0, sy, to.x0 - sx * from.x0, to.y0 - sy * from.y0]
}

function numbersOf(values: PDFObject | undefined, context: PDFContext): number[] {
  if (!(values instanceof PDFArray)) return []
  return values.asArray().flatMap((entry) => {
    const value = context.lookup(entry)
    return value instanceof PDFNumber ? [value.asNumber()] : []
  })
}

function ordered([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Box {
  return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) }
}
