import { PDFRawStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import type { MediaType } from '../../answers/fields'
import { pixelsOf } from '../../evidence/pixels'
import type { Why } from '../options'
import type { Filling } from './frame'
import { jpegFacts, type JpegFacts } from './jpeg'
import { matrixText, type Matrix } from './page-box'

/** Makes a JPEG, upright, of a picture no PDF can hold; null if it cannot be opened. */
export type PictureDecoder = (bytes: Uint8Array, mediaType: MediaType) => Promise<Uint8Array | null>

export type OpenedPicture =
  | { readonly status: 'open'; readonly filling: Filling }
  | { readonly status: 'refused'; readonly why: Why }

/** Opened, a picture of more pixels would take over 200 MB. */
const PIXEL_LIMIT = 50_000_000
/** A4 in points; pictures keep away from its edges. */
const A4 = { short: 595.28, long: 841.89 }
const MARGIN = 42
/** A picture is not drawn larger than at 96 dots per inch. */
const POINTS_PER_PIXEL = 0.75

/**
 * Puts a picture on a page, upright, as large as fits. The bytes of a JPEG stay as they are; what PDF does not know is made
 * one by `decode`. Never throws.
 */
export async function openPicture(
  bytes: Uint8Array,
  mediaType: MediaType,
  into: PDFDocument,
  strip: number,
  decode: PictureDecoder,
): Promise<OpenedPicture> {
  try {
    const jpeg = mediaType === 'jpeg' ? jpegFacts(bytes) : null
    if (jpeg) return { status: 'open', filling: fillingOf(addJpeg(bytes, jpeg, into), jpeg, strip) }
    const pixels = pixelsOf(bytes)
    if (pixels && pixels.width * pixels.height > PIXEL_LIMIT) return { status: 'refused', why: 'too-large' }
    if (mediaType === 'png' && pixels) {
      const image = await into.embedPng(bytes)
      await image.embed()
      return { status: 'open', filling: fillingOf(image.ref, { ...pixels, orientation: 1 }, strip) }
    }
  } catch {
    // What is no whole picture to us, a browser may still open.
  }
  return openDecoded(bytes, mediaType, into, strip, decode)
}

async function openDecoded(
  bytes: Uint8Array,
  mediaType: MediaType,
  into: PDFDocument,
  strip: number,
  decode: PictureDecoder,
): Promise<OpenedPicture> {
  const decoded = await decode(bytes, mediaType).catch(() => null)
  const jpeg = decoded && jpegFacts(decoded)
  if (!decoded || !jpeg) return { status: 'refused', why: mediaType === 'heic' ? 'picture-format' : 'broken' }
  return { status: 'open', filling: fillingOf(addJpeg(decoded, jpeg, into), jpeg, strip) }
}

function addJpeg(
  bytes: Uint8Array,
  { width, height, components, inverted }: JpegFacts,
  into: PDFDocument,
): PDFRef {
  const space = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[components]
  const dictionary = into.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: space,
    Filter: 'DCTDecode',
    ...(inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
  })
  return into.context.register(PDFRawStream.of(dictionary, bytes))
}

interface Shape {
  readonly width: number
  readonly height: number
  readonly orientation: number
}

function fillingOf(image: PDFRef, { width, height, orientation }: Shape, strip: number): Filling {
  const [across, up] = orientation >= 5 ? [height, width] : [width, height]
  const [pageWidth, pageHeight] = across > up ? [A4.long, A4.short] : [A4.short, A4.long]
  const room = { width: pageWidth - 2 * MARGIN, height: pageHeight - strip - 2 * MARGIN }
  const scale = Math.min(room.width / across, room.height / up, POINTS_PER_PIXEL)
  const drawn = { width: across * scale, height: up * scale }
  const left = (pageWidth - drawn.width) / 2
  const bottom = strip + MARGIN + (room.height - drawn.height) / 2
  const place: Matrix = [drawn.width, 0, 0, drawn.height, left, bottom]
  return {
    width: pageWidth,
    height: pageHeight,
    content: `${matrixText(place)}\n${matrixText(uprightOf(orientation))}\n/Picture Do`,
    objects: { Picture: image },
  }
}

/** Turns the unit square a picture is drawn in, as EXIF's orientation says. */
function uprightOf(orientation: number): Matrix {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, 1, 0]
    case 3:
      return [-1, 0, 0, -1, 1, 1]
    case 4:
      return [1, 0, 0, -1, 0, 1]
    case 5:
      return [0, -1, -1, 0, 1, 1]
    case 6:
      return [0, -1, 1, 0, 0, 1]
    case 7:
      return [0, 1, 1, 0, 0, 0]
    case 8:
      return [0, 1, -1, 0, 1, 0]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}
