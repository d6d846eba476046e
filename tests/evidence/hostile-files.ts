/** Files of every kind, and hostile ones, made byte by byte: what taking in and looking into files must live with. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'

export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** What a PDF made here has, beside its pages. */
interface PdfExtras {
  /** Text of each page; an empty one is a page without words, as scanners make them. */
  readonly pages: readonly string[]
  /** Entries of the catalogue: scripts, attachments. */
  readonly catalogue?: string
  readonly signed?: boolean
}

/** A small, whole PDF. */
export function pdf({ pages, catalogue = '', signed = false }: PdfExtras): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const pageIds = pages.map((_, index) => 4 + index * 2)
  add(`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`)
  add(`<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [index, text] of pages.entries()) {
    const id = pageIds[index] ?? 0
    const lines = text.split('\n').map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`)
    const stream = `BT /F1 12 Tf 14 TL 50 780 Td ${text ? lines.join(' ') : ''} ET`
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${id + 1} 0 R >>`,
    )
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  }
  if (signed) {
    add('<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>')
  }
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return latin1(text)
}

/** A black PNG picture; `stated` puts another size into its header than it has. */
export function png(width: number, height: number, stated = { width, height }): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crcOf(body))
    return Buffer.concat([size, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(stated.width, 0)
  header.writeUInt32BE(stated.height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc((width + 1) * height))
  return new Uint8Array(
    Buffer.concat([
      latin1('\x89PNG\r\n\x1a\n'),
      chunk('IHDR', header),
      chunk('IDAT', pixels),
      chunk('IEND', new Uint8Array()),
    ]),
  )
}

/** CRC-32, as ZIP and PNG have it. */
export function crcOf(bytes: Uint8Array): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

/** A ZIP whose entries are stored; office files and programs differ by the names inside. */
export function zip(entries: Readonly<Record<string, string>>): Uint8Array {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const [called, data] = [Buffer.from(name), Buffer.from(content)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crcOf(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(called.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, called, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, tail, called)
    at += 30 + called.length + data.length
  }
  const names = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, names, end]))
}

/** An older office file: the mark, zeroes, and the name of its stream as UTF-16. */
export function ole(stream: string, more = ''): Uint8Array {
  const text = `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(1016)}${[...stream].map((letter) => `${letter}\0`).join('')}${more}`
  return latin1(text + '\0'.repeat(1024))
}

/** Made by other programs once, and kept: nothing here can lock a file or turn a photo. */
function kept(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../examples/files/${name}`, import.meta.url))))
}

const DECREE = `PERATURAN BUPATI CONTOH
NOMOR 12 TAHUN 2023
TENTANG
SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK
Ditetapkan pada tanggal 3 Mei 2023 di Contoh`

/** Whole files of the kinds a round really has. */
export const ordinary = {
  decree: {
    name: 'Perbup_12_2023.pdf',
    bytes: pdf({ pages: [DECREE, 'Bab II tentang tata kelola SPBE kabupaten'] }),
  },
  scan: { name: 'pindaian notula.pdf', bytes: pdf({ pages: ['', '', ''] }) },
  signed: { name: 'SK TTE.pdf', bytes: pdf({ pages: [`${DECREE} ditandatangani`], signed: true }) },
  picture: { name: 'layar.png', bytes: png(800, 400) },
  word: { name: 'laporan.docx', bytes: zip({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<b/>' }) },
  text: { name: 'catatan.txt', bytes: latin1('MZ adalah dua huruf saja, bukan program.') },
} satisfies Record<string, MadeFile>

/** Files that are hostile or damaged, and kept all the same. */
export const damaged = {
  truncated: { name: 'terpotong.pdf', bytes: ordinary.decree.bytes.slice(0, 60) },
  ownerLocked: { name: 'dikunci pemilik.pdf', bytes: kept('owner-locked.pdf') },
  userLocked: { name: 'bersandi.pdf', bytes: kept('user-locked.pdf') },
  withScript: {
    name: 'berskrip.pdf',
    bytes: pdf({
      pages: ['Halaman dengan skrip yang tidak boleh berjalan'],
      catalogue: '/OpenAction << /S /JavaScript /JS (app.alert("jalan"); while (true) {}) >>',
    }),
  },
  withAttachment: {
    name: 'berlampiran.pdf',
    bytes: pdf({
      pages: ['Halaman dengan lampiran di dalam berkasnya'],
      catalogue:
        '/Names << /EmbeddedFiles << /Names [(virus.exe) << /Type /Filespec /F (virus.exe) >>] >> >>',
    }),
  },
  pngCalledPdf: { name: 'gambar.pdf', bytes: png(40, 20) },
  huge: { name: 'raksasa.png', bytes: png(2, 2, { width: 20_000, height: 20_000 }) },
  turned: { name: 'foto miring.jpg', bytes: kept('turned.jpg') },
} satisfies Record<string, MadeFile>

/** Five thousand pages. */
export function manyPages(): MadeFile {
  return {
    name: 'lima ribu.pdf',
    bytes: pdf({
      pages: Array.from({ length: 5000 }, (_, page) => `Halaman ${page + 1} dari arsip surat masuk`),
    }),
  }
}

/** Files that may not be kept, with the reason. */
export const refused: readonly (MadeFile & {
  readonly reason: 'empty' | 'program' | 'script' | 'web-page'
})[] = [
  { name: 'kosong.pdf', bytes: new Uint8Array(), reason: 'empty' },
  { name: 'surat.pdf', bytes: latin1(`MZ\x90\0\x03${'\0'.repeat(80)}`), reason: 'program' },
  { name: 'alat', bytes: latin1('\x7fELF\x02\x01\x01'), reason: 'program' },
  { name: 'alat-mac', bytes: latin1('\xcf\xfa\xed\xfe\x07'), reason: 'program' },
  { name: 'pintas.txt', bytes: latin1('L\0\0\0\x01\x14\x02\0\0\0'), reason: 'program' },
  { name: 'pasang.doc', bytes: ole('', '\x84\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46'), reason: 'program' },
  { name: 'aplikasi.zip', bytes: zip({ 'AndroidManifest.xml': 'x', 'classes.dex': 'x' }), reason: 'program' },
  { name: 'arsip.zip', bytes: zip({ 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }), reason: 'program' },
  { name: 'surat.pdf.EXE', bytes: latin1('apa saja'), reason: 'program' },
  { name: 'surat.exe. ', bytes: latin1('apa saja'), reason: 'program' },
  { name: 'jalankan.bat', bytes: latin1('echo'), reason: 'script' },
  { name: 'unggah.PHP', bytes: latin1('<?php echo 1;'), reason: 'script' },
  { name: 'hitung.py', bytes: latin1('print(1)'), reason: 'script' },
  { name: 'jalankan', bytes: latin1('#!/bin/sh\n'), reason: 'script' },
  { name: 'halaman.html', bytes: latin1('teks'), reason: 'web-page' },
  { name: 'halaman.txt', bytes: latin1('\n <!-- x --> <!DOCTYPE html><p>'), reason: 'web-page' },
  { name: 'halaman.pdf', bytes: latin1('<html><script>alert(1)</script>%PDF-1.7'), reason: 'web-page' },
  { name: 'lebar.txt', bytes: new Uint8Array(Buffer.from('\ufeff<script >', 'utf16le')), reason: 'web-page' },
  { name: 'logo.png', bytes: latin1('<?xml version="1.0"?>\n<svg:svg xmlns:svg="x">'), reason: 'web-page' },
]
