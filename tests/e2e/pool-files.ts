/** Small real files for the pool, made here: nothing of the kind lies in the repository. */
import { jsPDF } from 'jspdf'

/** A PDF with text; the first two pages are labelled i and ii, the next ones from 1. */
export function textPdf(title: string, pages: number): Buffer {
  const doc = new jsPDF()
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) doc.addPage()
    doc.setFontSize(16).text(title, 30, 40)
    doc.setFontSize(12).text(`BAB ${page}. Setiap Perangkat Daerah menyelenggarakan SPBE.`, 30, 60)
  }
  const { events, write } = doc.internal as unknown as {
    events: { subscribe(topic: string, callback: () => void): void }
    write(line: string): void
  }
  events.subscribe('putCatalog', () => write('/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>'))
  return Buffer.from(doc.output('arraybuffer'))
}

/** What scanners make of a page: 32 × 32 dots, the left half black. */
const SCANS = {
  JBIG2Decode: jbig2(),
  JPXDecode: Buffer.from(
    '/0//UQApAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAABDwEB/1IADAAAAAEABQQEAAH/XAATQICIiJCIiJCIiJCIiJCIiJD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAABxAAH/k8/8MAwG8ZfP/EgMAW6/x/4YFAAIFa0Nby5TnOc/z/xISBcsc4JgsErb0vS9L0vS9L0vS8/8SIQhbg0YvnpISucBD3C52hxDABpjr7lr07xb4a3w1vhrfC/H/hgMADXyP6q+J//Z',
    'base64',
  ),
} as const

/** A PDF whose one page is a scan, packed as `filter` says. */
export function scannedPdf(filter: keyof typeof SCANS): Buffer {
  const image = SCANS[filter]
  const bits = filter === 'JBIG2Decode' ? 1 : 8
  const drawing = Buffer.from('200 0 0 200 0 0 cm /scan Do')
  return pdfOf([
    [`<< /Type /Catalog /Pages 2 0 R >>`],
    [`<< /Type /Pages /Kids [3 0 R] /Count 1 >>`],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /scan 5 0 R >> >> >>`,
    ],
    [`<< /Length ${drawing.length} >>`, drawing],
    [
      `<< /Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceGray /BitsPerComponent ${bits} /Filter /${filter} /Length ${image.length} >>`,
      image,
    ],
  ])
}

/** A PDF that embeds no font: "日本" in a Japanese one's own code, below it a black square from ZapfDingbats. */
export function fontlessPdf(): Buffer {
  const drawing = Buffer.from('BT /kanji 20 Tf 10 170 Td <93fa967b> Tj /signs 150 Tf 0 -150 Td <6e> Tj ET')
  const japanese = '/BaseFont /KozMinPr6N-Regular'
  return pdfOf([
    [`<< /Type /Catalog /Pages 2 0 R >>`],
    [`<< /Type /Pages /Kids [3 0 R] /Count 1 >>`],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /kanji 5 0 R /signs 6 0 R >> >> >>`,
    ],
    [`<< /Length ${drawing.length} >>`, drawing],
    [
      `<< /Type /Font /Subtype /Type0 ${japanese} /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 ${japanese} /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor 7 0 R >>] >>`,
    ],
    [`<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>`],
    [
      `<< /Type /FontDescriptor /FontName /KozMinPr6N-Regular /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`,
    ],
  ])
}

/** A PDF of these objects, each a dictionary and perhaps a stream; the first is the catalogue. */
function pdfOf(objects: readonly (readonly [dictionary: string, stream?: Buffer])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const offsets = objects.map(([dictionary, stream], at) => {
    const offset = length()
    parts.push(Buffer.from(`${at + 1} 0 obj\n${dictionary}\n`))
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
    return offset
  })
  const start = length()
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer << /Size ${size} /Root 1 0 R >>\n`),
  )
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF`))
  return Buffer.concat(parts)
}

/** A JBIG2 page as it stands in a PDF (ITU-T T.88): its size, then one region packed like a fax (MMR, ITU-T T.6). */
function jbig2(): Buffer {
  const size = [0, 0, 0, 32, 0, 0, 0, 32]
  const none = [0, 0, 0, 0, 0, 0, 0, 0]
  const page = [...size, ...none, 0, 0, 0]
  // The first line: no white dot, sixteen black ones, the rest white. The others: as the line above.
  const fax = `001${'00110101'}${'0000010111'}1${'111'.repeat(31)}${'000000000001'.repeat(2)}`
  const bytes = (fax.match(/.{1,8}/g) ?? []).map((bits) => parseInt(bits.padEnd(8, '0'), 2))
  const region = [...size, ...none, 0, 1, ...bytes]
  const segment = (number: number, kind: number, data: readonly number[]) => [
    ...[0, 0, 0, number, kind, 0, 1],
    ...[0, 0, data.length >> 8, data.length & 255],
    ...data,
  ]
  return Buffer.from([...segment(0, 48, page), ...segment(1, 38, region)])
}
