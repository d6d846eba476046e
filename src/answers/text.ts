/** Longest text a field keeps, in UTF-16 units; the longest note of a real round had 1,176. */
export const TEXT_LIMIT = 20_000
/** Longest single-line text: names, titles, numbers, page labels. */
export const LINE_LIMIT = 300

// C0 and C1 controls but tab and line feed; marks that reorder or hide text; lone surrogates (with the flag `u`
// a pair is one letter). No lookbehind: Safari has it only since 16.4.
const UNWANTED =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/gu

// Line ends of other systems, and the rarer breaks that word processors and PDF viewers put between lines.
// oxlint-disable-next-line no-control-regex -- these are the characters to replace
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g

/** Text as it is kept: line ends as `\n`, without control characters and direction marks. Words are untouched. */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(UNWANTED, '')
}

/** A single line as it is kept: also without line breaks, tabs and space at either end. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim()
}
