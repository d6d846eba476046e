/** Small real files to be annexed, made here. */
import { deflateSync } from 'node:zlib'
import { STREAM_LIMIT } from '../../src/dossier/files/unpack-limit'
import { degrees, PDFDocument, PDFName, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib'

const OPTIONS = { useObjectStreams: true } as const

async function pdfWith(make: (doc: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  await make(doc)
  return doc.save(OPTIONS)
}

/** A PDF whose every page says its title and number. */
export function textPdf(title: string, pages: number): Promise<Uint8Array> {
  return pdfWith((doc) => {
    for (let page = 1; page <= pages; page += 1) {
      const sheet = doc.addPage([595.28, 841.89])
      sheet.drawText(title, { x: 50, y: 760, size: 16 })
      sheet.drawText(`halaman asli ${page} dari ${pages}`, { x: 50, y: 730, size: 12 })
    }
  })
}

/** A page with a line in some of the standard fonts, of which it embeds none. */
export function standardFontsPdf(): Promise<Uint8Array> {
  return pdfWith(async (doc) => {
    const page = doc.addPage([400, 300])
    const { Courier, HelveticaBold, TimesRoman, TimesRomanItalic } = StandardFonts
    const names = [Courier, HelveticaBold, TimesRoman, TimesRomanItalic]
    for (const [line, name] of names.entries())
      page.drawText(`Pasal ${line + 1} dalam ${name}`, {
        ...{ x: 30, y: 270 - 20 * line, size: 14, font: await doc.embedFont(name) },
      })
  })
}

/** Pages turned all ways, with boxes no printer makes: away from the origin, cut, backwards, without an area, immense. */
export function oddPages(): Promise<Uint8Array> {
  return pdfWith((doc) => {
    const boxes: readonly [box: [number, number, number, number], crop?: [number, number, number, number]][] =
      [
        [[0, 0, 595, 842]],
        [[-300, -200, 300, 600]],
        [
          [0, 0, 842, 1190],
          [100, 100, 500, 700],
        ],
        [[595, 842, 0, 0]],
        [
          [0, 0, 600, 600],
          [900, 900, 950, 950],
        ],
        [[50, 50, 50, 50]],
        [[0, 0, 14_400, 14_400]],
        [[0, 0, 3, 3]],
      ]
    boxes.forEach(([box, crop], index) => {
      const page = doc.addPage()
      const [x, y] = [Math.min(box[0], box[2]) + 120, Math.min(box[1], box[3]) + 320]
      page.drawText(`kotak ${index + 1}`, { x, y, size: 20 })
      page.node.set(PDFName.of('MediaBox'), doc.context.obj([...box]))
      if (crop) page.node.set(PDFName.of('CropBox'), doc.context.obj([...crop]))
      page.setRotation(degrees(90 * (index % 4)))
      if (index === 0) page.node.set(PDFName.of('UserUnit'), doc.context.obj(2))
    })
  })
}

/** So many pages, on one of which is nearly all of the file: 300 kB. */
export function unevenPdf(pages: number, heavy: number): Promise<Uint8Array> {
  return pdfWith(async (doc) => {
    for (let page = 1; page <= pages; page += 1) doc.addPage().drawText(`halaman ${page}`, { x: 50, y: 700 })
    const picture = await doc.embedJpg(wideJpeg(8000, 9600))
    doc.getPage(heavy - 1).drawImage(picture, { x: 50, y: 50, width: 400, height: 400 })
  })
}

/** A form that is filled in, a script that runs on opening, a link out, and a file inside. */
export function busyPdf(): Promise<Uint8Array> {
  return pdfWith(async (doc) => {
    const page = doc.addPage([400, 400])
    page.drawText('formulir terisi', { x: 40, y: 350, size: 14 })
    const field = doc.getForm().createTextField('nama')
    field.setText('Isian formulir')
    field.addToPage(page, { x: 40, y: 250, width: 200, height: 30 })
    doc.addJavaScript('jahat', 'app.alert("jahat")')
    await doc.attach(new Uint8Array([1, 2, 3]), 'dalam.bin', { mimeType: 'application/octet-stream' })
    const link = doc.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 100, 100],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://jahat.example') },
    })
    page.node.addAnnot(doc.context.register(link))
    page.node.set(PDFName.of('AA'), doc.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('jahat()') } }))
  })
}

