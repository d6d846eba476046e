import { parseCsv, writeCsv } from 'hucre/csv'

/**
 * A table as CSV the way Indonesian spreadsheets expect it: `;` between cells, CRLF, a byte order mark. Text that a
 * program could take for a formula gets an apostrophe in front.
 */
export function writeCsvText(rows: readonly (readonly string[])[]): string {
  return writeCsv(
    rows.map((row) => [...row]),
    { delimiter: ';', lineSeparator: '\r\n', bom: true, escapeFormulae: true },
  )
}

/** Reads such a text back, apostrophes included. */
export function readCsvText(text: string): string[][] {
  return parseCsv(text, { delimiter: ';' }).map((row) => row.map((value) => String(value ?? '')))
}
