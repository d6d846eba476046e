import { latin } from './bytes'

/** Elements by which browsers take a text for a page. */
const PAGE_TAGS = 'html head body script iframe svg title style table div meta object embed frameset'.split(
  ' ',
)

/** Bytes in which the first letter of a text nearly always stands. */
const BEGINNING = 256

/**
 * Whether the beginning of a file is a page or a drawing that a browser would run: its first element, after marks, space,
 * comments and declarations, is one of theirs.
 */
export function webKindOf(head: Uint8Array): boolean {
  // Nearly every file is told by its first letter: the rest need not be made a text.
  const beginning = textOf(head.subarray(0, BEGINNING))
  const first = beginning.charAt(skipSpace(beginning, 0))
  if (first !== '' && first !== '<') return false
  const text = textOf(head)
  let at = 0
  for (;;) {
    at = skipSpace(text, at)
    if (text.startsWith('<!--', at)) at = after(text, '-->', at)
    else if (text.startsWith('<?', at)) at = after(text, '?>', at)
    else if (/^<!doctype\s+(html|svg)/i.test(text.slice(at, at + 40))) return true
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = after(text, '>', at)
    else break
  }
  const [, tag] = /^<(?:[\w-]+:)?([\w-]+)[\s/>]/.exec(text.slice(at, at + 60)) ?? []
  return tag !== undefined && PAGE_TAGS.includes(tag.toLowerCase())
}

/** Its letters, whatever the encoding: tags are ASCII, and in UTF-16 each has a zero beside it. */
function textOf(head: Uint8Array): string {
  return latin(head)
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1
  return at
}

/** The place after a mark; the end of the text where there is none. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}