/** Opens only with a password; with `owner`, for anybody, but restricted. */
export function lockedPdf(kind: 'user' | 'owner'): Promise<Uint8Array> {
  return pdfWith(async (doc) => {
    doc.addPage([300, 300]).drawText(`terkunci ${kind}`, { x: 20, y: 200, size: 12 })
    doc.encrypt({ ownerPassword: 'pemilik', ...(kind === 'user' ? { userPassword: 'rahasia' } : {}) })
    await Promise.resolve()
  })
}

/** Two pages that share one content in several pieces, and one without any. */
export function pieces(): Promise<Uint8Array> {
  return pdfWith(async (doc) => {
    const font = await doc.embedFont(StandardFonts.Helvetica)
    const [one, two] = [doc.addPage([300, 300]), doc.addPage([300, 300])]
    const part = (text: string) => doc.context.register(doc.context.flateStream(text))
    const contents = doc.context.obj([part('BT /F1 12 Tf 20 200 Td (sepotong'), part(') Tj ET')])
    for (const page of [one, two]) {
      page.node.setFontDictionary(PDFName.of('F1'), font.ref)
      page.node.set(PDFName.of('Contents'), contents)
    }
    doc.addPage([300, 300]).node.delete(PDFName.of('Contents'))
  })
}

const swollen = () => deflateSync(new Uint8Array(STREAM_LIMIT + 1).fill(0x20))

/** Some kilobytes that unpack to more than is taken: in the content of a page, or as a stream of objects. */
export async function swollenPdf(where: 'content' | 'objects'): Promise<Uint8Array> {
  if (where === 'objects') {
    const packed = swollen()
    const head = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
    return Buffer.concat([
      await textPdf('x', 1),
      Buffer.from(head),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  }
  return pdfWith((doc) => {
    const stream = PDFRawStream.of(doc.context.obj({ Filter: 'FlateDecode' }), swollen())
    const parts = [stream, doc.context.flateStream('')].map((part) => doc.context.register(part))
    doc.addPage([300, 300]).node.set(PDFName.of('Contents'), doc.context.obj(parts))
  })
}

/** A page tree that leads back to itself. */
export const ring = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' +
    '2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer << /Root 1 0 R /Size 3 >>\n%%EOF',
)

const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** 12 × 8 dots. */
export const jpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAwDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAADAAAAAAAAAAAAAAAAAAAAE2H/xAAVAQEBAAAAAAAAAAAAAAAAAAAABP/EABYRAQEBAAAAAAAAAAAAAAAAAAAUYf/aAAwDAQACEQMRAD8AkupZDi+wdRDhY//Z',
)
/** In four printing colours, 8 × 8 dots. */
export const cmykJpeg = base64(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAADBf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AoAShNUB//9k=',
)

/** 96 × 64 dots: red and green, below them blue and yellow. */
const quarteredJpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCABAAGADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAYFBP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAYAQEBAQEBAAAAAAAAAAAAAAAABAcGBf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AOABG6QAAABrAI2eAAAAMkBY0MAAABrAI2eAAAAJsB3j2QAAAF0AzZYAAAAhQGkowAAAF0AzZYAAAA//2Q==',
)

/** The quartered JPEG as a camera held in one of EXIF's eight ways writes it. */
export function quarteredIn(orientation: number): Uint8Array {
  return turnedJpeg(orientation, quarteredJpeg)
}

/** A JPEG as a camera held in one of EXIF's eight ways writes it. */
export function turnedJpeg(orientation: number, picture = jpeg): Uint8Array {
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...picture.subarray(2)])
}

/** A whole grey JPEG of so many dots, all alike: each square of eight is two zero bits. */
export function wideJpeg(width: number, height: number): Uint8Array {
  const squares = Math.ceil(width / 8) * Math.ceil(height / 8)
  const word = (value: number) => [value >> 8, value & 255]
  /** A table with one code, of one bit, for the value 0. */
  const huffman = (kind: number) => [0xff, 0xc4, 0, 20, kind, 1, ...Array<number>(15).fill(0), 0]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...Array<number>(64).fill(1)]),
    Buffer.from([0xff, 0xc0, 0, 11, 8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
    Buffer.from([...huffman(0), ...huffman(0x10), 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]),
    Buffer.alloc(Math.ceil(squares / 4)),
    Buffer.from([0xff, 0xd9]),
  ])
}
