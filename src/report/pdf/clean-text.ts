import type { FontMetrics } from './measure'

/** Printed in place of a character that no embedded font has. */
export const STAND_IN = '□'

const PLAIN = /^[\n\x20-\x7e]*$/
// Marks that only steer breaking, shaping or direction: they print nothing.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const ALIKE: Readonly<Record<string, string>> = {
  '\u2011': '-',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2003': ' ',
}

export interface Cleaned<T> {
  readonly value: T
  /** Characters replaced by □. A text that occurs twice is counted once. */
  readonly missing: number
}

/** A value with every text in it fit for printing: composed, without control characters, unknown ones replaced. */
export function cleanTexts<T>(value: T, metrics: FontMetrics): Cleaned<T> {
  const texts = new Map<string, string>()
  let missing = 0

  function cleanText(text: string): string {
    if (PLAIN.test(text)) return text
    const known = texts.get(text)
    if (known !== undefined) return known
    let cleaned = ''
    for (const character of normalise(text)) {
      const code = character.codePointAt(0) ?? 0
      if (character === '\n' || (code <= 0xffff && metrics.advance(code, 'regular') !== undefined)) {
        cleaned += character
      } else {
        cleaned += STAND_IN
        missing++
      }
    }
    texts.set(text, cleaned)
    return cleaned
  }

  function clean(part: unknown): unknown {
    if (typeof part === 'string') return cleanText(part)
    if (Array.isArray(part)) return part.map(clean)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, clean(child)]))
  }

  const cleaned = clean(value) as T
  return { value: cleaned, missing }
}

function normalise(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(INVISIBLE, '')
      .replace(/[\u2003\u2009\u2011\u202f]/g, (character) => ALIKE[character] ?? ' ')
      // oxlint-disable-next-line no-control-regex -- these are the characters to remove
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
  )
}
