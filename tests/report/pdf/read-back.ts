import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument } from './pdfjs'

/** A page as a reader's program sees it. Places are pt from the bottom. */
export interface ReadPage {
  /** With single spaces between pieces. */
  readonly text: string
  readonly pieces: readonly { readonly text: string; readonly y: number }[]
  readonly links: readonly ReadLink[]
}

export interface ReadLink extends ReadTarget {
  /** What stands in the link's area. */
  readonly words: string
  /** Its upper edge, pt from the bottom. */
  readonly edge: number
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

interface LinkAnnotation {
  readonly subtype: string
  readonly dest: unknown
  readonly rect: readonly [number, number, number, number]
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
    const placed = content.items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
        : [],
    )
    const dests = (annotations as LinkAnnotation[]).filter(({ subtype }) => subtype === 'Link')
    const links = await Promise.all(
      dests.map(async ({ dest, rect: [left, bottom, right, edge] }) => {
        const inside = placed.filter(({ x, y }) => x >= left && x <= right && y >= bottom && y <= edge)
        return { ...(await targetOf(dest)), words: wordsOf(inside), edge }
      }),
    )
    return { text: wordsOf(placed), pieces: placed.map(({ text, y }) => ({ text, y })), links }
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

function wordsOf(pieces: readonly { readonly text: string }[]): string {
  return plain(pieces.map(({ text }) => text).join(' '))
}

/** A text with single spaces, as `ReadPage.text` has it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
