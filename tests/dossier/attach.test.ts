import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { jsPDF } from 'jspdf'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { getDocument } from '../report/pdf/pdfjs'
import { afterAll, describe, expect, it } from 'vitest'
import { attachFiles, type Attachment } from '../../src/dossier/files/attach'
import { CannotAttach } from '../../src/dossier/files/attach-base'

const folder = mkdtempSync(join(tmpdir(), 'spbe-attach-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function attachment(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  more: Partial<Attachment> = {},
): Attachment {
  return {
    name,
    blob: new Blob([bytes]),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    crc32: crc32(bytes),
    mediaType: 'application/pdf',
    description: 'Bukti',
    ...more,
  }
}

async function attached(pdf: Blob, files: readonly Attachment[]): Promise<Blob> {
  return new Blob([pdf, ...(await attachFiles(pdf, files))])
}

/** A report as jspdf writes it, with an outline and a link. */
function report(): Blob {
  const doc = new jsPDF()
  doc.text('Laporan', 20, 20).addPage().text('Lampiran', 20, 20)
  doc.outline.add(null, 'Lampiran', { pageNumber: 2 })
  doc.setLanguage('id')
  return doc.output('blob')
}

/** A volume as the PDF library saves it, with a classic table. */
async function volume(
  change: (document: PDFDocument) => Promise<void> | void = () => undefined,
): Promise<Blob> {
  const document = await PDFDocument.create()
  document.addPage([200, 200])
  document.catalog.set(PDFName.of('Lang'), PDFString.of('id'))
  await change(document)
  return new Blob([await document.save({ useObjectStreams: false })])
}

/** A name as poppler writes it to the disk: an emoji as the two halves that UTF-16 has of it, each by itself. */
function onDisk(name: string): string {
  const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at))
  const bytes = units.flatMap((unit) =>
    unit >= 0xd800 && unit < 0xe000
      ? [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 63), 0x80 | (unit & 63)]
      : [...Buffer.from(String.fromCharCode(unit))],
  )
  return Buffer.from(bytes).toString('latin1')
}

