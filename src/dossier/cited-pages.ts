import type { Citation } from '../evidence/evidence'

/** More pages than this are not taken from one range: "1–999999" is a slip of the hand. */
const RANGE_LIMIT = 20_000

export interface CitedPages {
  /** Pages of the file, counted from 1, in rising order. */
  readonly pages: readonly number[]
  /** It names pages the file does not have. */
  readonly beyond: boolean
}

/** The pages of a file with `count` pages that a citation points to: those of the PDF where noted, else those as printed. */
export function citedPagesOf({ pdfPages, pages }: Citation, count: number): CitedPages {
  const named = numbersIn(pdfPages || pages)
  const here = [...new Set(named.filter((page) => page <= count))].sort((one, other) => one - other)
  return { pages: here, beyond: named.some((page) => page > count) }
}

/** "6–9, 12" → 6, 7, 8, 9, 12. A range that runs backwards is its two ends. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?/g)].flatMap(([, first, last]) => {
    const from = Number(first)
    const to = last === undefined ? from : Number(last)
    const pages = from <= to ? rangeOf(from, Math.min(to, from + RANGE_LIMIT)) : [from, to]
    return pages.filter((page) => page > 0)
  })
}

/** Whole numbers from one to another, both counted. */
export function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** "1 dan 14–22" from numbers in rising order. */
export function pagesText(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run[1] === page - 1) run[1] = page
    else runs.push([page, page])
  }
  const parts = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} dan ${last}`
}
