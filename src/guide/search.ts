/** Full-text search over a few dozen texts: every word of the query must occur, case and accents aside. */

export interface Searched {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** A piece of a text, and whether it is what was looked for. The pieces together are the text. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface Hit {
  readonly id: string
  readonly title: readonly Piece[]
  /** Some words around the first hit in the text; its beginning where only the title fits. */
  readonly excerpt: readonly Piece[]
}

/** Characters of an excerpt, and how many of them stand before its first hit. */
const EXCERPT = 180
const BEFORE = 60

/** The texts that hold every word of the query, those with more of them in the title first. None for an empty query. */
export function search(texts: readonly Searched[], query: string): Hit[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  return texts
    .map((text) => ({ text, inTitle: countOf(words, text.title), whole: `${text.title} ${text.text}` }))
    .filter(({ whole }) => countOf(words, whole) === words.length)
    .sort((one, other) => other.inTitle - one.inTitle)
    .map(({ text }) => ({
      id: text.id,
      title: markWords(text.title, words),
      excerpt: markWords(excerptOf(text.text, words), words),
    }))
}

/** The words of a query, folded; single letters and signs find too much and are left out. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).folded.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length > 1)
}

/** A text in pieces, every place where one of the words occurs being a hit. `words` are folded. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const { folded, origin } = fold(text)
  const pieces: Piece[] = []
  let done = 0
  for (const [from, to] of placesOf(folded, words)) {
    const start = origin[from] ?? text.length
    const end = origin[to] ?? text.length
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false })
    if (end > start) pieces.push({ text: text.slice(start, end), hit: true })
    done = end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

function countOf(words: readonly string[], text: string): number {
  const { folded } = fold(text)
  return words.filter((word) => folded.includes(word)).length
}

function excerptOf(text: string, words: readonly string[]): string {
  const { folded, origin } = fold(text)
  const [first] = placesOf(folded, words)
  const hit = first ? (origin[first[0]] ?? 0) : 0
  const from = hit <= BEFORE ? 0 : wordStart(text, hit - BEFORE)
  const to = from + EXCERPT >= text.length ? text.length : wordStart(text, from + EXCERPT)
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`
}

/** The beginning of the next word at or after a place. */
function wordStart(text: string, place: number): number {
  const space = text.indexOf(' ', place)
  return space < 0 ? text.length : space + 1
}

/** Where the words occur, in order, overlapping places joined. */
function placesOf(folded: string, words: readonly string[]): [number, number][] {
  const places = words.flatMap((word) => occurrences(folded, word)).sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [from, to] of places) {
    const last = joined[joined.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

function occurrences(folded: string, word: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    found.push([at, at + word.length])
  }
  return found
}

/** Lower case without accents; `origin[i]` is where the i-th unit of `folded` comes from in the text. */
function fold(text: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = ''
  const origin: number[] = []
  let place = 0
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(place)
    folded += plain
    place += letter.length
  }
  return { folded, origin }
}
