import type { Style, Weight } from './geometry'
import { unitsOf, type Measure } from './measure'
import { breakWord } from './wrap'

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string
  readonly weight: Weight
}

/** A run placed on its line: `x` in mm from where the line begins. */
export interface PlacedRun extends Run {
  readonly x: number
}

export type RichLine = readonly PlacedRun[]

type Token = Run & { readonly spaced: boolean; readonly breaks: boolean }

/** Breaks runs of different weights into lines at most `width` mm long. `style.weight` is not used. */
export function wrapRuns(measure: Measure, runs: readonly Run[], style: Style, width: number): RichLine[] {
  const limit = unitsOf(width, style)
  const scale = width / limit
  const lines: PlacedRun[][] = []
  let line: PlacedRun[] = []
  let used = 0
  for (const word of words(measure, tokensOf(runs), style, limit)) {
    const wordUnits = word.reduce((sum, piece) => sum + measure.units(piece.text, piece.weight), 0)
    const first = word[0]
    const space = line.length > 0 && first?.spaced ? measure.units(' ', first.weight) : 0
    if (line.length > 0 && (first?.breaks || used + space + wordUnits > limit)) {
      lines.push(line)
      line = []
      used = 0
    } else {
      used += space
    }
    for (const { text, weight } of word) {
      line.push({ text, weight, x: used * scale })
      used += measure.units(text, weight)
    }
  }
  return [...lines, line].map((placed) => joinRuns(measure, placed, scale))
}

function tokensOf(runs: readonly Run[]): Token[] {
  const tokens: Token[] = []
  let spaced = false
  let breaks = false
  for (const { text, weight } of runs) {
    for (const part of text.split(/( |\n)/)) {
      if (part === '') continue
      if (part === ' ') spaced = true
      else if (part === '\n') breaks = true
      else {
        tokens.push({ text: part, weight, spaced, breaks })
        spaced = false
        breaks = false
      }
    }
  }
  return tokens
}

/** Tokens with no space between them stay together, unless they are too long for a line. */
function words(measure: Measure, tokens: readonly Token[], style: Style, limit: number): Token[][] {
  const joined: Token[][] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (measure.units(token.text, token.weight) > limit) {
      const pieces = breakWord(measure, token.text, { ...style, weight: token.weight }, limit)
      joined.push(...pieces.map((text) => [{ ...token, text }]))
    } else if (last && !token.spaced && !token.breaks) last.push(token)
    else joined.push([token])
  }
  return joined
}

/** Neighbours of one weight become one text, so that it can be selected and searched as one. */
function joinRuns(measure: Measure, line: readonly PlacedRun[], scale: number): RichLine {
  const joined: PlacedRun[] = []
  for (const run of line) {
    const last = joined.at(-1)
    if (last?.weight !== run.weight) {
      joined.push(run)
      continue
    }
    const end = last.x + measure.units(last.text, last.weight) * scale
    joined[joined.length - 1] = { ...last, text: last.text + (run.x - end > 1e-6 ? ' ' : '') + run.text }
  }
  return joined
}
