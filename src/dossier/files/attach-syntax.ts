/** As much of PDF's syntax (ISO 32000-1, 7.2 and 7.3) as adding to a finished file takes: values are kept as they stand. */

/** One byte a letter: what a PDF's syntax is written in. */
export function textOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

const SPACE = /[\0\t\n\f\r ]/
const END_OF_WORD = /[\0\t\n\f\r ()<>[\]{}/%]/

/** Where the next thing begins, after space and comments. */
export function afterSpace(text: string, at: number): number {
  let place = at
  for (;;) {
    while (place < text.length && SPACE.test(text.charAt(place))) place += 1
    if (text.charAt(place) !== '%') return place
    while (place < text.length && !/[\r\n]/.test(text.charAt(place))) place += 1
  }
}

/** Where the value that begins at a place ends. Throws SyntaxError where it does not. */
function endOfValue(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === '(') return endOfString(text, at)
  if (text.startsWith('<<', at)) return endOfGroup(text, at + 2, '>>')
  if (first === '[') return endOfGroup(text, at + 1, ']')
  if (first === '<') return found(text.indexOf('>', at)) + 1
  // A reference is one value of three words.
  const reference = /^\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z0-9])/.exec(text.slice(at, at + 40))
  if (reference) return at + reference[0].length
  let place = at + 1
  while (place < text.length && !END_OF_WORD.test(text.charAt(place))) place += 1
  return place
}

function endOfString(text: string, at: number): number {
  let depth = 0
  for (let place = at; place < text.length; place += 1) {
    const letter = text.charAt(place)
    if (letter === '\\') place += 1
    else if (letter === '(') depth += 1
    else if (letter === ')') {
      depth -= 1
      if (depth === 0) return place + 1
    }
  }
  throw new SyntaxError('a string without end')
}

function endOfGroup(text: string, from: number, end: string): number {
  let place = afterSpace(text, from)
  while (!text.startsWith(end, place)) {
    if (place >= text.length) throw new SyntaxError(`no ${end}`)
    place = afterSpace(text, endOfValue(text, place))
  }
  return place + end.length
}

function found(place: number): number {
  if (place < 0) throw new SyntaxError('a value without end')
  return place
}

/** The values of an array that stands there, as they are written. Throws SyntaxError where there is none. */
export function readArray(text: string): string[] {
  const start = afterSpace(text, 0)
  if (text.charAt(start) !== '[') throw new SyntaxError('no array')
  return valuesUntil(text, start + 1, ']')
}

/** The entries of a dictionary that stands there, as they are written. Throws SyntaxError where there is none. */
export function readDictionary(text: string): Map<string, string> {
  const start = afterSpace(text, 0)
  if (!text.startsWith('<<', start)) throw new SyntaxError('no dictionary')
  const values = valuesUntil(text, start + 2, '>>')
  const entries = new Map<string, string>()
  for (let at = 0; at + 1 < values.length; at += 2) entries.set(values[at] ?? '', values[at + 1] ?? '')
  return entries
}

function valuesUntil(text: string, from: number, end: string): string[] {
  const values: string[] = []
  let place = afterSpace(text, from)
  while (!text.startsWith(end, place)) {
    if (place >= text.length) throw new SyntaxError(`no ${end}`)
    const after = endOfValue(text, place)
    values.push(text.slice(place, after))
    place = afterSpace(text, after)
  }
  return values
}

/** A dictionary as it is written, one entry on a line. */
export function writeDictionary(entries: ReadonlyMap<string, string>): string {
  return `<<\n${[...entries].map(([key, value]) => `${key} ${value}\n`).join('')}>>`
}

/** The object a reference names; null where the value is none. */
export function referenceIn(value: string | undefined): { number: number; generation: number } | null {
  const [, number, generation] = /^(\d+)\s+(\d+)\s+R$/.exec(value ?? '') ?? []
  return number === undefined ? null : { number: Number(number), generation: Number(generation) }
}

/** A text string in UTF-16BE, as hex: every letter there is, and nothing to be escaped. */
export function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}

/** The bytes of a string as it is written, one a letter: names of a tree are in their order. */
export function bytesOfString(written: string): string {
  if (written.startsWith('<')) {
    const digits = written.slice(1, -1).replace(/[^0-9A-Fa-f]/g, '')
    const pairs = (digits.length % 2 === 0 ? digits : `${digits}0`).match(/../g) ?? []
    return pairs.map((pair) => String.fromCharCode(parseInt(pair, 16))).join('')
  }
  return written.slice(1, -1).replace(/\\(\r\n|[0-7]{1,3}|[^])/g, (_, escaped: string) => unescaped(escaped))
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(escaped: string): string {
  if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 255)
  return /^[\r\n]/.test(escaped) ? '' : (ESCAPES[escaped] ?? escaped)
}
