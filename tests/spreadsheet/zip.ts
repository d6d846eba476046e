import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly data: string | Uint8Array
  /** Stored instead of deflated. */
  readonly stored?: boolean
  /** What its head and the directory say of its unpacked size, where that is not the truth. */
  readonly statedSize?: number
  readonly flags?: number
}

/** A ZIP archive written by hand, so that it can lie. */
export function zipOf(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const raw = Buffer.from(entry.data)
    const packed = entry.stored ? raw : deflateRawSync(raw)
    const name = Buffer.from(entry.name)
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(entry.flags ?? 0, 0)
    facts.writeUInt16LE(entry.stored ? 0 : 8, 2)
    facts.writeUInt32LE(crc32(raw), 8)
    facts.writeUInt32LE(packed.length, 12)
    facts.writeUInt32LE(entry.statedSize ?? raw.length, 16)
    facts.writeUInt16LE(name.length, 20)
    const local = Buffer.concat([bytes(0x04034b50, 20), facts, Buffer.alloc(2), name, packed])
    const place = Buffer.alloc(16)
    place.writeUInt32LE(offset, 12)
    directory.push(
      Buffer.concat([bytes(0x02014b50, 20, 20), facts, Buffer.alloc(2), place.subarray(2), name]),
    )
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, listed, end]))
}

function bytes(signature: number, ...words: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 + words.length * 2)
  buffer.writeUInt32LE(signature, 0)
  words.forEach((word, at) => buffer.writeUInt16LE(word, 4 + at * 2))
  return buffer
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface Parts {
  /** XML of the sheet's data: `<row r="1">…</row>`. */
  readonly rows: string
  /** XML behind the data: merges and such. */
  readonly behind?: string
  readonly sheetName?: string
  readonly sharedStrings?: string
  readonly styles?: string
  readonly more?: readonly Entry[]
}

/** The parts of a workbook with one sheet, as plain as it can be: what other programs write, by hand. */
export function workbookParts({
  rows,
  behind = '',
  sheetName = 'Isian',
  sharedStrings,
  styles,
  more = [],
}: Parts): Entry[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (list: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`
  return [
    { name: '[Content_Types].xml', data: `<Types xmlns="${PACKAGE}/content-types"/>` },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
          relation('rId3', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    },
    ...(sharedStrings
      ? [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }]
      : []),
    ...(styles
      ? [{ name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }]
      : []),
    ...more,
  ]
}

/** A cell with its text inside, as exports without shared strings have it. */
export function inline(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
}

/** The heads in the first row. */
export const HEAD_ROW = `<row r="1">${inline('A1', 'Nomor')}${inline('B1', 'Indikator')}${inline('C1', 'Tingkat')}${inline('D1', 'Fakta')}${inline('E1', 'Analisis')}</row>`
