import { DEPTH_LIMIT } from './parcel-limits'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/** Whether lists and objects lie deeper in each other than any of ours: looked at before `JSON.parse` builds them. */
export function isTooDeep(json: string, limit: number = DEPTH_LIMIT): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) inText = false
    } else if (code === QUOTE) inText = true
    else if (OPENING.includes(code)) {
      depth += 1
      if (depth > limit) return true
    } else if (CLOSING.includes(code)) depth -= 1
  }
  return false
}
