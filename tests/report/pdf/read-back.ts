import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as a reader's program sees it. Places are pt from the bottom. */
export interface ReadPage {
  /** With single spaces between pieces. */
  readonly text: string
  readonly pieces: readonly { readonly text: string; readonly y: number }[]
  readonly links: readonly ReadTarget[]
}

export interface ReadTarget {
  /** Counted from 1. */
  readonly page: number
  readonly top: number
}

export interface ReadBookmark extends ReadTarget {
  readonly title: string
  readonly children: readonly ReadBookmark[]
}

export interface ReadReport {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly ReadBookmark[]
  readonly info: Readonly<Record<string, unknown>>
}

type OutlineItem = { title: string; dest: unknown; items: OutlineItem[] }

/** Opens a PDF and reads what can be read in it: text, links, outline, properties. */
export async function readBack(bytes: Uint8Array): Promise<ReadReport> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise

  async function targetOf(dest: unknown): Promise<ReadTarget> {
    const [page, , , top] = dest as [{ num: number; gen: number }, unknown, number, number]
    return { page: (await pdf.getPageIndex(page)) + 1, top }
  }

  async function readPage(page: PDFPageProxy): Promise<ReadPage> {
    const [content, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()])
    const pieces = content.items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [{ text: item.str, y: Number(item.transform[5]) }] : [],
    )
    const dests = (annotations as { subtype: string; dest: unknown }[]).filter(
      ({ subtype }) => subtype === 'Link',
    )
    const links = await Promise.all(dests.map(({ dest }) => targetOf(dest)))
    return { text: plain(pieces.map((piece) => piece.text).join(' ')), pieces, links }
  }

  async function bookmark({ title, dest, items }: OutlineItem): Promise<ReadBookmark> {
    return { title, ...(await targetOf(dest)), children: await Promise.all(items.map(bookmark)) }
  }

  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)))
  const items = (await pdf.getOutline()) as OutlineItem[] | null
  const outline = await Promise.all((items ?? []).map(bookmark))
  const { info } = await pdf.getMetadata()
  await task.destroy()
  return { pages, outline, info: info as Record<string, unknown> }
}

/** A text with single spaces, as `ReadPage.text` has it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
