/** Longest text a field keeps, in UTF-16 units; the longest note of a real round had 1,176. */
export const TEXT_LIMIT = 20_000
/** Longest single-line text: names, titles, numbers, page labels. */
export const LINE_LIMIT = 300

// C0 and C1 controls but tab and line feed; marks that reorder or hide text; lone surrogates.
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it is kept: line ends as `\n`, without control characters and direction marks. Words are untouched. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '')
}

/** A single line as it is kept: also without line breaks, tabs and space at either end. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t]+/g, ' ')
    .trim()
}
