/** Elements by which browsers take a text for a page. */
const PAGE_TAGS = 'html head body script iframe svg title style table div meta object embed frameset'.split(
  ' ',
)

/**
 * Whether the beginning of a file is a page or a drawing that a browser would run: its first element, after marks, space,
 * comments and declarations, is one of theirs.
 */
export function webKindOf(head: Uint8Array): boolean {
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

function textOf(head: Uint8Array): string {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder().decode(head)
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /[\s\0\ufeff]/.test(text.charAt(at))) at += 1
  return at
}

/** The place after a mark; the end of the text where there is none. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}
