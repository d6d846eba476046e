import type { PDFRef } from '@cantoo/pdf-lib'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  PDFStream,
  decodePDFRawStream,
  type PDFObject,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib'
import type { Why } from '../options'
import { appearancesOf } from './appearances'
import type { Filling } from './frame'
import { matrixText, num, placingOf, seenBox, type Box } from './page-box'
import { beginUnpacking, unpackedTooMuch } from './unpack-limit'

export type OpenedPdf =
  | { readonly status: 'open'; readonly pages: number; readonly fillingOf: (page: number) => Filling }
  | { readonly status: 'refused'; readonly why: Why }

/**
 * Opens somebody's PDF, of which pages are copied into another. Only what draws a page is copied: no form fields, scripts,
 * links, attachments or actions; what their appearances show is drawn like the rest. Never throws.
 */
export async function openPdf(bytes: Uint8Array, into: PDFDocument, strip: number): Promise<OpenedPdf> {
  beginUnpacking()
  try {
    // In one go: a worker has nobody to let through meanwhile.
    const parseSpeed = ParseSpeeds.Fastest
    const source = await PDFDocument.load(bytes, { password: '', updateMetadata: false, parseSpeed })
    const pages = source.getPages()
    if (unpackedTooMuch()) return { status: 'refused', why: 'unpacks-too-large' }
    if (pages.length === 0) return { status: 'refused', why: 'broken' }
    const copier = PDFObjectCopier.for(source.context, into.context)
    const leaves = pages.map(({ node }) => node)
    const appearances = leaves.map((leaf) => leaf.get(PDFName.of('Annots')))
    // Should something in a page lead to another page, nothing active comes along.
    for (const leaf of leaves) for (const key of ['Annots', 'AA', 'B', 'Parent']) deleteKeeping(leaf, key)
    return {
      status: 'open',
      pages: pages.length,
      fillingOf(page) {
        const leaf = leaves[page - 1]
        if (!leaf) throw new RangeError(`no page ${page}`)
        return fillingOf(leaf, appearances[page - 1], copier, into, strip)
      },
    }
  } catch (cause) {
    return { status: 'refused', why: reasonOf(cause) }
  }
}

/** Why a PDF cannot be copied after all, from what reading it threw. */
export function reasonOf(cause: unknown): Why {
  if (unpackedTooMuch()) return 'unpacks-too-large'
  return isLocked(cause) ? 'locked' : 'broken'
}

/** Before a page is cut off from its parents, it takes over what it has from them. */
function deleteKeeping(leaf: PDFPageLeaf, key: string): void {
  if (key === 'Parent') {
    for (const inherited of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
      const name = PDFName.of(inherited)
      const value = leaf.getInheritableAttribute(name)
      if (!leaf.get(name) && value) leaf.set(name, value)
    }
  }
  leaf.delete(PDFName.of(key))
}

function isLocked(cause: unknown): boolean {
  return cause instanceof Error && /password|encrypt/i.test(cause.message)
}

function fillingOf(
  leaf: PDFPageLeaf,
  annotations: PDFObject | undefined,
  copier: PDFObjectCopier,
  into: PDFDocument,
  strip: number,
): Filling {
  const box = seenBox(boxOf(leaf, 'MediaBox'), boxOf(leaf, 'CropBox'))
  const { width, height, matrix } = placingOf(
    box,
    numberOf(leaf, 'Rotate') ?? 0,
    numberOf(leaf, 'UserUnit') ?? 1,
    strip,
  )
  const objects: Record<string, PDFRef> = {}
  const form = formOf(leaf, box, copier, into)
  if (form) objects.Page = form
  const drawn = form ? ['/Page Do'] : []
  appearancesOf(annotations, leaf.context).forEach(({ form: appearance, matrix: own }, index) => {
    objects[`Mark${index}`] = copier.copy(appearance)
    drawn.push(`q ${matrixText(own)} /Mark${index} Do Q`)
  })
  const clip = `${num(box.x0)} ${num(box.y0)} ${num(box.x1 - box.x0)} ${num(box.y1 - box.y0)} re W n`
  return { width, height, content: [matrixText(matrix), clip, ...drawn].join('\n'), objects }
}

/** The page's content as a form; null for an empty page. */
function formOf(leaf: PDFPageLeaf, box: Box, copier: PDFObjectCopier, into: PDFDocument): PDFRef | null {
  const contents = leaf.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  const parts = streams.map((part) => leaf.context.lookup(part)).filter((part) => part instanceof PDFStream)
  const [only] = parts
  if (!only) return null
  const stream =
    parts.length === 1 && only instanceof PDFRawStream
      ? packedLike(only, copier, into)
      : into.context.flateStream(joined(parts))
  const resources = leaf.lookup(PDFName.of('Resources'))
  const group = leaf.get(PDFName.of('Group'))
  const dictionary = stream.dict
  dictionary.set(PDFName.of('Type'), PDFName.of('XObject'))
  dictionary.set(PDFName.of('Subtype'), PDFName.of('Form'))
  dictionary.set(PDFName.of('BBox'), into.context.obj([box.x0, box.y0, box.x1, box.y1]))
  dictionary.set(
    PDFName.of('Resources'),
    resources instanceof PDFDict ? copier.copy(resources) : into.context.obj({}),
  )
  if (group) dictionary.set(PDFName.of('Group'), copier.copy(group))
  return into.context.register(stream)
}

/** A stream of its own with the same bytes: pages may share their content, but not their forms. */
function packedLike(stream: PDFRawStream, copier: PDFObjectCopier, into: PDFDocument): PDFRawStream {
  const dictionary = into.context.obj({})
  for (const key of ['Filter', 'DecodeParms']) {
    const value = stream.dict.get(PDFName.of(key))
    if (value) dictionary.set(PDFName.of(key), copier.copy(value))
  }
  return PDFRawStream.of(dictionary, stream.contents)
}

/** Content in pieces is one content: pieces are joined as if a space stood between them. */
function joined(parts: readonly PDFStream[]): Uint8Array {
  const unpacked = parts.map((part) =>
    part instanceof PDFRawStream ? decodePDFRawStream(part).decode() : part.getContents(),
  )
  const bytes = new Uint8Array(unpacked.reduce((sum, { length }) => sum + length + 1, 0))
  let at = 0
  for (const part of unpacked) {
    bytes.set(part, at)
    at += part.length
    bytes[at] = 0x0a
    at += 1
  }
  return bytes
}

function boxOf(leaf: PDFPageLeaf, name: string): Box | null {
  const values = leaf.lookup(PDFName.of(name))
  if (!(values instanceof PDFArray) || values.size() < 4) return null
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => {
    const value = values.lookup(index)
    return value instanceof PDFNumber ? value.asNumber() : NaN
  }) as [number, number, number, number]
  return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) }
}

function numberOf(leaf: PDFPageLeaf, name: string): number | null {
  const value = leaf.lookup(PDFName.of(name))
  return value instanceof PDFNumber ? value.asNumber() : null
}
