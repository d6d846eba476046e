import { ANSWER_FIELDS, answerRows } from '../answer-rows'
import { writtenAnswer } from '../answers-sheet'
import { buildWorkbook } from '../build'
import { csvRows } from '../csv-rows'
import { withoutAnswers, type SheetsInput, type SheetsKind } from '../input'
import { propose } from '../propose'
import { readCsvText, writeCsvText } from './csv'
import { readWorkbook } from './read-xlsx'
import { writeWorkbook } from './write-xlsx'

/** A file that was opened again after it was written, and found to say the same. */
export interface WrittenSheets {
  readonly bytes: ArrayBuffer
  /** Sheets of a workbook; a table of text is one. */
  readonly sheets: number
  /** Rows with something to be rated. */
  readonly rows: number
  /** Fields with something in them. */
  readonly answers: number
}

/** The file that was written does not say what it was made of. */
export class SheetsDiffer extends Error {
  override readonly name = 'SheetsDiffer'
}

/** Writes a file, opens it again and counts. Throws `SheetsDiffer` where it does not say the same. */
export async function writeSheets(
  kind: SheetsKind,
  input: SheetsInput,
  onProgress: (done: number, total: number) => void,
): Promise<WrittenSheets> {
  return kind === 'csv'
    ? writeTable(input)
    : writeBook(kind === 'template' ? withoutAnswers(input) : input, onProgress)
}

async function writeBook(
  input: SheetsInput,
  onProgress: (done: number, total: number) => void,
): Promise<WrittenSheets> {
  onProgress(0, 3)
  const book = buildWorkbook(input)
  onProgress(1, 3)
  const bytes = await writeWorkbook(book)
  onProgress(2, 3)
  const reading = await readWorkbook(bytes)
  if (reading.status === 'refused') throw new SheetsDiffer(`written file refused: ${reading.fault.kind}`)
  const proposal = propose(reading.book, input)
  if (proposal.status === 'refused') throw new SheetsDiffer(`written sheet refused: ${proposal.fault.kind}`)
  const { changes, refused, unchanged } = proposal.proposal
  const answers = countAnswers(input)
  const same = changes.length === 0 && refused.length === 0 && unchanged === answers
  if (!same || reading.book.sheets.length !== book.sheets.length) {
    throw new SheetsDiffer(
      `${changes.length} changed, ${refused.length} refused, ${unchanged} of ${answers} found`,
    )
  }
  const rows = answerRows(input.instrument, input.scope).length
  return { bytes: bytes.buffer as ArrayBuffer, sheets: book.sheets.length, rows, answers }
}

function writeTable(input: SheetsInput): WrittenSheets {
  const rows = csvRows(input)
  const text = writeCsvText(rows)
  const read = readCsvText(text)
  // What could be taken for a formula has an apostrophe in front; nothing else may differ.
  const same = rows.every((row, at) =>
    row.every((cell, column) => [cell, `'${cell}`].includes(read[at]?.[column] ?? '')),
  )
  if (!same || read.length !== rows.length) {
    throw new SheetsDiffer(`${read.length} of ${rows.length} rows`)
  }
  return {
    bytes: new TextEncoder().encode(text).buffer,
    sheets: 1,
    rows: answerRows(input.instrument, input.scope).length,
    answers: countAnswers(input),
  }
}

/** Fields of the rows that say something. */
function countAnswers(input: SheetsInput): number {
  return answerRows(input.instrument, input.scope)
    .flatMap(({ targets }) =>
      ANSWER_FIELDS.map((field) => {
        const target = targets[field]
        return target === undefined ? null : writtenAnswer(input, target, field)
      }),
    )
    .filter((value) => value !== null).length
}
