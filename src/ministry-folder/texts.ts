import type { PlannedFolder } from './plan'
import type { WrittenFile } from './index-book'

/** What lies beside the folders of the indicators. */
export const INDEX_NAME = '00-Indeks.xlsx'
export const SUMS_NAME = 'SHA256SUMS.txt'

/** What the note of an indicator is called: its number first, so that it stands before the files. */
export function noteName({ placed }: PlannedFolder): string {
  return `${placed.indicator.number}.Catatan.txt`
}

/** A note as Notepad wants it. */
export function noteFile({ note }: PlannedFolder): string {
  return `${note.replace(/\r?\n/g, '\r\n')}\r\n`
}

/** The SHA-256 of each file as `sha256sum -c` reads them. */
export function sumsFile(files: readonly WrittenFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
}
