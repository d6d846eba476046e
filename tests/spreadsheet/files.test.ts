/** Which files are read and which are refused, before and while they are unpacked. */
import { describe, expect, test } from 'vitest'
import { FILE_LIMIT, inspect, PART_LIMIT, UNPACKED_LIMIT } from '../../src/spreadsheet/files/guard'
import { COLUMN_LIMIT, readWorkbook, ROW_LIMIT } from '../../src/spreadsheet/files/read-xlsx'
import { opened, proposed, sheetsInputOf, written } from './fixture'
import { HEAD_ROW, inline, workbookParts, zipOf } from './zip'

const row = (at: number, cells: string) => `<row r="${at}">${cells}</row>`
const LEVEL_3 = row(2, '<c r="A2"><v>1</v></c><c r="C2"><v>3</v></c>')
const plainParts = workbookParts({ rows: HEAD_ROW + LEVEL_3 })
const input = sheetsInputOf([])

async function faultOf(bytes: Uint8Array): Promise<string> {
  const reading = await readWorkbook(bytes)
  return reading.status === 'refused' ? reading.fault.kind : 'read'
}

async function levelsIn(bytes: Uint8Array): Promise<unknown[]> {
  const { changes } = proposed(await opened(bytes), input)
  return changes.map(({ target, after }) => [target, after])
}

function ole(...names: readonly string[]): Uint8Array {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(magic),
      Buffer.alloc(500),
      ...names.map((name) => Buffer.from(name, 'utf16le')),
    ]),
  )
}

describe('a file is refused by what it is', () => {
  test.each([
    ['with a password', ole('EncryptionInfo', 'EncryptedPackage'), 'password'],
    ['.xls, renamed', ole('Root Entry', 'Workbook'), 'old-excel'],
    ['.xls of Excel 4, renamed', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0x00, 0x00]), 'old-excel'],
    ['.csv', new TextEncoder().encode('Nomor;Tingkat\r\n1;3\r\n'), 'plain-text'],
    ['a web page named .xls', new TextEncoder().encode('<html><table></table></html>'), 'plain-text'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0x01]), 'not-a-spreadsheet'],
    ['nothing', new Uint8Array(), 'not-a-spreadsheet'],
    [
      'a text document',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      'not-a-spreadsheet',
    ],
    [
      '.ods',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<office/>' },
      ]),
      'open-document',
    ],
    [
      '.xlsb',
      zipOf([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'xl/workbook.bin', data: 'x' },
      ]),
      'binary-excel',
    ],
    ['a ZIP with encrypted parts', zipOf(plainParts.map((part) => ({ ...part, flags: 1 }))), 'password'],
    ['cut off', zipOf(plainParts).subarray(0, 700), 'damaged'],
    ['only the beginning of a ZIP', new TextEncoder().encode('PK\u0003\u0004 dan seterusnya'), 'damaged'],
    ['with broken XML', zipOf(workbookParts({ rows: '<row><!-- ' })), 'damaged'],
    ['without its sheet', zipOf(plainParts.filter(({ name }) => !name.includes('sheet1'))), 'damaged'],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault)
  })
})

