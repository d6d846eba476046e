import type { FileFacts } from './file-facts'

/** Pages looked at between the first and the last one. */
const SPREAD = 8
/** A page with fewer letters and digits counts as a picture: scanners write a number or a stamp on it. */
const LEAST_LETTERS = 20

/** Which pages are looked at, counted from 1 and in order: the first, the last, and eight spread evenly between. */
export function pagesToLookAt(count: number): number[] {
  const steps = Math.min(count, SPREAD + 2) - 1
  if (steps <= 0) return count > 0 ? [1] : []
  return Array.from({ length: steps + 1 }, (_, step) => 1 + Math.round((step * (count - 1)) / steps))
}

/** Whether there are words to be searched in the pages whose texts these are. */
export function textLayerOf(texts: readonly string[]): FileFacts['textLayer'] {
  const written = texts.filter((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= LEAST_LETTERS).length
  if (written === 0) return 'tidak-ada'
  return written === texts.length ? 'ada' : 'sebagian'
}
