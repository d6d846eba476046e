import { PT, type Style, type Weight } from './geometry'

/** What the measuring needs to know of the fonts. */
export interface FontMetrics {
  /** Advance width in thousandths of an em; undefined for a character no font has. */
  advance(code: number, weight: Weight): number | undefined
}

export interface Measure {
  /** Width in thousandths of an em. Each distinct word is measured once. */
  units(text: string, weight: Weight): number
  /** Width in mm. */
  width(text: string, style: Style): number
  /** The longest beginning of `text` within `limit` thousandths of an em, in UTF-16 units; at least one character. */
  cut(text: string, weight: Weight, limit: number): number
}

/** Measures texts that hold only characters the fonts have; others count as nothing. */
export function createMeasure(metrics: FontMetrics): Measure {
  const advances = { regular: new Map<number, number>(), bold: new Map<number, number>() }
  const words = { regular: new Map<string, number>(), bold: new Map<string, number>() }

  function advance(code: number, weight: Weight): number {
    const known = advances[weight].get(code)
    if (known !== undefined) return known
    const found = metrics.advance(code, weight) ?? 0
    advances[weight].set(code, found)
    return found
  }

  function units(text: string, weight: Weight): number {
    const known = words[weight].get(text)
    if (known !== undefined) return known
    let sum = 0
    for (let index = 0; index < text.length; index++) sum += advance(text.charCodeAt(index), weight)
    words[weight].set(text, sum)
    return sum
  }

  function cut(text: string, weight: Weight, limit: number): number {
    let sum = 0
    for (let index = 0; index < text.length; index++) {
      sum += advance(text.charCodeAt(index), weight)
      if (sum > limit) return Math.max(1, index)
    }
    return text.length
  }

  return {
    units,
    cut,
    width: (text, style) => (units(text, style.weight) * style.size * PT) / 1000,
  }
}

/** A width in mm as thousandths of an em of a style. */
export function unitsOf(width: number, style: Style): number {
  return (width * 1000) / (style.size * PT)
}
