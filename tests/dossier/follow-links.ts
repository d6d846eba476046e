/** Follows every link and bookmark of a volume as its reader would: what stands at its end has to be what it says. */
import type { ReadBookmark, ReadLink, ReadPage, ReadReport } from '../report/pdf/read-back'

/** A claim as it was followed: from the row under its indicator to a page of proof or its sheet, and back. */
export interface FollowedClaim {
  /** "21.a" */
  readonly mark: string
  /** Where it leads. */
  readonly proof: ReadPage
  /** Page of the file, as the strip says; null where it leads to the sheet or a picture. */
  readonly filePage: number | null
  /** The sheet of the document. */
  readonly sheet: ReadPage
}

export interface Followed {
  /** What led elsewhere, in words; empty where nothing did. */
  readonly faults: readonly string[]
  readonly claims: readonly FollowedClaim[]
  /** Links and bookmarks that were followed. */
  readonly links: number
}

const SHEET = /^Lampiran (\d+\.[a-z]+) .* Jenis /
const FRAME =
  /Lampiran (\d+\.[a-z]+), (?:halaman ([\d.]+) dari [\d.]+|gambar .*?) Sidik (?:[0-9a-f]{4} ){2}[0-9a-f]{4},/
const MARK = /^(\d+\.[a-z]+) /
/** A row of a domain's table: "2 Perencanaan Strategis SPBE 10 % 4/4 2,50 hlm. 13". */
const ASPECT = /^(\d+ .*?) [\d,]+ % \d+\/\d+ /
const PAGE_SAID = /hlm\. ([\d.]+)$/
/** Links lead so far above what they mean, pt; places are rounded. */
const LEAD = (4 * 72) / 25.4
const CLOSE = 1

export function followLinks({ pages, outline }: ReadReport): Followed {
  const faults: string[] = []
  const claims: FollowedClaim[] = []
  const sheets = sheetsIn(pages)
  const sheetOf = new Map([...sheets].flatMap(([mark, own]) => own.map((page) => [page, mark] as const)))
  const at = (page: number) => pages[page - 1]
  /** The rows of a sheet, which may go on over several pages. */
  const rowsOf = (mark: string) => (sheets.get(mark) ?? []).flatMap((page) => at(page)?.links ?? [])
  /** The mark of the annex a page belongs to. */
  const annexOf = (page: number) => sheetOf.get(page) ?? FRAME.exec(at(page)?.text ?? '')?.[1]
  const insist = (is: boolean, said: string) => {
    if (!is) faults.push(said)
  }

  function followFromReport(link: ReadLink, from: string): void {
    const heading = /^Aspek (?!.*hlm\. \d+$).*$/.exec(link.words)?.[0]
    if (heading !== undefined)
      return insist(at(link.page)?.text.includes(heading) ?? false, `${from}: no heading`)
    const said = Number(PAGE_SAID.exec(link.words)?.[1]?.replaceAll('.', ''))
    insist(said === link.page, `${from} says page ${said}`)
    const aspect = ASPECT.exec(link.words)?.[1]
    if (aspect !== undefined)
      return insist(at(link.page)?.text.includes(`Aspek ${aspect}`) ?? false, `${from}: no ${aspect}`)
    const annex = annexOf(link.page)
    const mark = MARK.exec(link.words)?.[1]
    if (annex === undefined) {
      const number = /^\d+(?= )/.exec(link.words)?.[0]
      if (number !== undefined) insist(standsAt(at(link.page), link.top, number), `${from} misses ${number}`)
      return
    }
    if (mark === undefined) return insist(false, `${from} names no annex`)
    const proof = at(link.page)
    const sheet = at(sheets.get(annex)?.[0] ?? 0)
    if (!proof || !sheet) return insist(false, `${from} leads to an annex without a sheet`)
    const rows = rowsOf(annex).filter(({ words }) => words.startsWith(`${mark} `))
    insist(rows.length === 1, `${from}: the sheet of ${annex} names ${mark} ${rows.length} times`)
    // A row of the list of annexes says what is annexed, not where it is claimed.
    if (isListed(link.words)) return insist(proof === sheet && mark === annex, `${from}: not the sheet`)
    const filePage = Number(FRAME.exec(proof.text)?.[2]?.replaceAll('.', '')) || null
    claims.push({ mark, proof, filePage, sheet })
    for (const row of rows) {
      const back = at(row.page)?.links.filter(({ edge }) => Math.abs(edge + LEAD - row.top) < CLOSE) ?? []
      insist(back.length === 1 && back[0]?.words === link.words, `${from}: the sheet leads elsewhere`)
    }
  }

  function follow(link: ReadLink, index: number): void {
    const from = `page ${index + 1}, "${link.words}" → ${link.page}`
    const own = pages[index]?.text ?? ''
    const frame = FRAME.exec(own)?.[1]
    const sheet = sheetOf.get(index + 1)
    if (frame !== undefined) return insist(link.page === sheets.get(frame)?.[0], `${from}: not its sheet`)
    if (sheet === undefined) return followFromReport(link, from)
    const mark = MARK.exec(link.words)?.[1] ?? '?'
    const rows = at(link.page)?.links.filter(({ words }) => words.startsWith(`${mark} `)) ?? []
    insist(
      rows.some(({ page }) => annexOf(page) === sheet),
      `${from}: no claim ${mark} there`,
    )
  }

  function followBookmark({ title, page, top, children }: ReadBookmark): void {
    const from = `bookmark "${title}" → ${page}`
    const mark = MARK.exec(title)?.[1] ?? /^Lampiran (\d+\.[a-z]+) /.exec(title)?.[1]
    const number = /^\d+(?= )/.exec(title)?.[0]
    if (mark !== undefined) {
      const rows = rowsOf(annexOf(page) ?? '')
      insist(
        rows.some(({ words }) => words.startsWith(`${mark} `)),
        `${from}: not the proof of ${mark}`,
      )
    } else if (number !== undefined) insist(standsAt(at(page), top, number), `${from} misses ${number}`)
    else insist(at(page) !== undefined, `${from} leads nowhere`)
    children.forEach(followBookmark)
  }

  pages.forEach(({ links }, index) => links.forEach((link) => follow(link, index)))
  outline.forEach(followBookmark)
  const count = pages.reduce((sum, { links }) => sum + links.length, 0) + bookmarksIn(outline)
  return { faults, claims, links: count }
}

/** The pages of each sheet by its mark, counted from 1: it goes on until a page of the document follows, or another sheet. */
function sheetsIn(pages: readonly ReadPage[]): Map<string, number[]> {
  const sheets = new Map<string, number[]>()
  let open: number[] | null = null
  pages.forEach(({ text }, index) => {
    const mark = SHEET.exec(text)?.[1]
    if (mark !== undefined) sheets.set(mark, (open = [index + 1]))
    else if (FRAME.test(text)) open = null
    else open?.push(index + 1)
  })
  return sheets
}

/** A row of the list of annexes tells how much is annexed. */
function isListed(words: string): boolean {
  return /(Seluruhnya, [\d.]+ halaman|Halaman [\d–, dan]+ dari [\d.]+ halaman|Gambar \S+|Hanya lembar ini) hlm\. [\d.]+$/.test(
    words,
  )
}

/** Whether a number stands within a few lines below a place. */
function standsAt(page: ReadPage | undefined, top: number, number: string): boolean {
  return page?.pieces.some(({ text, y }) => text === number && top - y > -2 && top - y < 40) ?? false
}

function bookmarksIn(outline: readonly ReadBookmark[]): number {
  return outline.reduce((sum, { children }) => sum + 1 + bookmarksIn(children), 0)
}