describe('a file is refused by its size, before it is unpacked', () => {
  test('100 MB', async () => {
    expect(await faultOf(new Uint8Array(100_000_000))).toBe('too-large')
    expect(FILE_LIMIT).toBeLessThan(100_000_000)
  })

  test('a part that unpacks to a thousand times its size', async () => {
    const bomb = { name: 'xl/media/bomb.bin', data: new Uint8Array(30_000_000) }
    expect(await faultOf(zipOf([...plainParts, bomb]))).toBe('too-large')
  })

  test('many parts that are too much together', () => {
    const parts = Array.from({ length: 8 }, (_, at) => ({
      name: `p${at}`,
      data: 'x'.repeat(100_000),
      stored: true,
      statedSize: UNPACKED_LIMIT / 7,
    }))
    expect(inspect(zipOf([...plainParts, ...parts]))).toEqual({
      status: 'refused',
      fault: { kind: 'too-large' },
    })
  })

  test('more parts than any workbook has', () => {
    const parts = Array.from({ length: PART_LIMIT }, (_, at) => ({ name: `xl/p${at}.xml`, data: '' }))
    expect(inspect(zipOf([...plainParts, ...parts]))).toEqual({
      status: 'refused',
      fault: { kind: 'too-large' },
    })
  })

  test.each([0, 10, 0xffffffff])('a part that says it unpacks to %d bytes', async (statedSize) => {
    const lying = plainParts.map((part) => (part.name.includes('sheet1') ? { ...part, statedSize } : part))
    expect(['damaged', 'too-large']).toContain(await faultOf(zipOf(lying)))
  })

  test('a million rows, alike or not', async () => {
    const alike = '<row><c/></row>'.repeat(1_000_000)
    expect(await faultOf(zipOf(workbookParts({ rows: HEAD_ROW + alike })))).toBe('too-large')
    const others = Array.from({ length: 1_000_000 }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('')
    expect(await faultOf(zipOf(workbookParts({ rows: HEAD_ROW + others })))).toBe('too-many-rows')
  })

  test('as many rows as are read, and a stray cell far away', async () => {
    const last = `<row r="${ROW_LIMIT}"><c r="A${ROW_LIMIT}"><v>1</v></c></row>`
    const stray = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    const book = await opened(zipOf(workbookParts({ rows: HEAD_ROW + LEVEL_3 + last + stray })))
    expect(book.sheets[0]?.rows).toHaveLength(ROW_LIMIT)
    expect(book.sheets[0]?.rows[0]?.length).toBeLessThanOrEqual(COLUMN_LIMIT)
  })
})

describe('workbooks of other programs are read', () => {
  test('with macros, which are said and left alone', async () => {
    const book = await opened(zipOf([...plainParts, { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' }]))
    expect(book.macros).toBe(true)
    expect(proposed(book, input).notes).toContainEqual({ kind: 'macros' })
    expect(proposed(book, input).changes).toMatchObject([{ target: 'I01', after: 3 }])
  })

  test('with links to other files, whose last values are read', async () => {
    const linked = row(2, '<c r="A2"><v>1</v></c><c r="C2"><f>[1]Lain!A1</f><v>4</v></c>')
    const book = await opened(
      zipOf([
        ...workbookParts({ rows: HEAD_ROW + linked }),
        { name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' },
      ]),
    )
    const proposal = proposed(book, input)
    expect(proposal.notes).toContainEqual({ kind: 'external-links' })
    expect(proposal.changes).toMatchObject([{ after: 4, remarks: ['formula'] }])
  })

  test('with texts inside the cells, without styles and places, as exports of web services are', async () => {
    const bare =
      '<row><c t="inlineStr"><is><t>Nomor</t></is></c><c t="inlineStr"><is><t>Tingkat</t></is></c></row><row><c><v>2</v></c><c><v>5</v></c></row>'
    expect(await levelsIn(zipOf(workbookParts({ rows: bare })))).toEqual([['I02', 5]])
  })

  test('with shared texts in several runs', async () => {
    const strings =
      '<si><t>Nomor</t></si><si><r><t>Ting</t></r><r><rPr><b/></rPr><t>kat</t></r></si><si><r><t xml:space="preserve">Analisis </t></r></si><si><r><rPr><i/></rPr><t>Sudah </t></r><r><t>berlaku.</t></r></si>'
    const rows =
      row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>') +
      row(2, '<c r="A2"><v>3</v></c><c r="B2"><v>2</v></c><c r="C2" t="s"><v>3</v></c>')
    expect(await levelsIn(zipOf(workbookParts({ rows, sharedStrings: strings })))).toEqual([
      ['I03', 2],
      ['I03', 'Sudah berlaku.'],
    ])
  })

  test('with numbers shown as dates, which are said and not chosen', async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const rows =
      HEAD_ROW +
      row(2, '<c r="A2"><v>1</v></c><c r="C2" s="1"><v>3</v></c>') +
      row(3, '<c r="A3"><v>2</v></c><c r="C3" s="1"><v>45000</v></c>')
    const proposal = proposed(await opened(zipOf(workbookParts({ rows, styles }))), input)
    expect(proposal.changes).toMatchObject([{ target: 'I01', after: 3, remarks: ['date'], doubtful: true }])
    expect(proposal.refused).toMatchObject([{ why: 'date', cell: 'C3', text: '2023-03-15' }])
  })

  test('with joined cells, hidden rows and errors', async () => {
    const rows =
      HEAD_ROW +
      row(2, '<c r="A2"><v>1</v></c><c r="C2"><v>3</v></c>') +
      row(3, '<c r="A3"><v>2</v></c>') +
      `<row r="4" hidden="1"><c r="A4"><v>3</v></c><c r="C4"><v>2</v></c></row>` +
      row(5, '<c r="A5"><v>4</v></c><c r="C5" t="e"><v>#N/A</v></c>') +
      row(6, '<c r="A6"><v>5</v></c><c r="C6"><f>1+1</f></c>')
    const behind = '<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'
    const proposal = proposed(await opened(zipOf(workbookParts({ rows, behind }))), input)
    expect(proposal.changes).toMatchObject([
      { target: 'I01', after: 3, remarks: ['merged'], doubtful: true },
      { target: 'I03', after: 2, remarks: ['hidden-row'], doubtful: false },
    ])
    expect(proposal.refused.map(({ why, cell }) => [why, cell])).toEqual([
      ['error', 'C5'],
      ['uncomputed', 'C6'],
      ['merged', 'C2:C3'],
    ])
    expect(proposal.notes).toContainEqual({ kind: 'hidden-rows', count: 1 })
  })

  test('one bit changed anywhere is read or refused, and never thrown', async () => {
    const bytes = await written(sheetsInputOf())
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x10
      expect(['read', 'refused']).toContain((await readWorkbook(changed)).status)
    }
  })
})

test('a sheet in a workbook is found whatever stands around it', async () => {
  const bytes = zipOf(
    workbookParts({
      rows:
        row(9, inline('B9', 'NO.') + inline('D9', ' tingkat ')) +
        row(11, '<c r="B11"><v>7</v></c><c r="D11"><v>1</v></c>'),
      sheetName: 'Lembar1',
    }),
  )
  const proposal = proposed(await opened(bytes), input)
  expect(proposal.changes).toMatchObject([{ target: 'I07', after: 1, cell: 'D11' }])
  expect(proposal.notes).toContainEqual({ kind: 'renamed-sheet', sheet: 'Lembar1' })
})
