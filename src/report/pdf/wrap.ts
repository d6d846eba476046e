import type { Style } from './geometry'
import { unitsOf, type Measure } from './measure'

/** Breaks a text into lines at most `width` mm long: at spaces and line breaks, and inside words only that are longer. */
export function wrap(measure: Measure, text: string, style: Style, width: number): string[] {
  const limit = unitsOf(width, style)
  return text.split('\n').flatMap((paragraph) => wrapParagraph(measure, paragraph, style, limit))
}

/** As few lines as `wrap` needs, but of like length: for titles. */
export function wrapBalanced(measure: Measure, text: string, style: Style, width: number): string[] {
  const widest = wrap(measure, text, style, width)
  if (widest.length === 1) return widest
  let narrow = width / widest.length
  let wide = width
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2
    if (wrap(measure, text, style, middle).length > widest.length) narrow = middle
    else wide = middle
  }
  return wrap(measure, text, style, wide)
}

/** Pieces of a word that each fit into `limit` thousandths of an em, cut after `/ - _ . ,` where there is one. */
export function breakWord(measure: Measure, word: string, style: Style, limit: number): string[] {
  const pieces: string[] = []
  let rest = word
  while (rest !== '') {
    const longest = measure.cut(rest, style.weight, limit)
    const atMark = longest < rest.length ? lastMark(rest, longest) : 0
    const end = atMark > longest / 2 ? atMark : longest
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return pieces
}

function lastMark(text: string, before: number): number {
  for (let index = before; index > 0; index--) {
    if ('/-_.,'.includes(text.charAt(index - 1))) return index
  }
  return 0
}

function wrapParagraph(measure: Measure, paragraph: string, style: Style, limit: number): string[] {
  const space = measure.units(' ', style.weight)
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of paragraph.split(' ')) {
    if (word === '') continue
    const width = measure.units(word, style.weight)
    if (line !== '' && used + space + width <= limit) {
      line += ' ' + word
      used += space + width
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    used = width
    if (width <= limit) continue
    const pieces = breakWord(measure, word, style, limit)
    line = pieces.pop() ?? ''
    used = measure.units(line, style.weight)
    lines.push(...pieces)
  }
  lines.push(line)
  return lines
}
