import type { Citation } from './evidence'

/** The first number in a text of pages, "6–9" → 6; null where there is none above zero. */
export function firstPage(pages: string): number | null {
  const page = Number(/\d{1,6}/.exec(pages)?.[0] ?? 0)
  return page > 0 ? page : null
}

/**
 * The page of the PDF a citation points to, from 1: the one noted, else the one on which its page is printed, else the page
 * of that number. Null where it names none, or one the file does not have.
 */
export function citedPage(
  { pdfPages, pages }: Pick<Citation, 'pdfPages' | 'pages'>,
  count: number,
  labels: readonly string[] | null,
): number | null {
  const printed = firstPage(pages)
  const labelled = labels && printed !== null ? labels.indexOf(String(printed)) + 1 : 0
  const page = firstPage(pdfPages) ?? (labelled || printed)
  return page !== null && page <= count ? page : null
}
