/** Corners in the page's own units, lower left and upper right. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The six numbers of a PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Where a page is put: the size of what carries it, and how its own units get there. Points from the lower left. */
export interface Placing {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
}

/** Longest side of a page in a PDF, pt. */
const LONGEST = 14_400
/** A strip's words have to fit, pt. */
const NARROWEST = 340
/** A page without a usable box is taken for A4. */
const A4: Box = { x0: 0, y0: 0, x1: 595.28, y1: 841.89 }

/** The part of a page that is seen. Boxes that are no boxes do not count. */
export function seenBox(media: Box | null, crop: Box | null): Box {
  const whole = media && isBox(media) ? media : A4
  if (!crop || !isBox(crop)) return whole
  const seen = {
    x0: Math.max(whole.x0, crop.x0),
    y0: Math.max(whole.y0, crop.y0),
    x1: Math.min(whole.x1, crop.x1),
    y1: Math.min(whole.y1, crop.y1),
  }
  return isBox(seen) ? seen : whole
}

function isBox({ x0, y0, x1, y1 }: Box): boolean {
  return [x0, y0, x1, y1].every(Number.isFinite) && x1 > x0 && y1 > y0
}

/**
 * Puts the seen part of a page, turned as it says (`rotate` in degrees clockwise) and in its own size (`unit` in points),
 * above a strip of `strip` points.
 */
export function placingOf(box: Box, rotate: number, unit: number, strip: number): Placing {
  const turned = ((Math.round(rotate / 90) % 4) + 4) % 4
  const across = box.x1 - box.x0
  const up = box.y1 - box.y0
  const [wide, high] = turned % 2 === 0 ? [across, up] : [up, across]
  const wanted = Number.isFinite(unit) && unit > 0 ? unit : 1
  const scale = Math.min(wanted, (LONGEST - strip) / Math.max(wide, high))
  const width = Math.max(NARROWEST, wide * scale)
  const left = (width - wide * scale) / 2
  return { width, height: high * scale + strip, matrix: matrixOf(box, turned, scale, left, strip) }
}

function matrixOf(box: Box, turned: number, s: number, left: number, bottom: number): Matrix {
  switch (turned) {
    case 1:
      return [0, -s, s, 0, left - s * box.y0, bottom + s * box.x1]
    case 2:
      return [-s, 0, 0, -s, left + s * box.x1, bottom + s * box.y1]
    case 3:
      return [0, s, -s, 0, left + s * box.y1, bottom - s * box.x0]
    default:
      return [s, 0, 0, s, left - s * box.x0, bottom - s * box.y0]
  }
}

/** The smallest box around a box after a matrix. */
export function boxAfter({ x0, y0, x1, y1 }: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** A number as PDF content has it. */
export function num(value: number): string {
  return String(Math.round(value * 100_000) / 100_000)
}

export function matrixText(matrix: Matrix): string {
  return `${matrix.map(num).join(' ')} cm`
}
