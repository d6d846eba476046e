import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument, type PDFPageLeaf } from '@cantoo/pdf-lib'

/** What is put on a frame: content with the pictures and forms it names. */
export interface Filling {
  readonly width: number
  readonly height: number
  /** Operators of a content stream. */
  readonly content: string
  readonly objects: Readonly<Record<string, PDFRef>>
}

/** Fills an empty page: its size, and the content below what it has. */
export function fillFrame(document: PDFDocument, page: number, filling: Filling): void {
  const { context } = document
  const leaf = document.getPage(page - 1).node
  const drawing = context.register(context.flateStream(`q\n${filling.content}\nQ\n`))
  leaf.set(PDFName.of('Contents'), context.obj([drawing, ...contentsOf(leaf)]))
  leaf.set(PDFName.of('Resources'), resourcesWith(document, leaf, filling.objects))
  leaf.set(PDFName.of('MediaBox'), context.obj([0, 0, filling.width, filling.height]))
  for (const box of ['CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) leaf.delete(PDFName.of(box))
}

function contentsOf(leaf: PDFPageLeaf): PDFRef[] {
  const contents = leaf.get(PDFName.of('Contents'))
  if (contents instanceof PDFRef) return [contents]
  if (!(contents instanceof PDFArray)) return []
  return contents.asArray().filter((entry) => entry instanceof PDFRef)
}

/** The report's pages share theirs; a frame has its own with the same fonts. */
function resourcesWith(
  { context }: PDFDocument,
  leaf: PDFPageLeaf,
  objects: Readonly<Record<string, PDFRef>>,
): PDFDict {
  const shared = leaf.Resources()
  const own = shared ? shared.clone(context) : context.obj({})
  own.set(PDFName.of('XObject'), context.obj({ ...objects }))
  return own
}

/** Makes links and bookmarks that lead to a frame begin at its top, which they took to be that of an A4 page. */
export function mendDestinations(document: PDFDocument, frames: ReadonlySet<number>): void {
  const heights = new Map(
    [...frames].map((page) => {
      const { ref, node } = document.getPage(page - 1)
      return [ref, node.MediaBox().asRectangle().height]
    }),
  )
  const mend = (holder: PDFDict) => {
    const destination = holder.lookupMaybe(PDFName.of('Dest'), PDFArray)
    const height = heights.get(destination?.get(0) as PDFRef)
    if (destination && height !== undefined) destination.set(3, document.context.obj(height))
  }
  for (const { node } of document.getPages()) {
    const annotations = node.Annots()?.asArray() ?? []
    for (const annotation of annotations) {
      const dictionary = document.context.lookup(annotation)
      if (dictionary instanceof PDFDict) mend(dictionary)
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.has(PDFName.of('Title')) && object.has(PDFName.of('Dest')))
      mend(object)
  }
}
