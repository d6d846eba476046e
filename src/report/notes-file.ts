import type { Answer } from '../answers/fields'
import type { Citation } from '../evidence/evidence'
import type { PlacedIndicator } from '../instrument/lookup'
import { formatLevel } from './format'
import { noteText } from './note'

/** Between two notes: nobody writes that. */
const RULE = '='.repeat(72)

export interface Note {
  readonly number: number
  readonly name: string
  readonly value: number | null
  /** FAKTA, ANALISIS and, where written, JUSTIFIKASI; empty where nothing is. */
  readonly text: string
}

/** The notes of some indicators, ready to be pasted into the ministry's form one by one. */
export function notesOf(
  placed: readonly PlacedIndicator[],
  answers: ReadonlyMap<string, Answer>,
  citations: ReadonlyMap<string, readonly Citation[]>,
): Note[] {
  return placed.map(({ indicator }) => {
    const answer = answers.get(indicator.id) ?? {}
    return {
      number: indicator.number,
      name: indicator.shortName,
      value: answer.value ?? null,
      text: noteText(indicator.number, answer, citations.get(indicator.id) ?? []),
    }
  })
}

/** All notes as one text with CRLF, as Notepad wants it; those with nothing in them are left out. */
export function notesFile(title: string, notes: readonly Note[]): string {
  const written = notes.filter(({ text }) => text)
  const blocks = written.map(({ number, name, value, text }) => {
    const level = value === null ? 'tingkat belum dipilih' : `tingkat ${formatLevel(value)}`
    return `${RULE}\n${number}. ${name} (${level})\n${RULE}\n\n${text}\n`
  })
  return [`${title}\n`, ...blocks].join('\n').replace(/\r?\n/g, '\r\n')
}

/** How many notes lie in a file of notes. */
export function countNotes(file: string): number {
  return (file.split(`${RULE}\r\n`).length - 1) / 2
}