/** Writes a PDF down, lets qpdf look at it, and returns what pdfdetach saves, by name. */
async function saved(pdf: Blob, name: string): Promise<Map<string, Buffer>> {
  const path = join(folder, `${name}.pdf`)
  const out = join(folder, name)
  mkdirSync(out)
  writeFileSync(path, Buffer.from(await pdf.arrayBuffer()))
  expect(execFileSync('qpdf', ['--check', path]).toString()).toContain('No syntax or stream encoding errors')
  execFileSync('pdfdetach', ['-saveall', '-o', out, path], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const names = readdirSync(out, { encoding: 'buffer' })
  const at = (name: Buffer) => Buffer.concat([Buffer.from(`${out}/`), name])
  return new Map(names.map((name) => [name.toString('latin1'), readFileSync(at(name))]))
}

describe('originals inside a PDF', () => {
  const odd = [
    '1.a.Perwal-12-2022-Arsitektur-SPBE.pdf',
    'Laporan “ḥ ṣ é” – akhir.pdf',
    'Foto 📎 rapat (1) \\ salinan.jpg',
    '))((.zip',
    'kosong.bin',
  ]
  const many = Array.from({ length: 300 }, (_, at) => {
    const bytes = new Uint8Array(randomBytes(odd[at] === 'kosong.bin' ? 0 : 50 + at * 7))
    return { bytes, name: odd[at] ?? `Berkas ${at}.pdf` }
  })

  it.each<[string, () => Blob | Promise<Blob>]>([
    ['a report of jspdf', report],
    ['a volume of the PDF library', () => volume()],
  ])('%s gives back 300 of them byte for byte', async (name, base) => {
    const before = await base()
    const files = many.map(({ name, bytes }) => attachment(name, bytes, { date: '2025-06-12' }))
    const pdf = await attached(before, files)
    const start = await pdf.slice(0, before.size).arrayBuffer()
    expect(Buffer.from(start).equals(Buffer.from(await before.arrayBuffer()))).toBe(true)
    const found = await saved(pdf, name.replaceAll(' ', '-'))
    expect(found.size).toBe(300)
    for (const { name, bytes } of many) {
      expect(found.get(onDisk(name))?.equals(Buffer.from(bytes)), name).toBe(true)
    }
  })

  it('are listed by pdf.js with their hashes, and what was in the PDF stays', async () => {
    const files = many.slice(0, 5).map(({ name, bytes }) => attachment(name, bytes))
    const pdf = await attached(report(), files)
    const opened = await getDocument({ data: new Uint8Array(await pdf.arrayBuffer()) }).promise
    const listed = (await opened.getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array; description: string }
    >
    expect(Object.keys(listed).sort()).toEqual(files.map(({ name }) => name).sort())
    const first = listed[files[0]?.name ?? '']
    expect(Buffer.from(first?.content ?? []).equals(Buffer.from(many[0]?.bytes ?? []))).toBe(true)
    expect(first?.description).toBe(`Bukti, SHA-256 ${files[0]?.sha256}`)
    expect((await opened.getOutline()).map(({ title }) => title)).toEqual(['Lampiran'])
    expect(opened.numPages).toBe(2)
  })

  it('join those that are there, and names of other kinds stay', async () => {
    const base = await volume(async (document) => {
      await document.attach(Buffer.from('dulu'), 'dulu.txt', { mimeType: 'text/plain' })
      await document.attach(Buffer.from('zz'), 'zz (2).txt', { mimeType: 'text/plain' })
      await document.flush()
      const names = document.catalog.lookup(PDFName.of('Names')) as unknown as {
        set(key: PDFName, value: unknown): void
      }
      names.set(PDFName.of('Dests'), document.context.obj({ Names: [] }))
    })
    const once = await attached(base, [attachment('b.pdf', new Uint8Array([1]))])
    const twice = await attached(once, [attachment('a.pdf', new Uint8Array([2, 3]))])
    const found = await saved(twice, 'joined')
    expect(Object.fromEntries([...found].map(([name, bytes]) => [name, bytes.toString('hex')]))).toEqual({
      'a.pdf': '0203',
      'b.pdf': '01',
      'dulu.txt': Buffer.from('dulu').toString('hex'),
      'zz (2).txt': Buffer.from('zz').toString('hex'),
    })
    const text = Buffer.from(await twice.arrayBuffer()).toString('latin1')
    const catalog = text.slice(text.lastIndexOf('/Type /Catalog'))
    expect(catalog).toMatch(/\/Lang \(id\)/)
    expect(catalog).toMatch(/\/Dests/)
    expect(catalog.match(/\/AF \[[^\]]*\]/)?.[0].match(/ R/g)).toHaveLength(4)
  })

  it('are refused where a name is there twice', async () => {
    const one = attachment('a.pdf', new Uint8Array([1]))
    await expect(attached(report(), [one, one])).rejects.toThrow(RangeError)
    const base = await attached(report(), [one])
    await expect(attached(base, [one])).rejects.toThrow(RangeError)
  })

  it('are refused where the PDF is not one to be added to, and say why', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    const streams = new Blob([await document.save()])
    const plain = join(folder, 'plain.pdf')
    writeFileSync(plain, Buffer.from(await report().arrayBuffer()))
    const locked = join(folder, 'locked.pdf')
    execFileSync('qpdf', ['--encrypt', 'a', 'b', '256', '--', '--object-streams=disable', plain, locked])
    const cut = report().slice(0, -100)
    const moved = new Blob(['%junk\n', report()])
    for (const [pdf, fault] of [
      [streams, 'no-classic-table'],
      [new Blob([readFileSync(locked)]), 'encrypted'],
      [cut, 'damaged'],
      [moved, 'damaged'],
      [new Blob([]), 'damaged'],
      [new Blob(['%PDF-1.7\nstartxref\n0\n%%EOF']), 'damaged'],
    ] as const) {
      const attaching = attached(pdf, [attachment('a.pdf', new Uint8Array([1]))])
      await expect(attaching).rejects.toMatchObject({ name: CannotAttach.name, fault })
    }
  })

  it('are not read: a Blob that cannot be is taken along', async () => {
    const unread = new Blob([new Uint8Array(1_000_000)])
    const refuse = () => {
      throw new Error('read')
    }
    for (const way of ['arrayBuffer', 'stream', 'text', 'bytes', 'slice'] as const) {
      Object.defineProperty(unread, way, { value: refuse })
    }
    const file = { ...attachment('besar.bin', new Uint8Array()), blob: unread }
    const before = report()
    const pdf = await attached(before, [file])
    expect(pdf.size).toBeGreaterThan(before.size + 1_000_000)
  })
})
