import { fieldKey } from '../answers/change'
import { factReferences } from '../evidence/ministry-name'
import {
  answerFields,
  ANSWERS_SHEET,
  COLUMNS,
  type AnswerField,
  type AnswerRow,
  type Column,
} from './answer-rows'
import type { SheetsInput } from './input'
import { cell, columnLetter, heads, type Choice, type WrittenCell, type WrittenSheet } from './workbook'

/** The row (from 0) with the heads; the answers follow. */
const HEAD_ROW = 2
/** The columns that every sheet begins with. */
const FIRST_COLUMNS = ['number', 'name', 'value'] as const
const WIDTHS: Readonly<Record<Column, number>> = {
  number: 8,
  name: 34,
  value: 9,
  sourceIndex: 14,
  subject: 22,
  facts: 38,
  analysis: 46,
}
const WAITING = 'Dua isian berbeda, menunggu keputusan di aplikasi.'

/** Where the level of a row stands: "C4" for the first one. */
export function levelCell(index: number): string {
  return `${columnLetter(FIRST_COLUMNS.indexOf('value'))}${HEAD_ROW + 2 + index}`
}

/** The sheet that is filled in: one row for each thing to be rated, what is written here already in it. */
export function answersSheet(input: SheetsInput, rows: readonly AnswerRow[]): WrittenSheet {
  const { scale } = input.instrument
  const waiting = rows.some((row) => waits(input, row))
  const fields = answerFields(rows)
  const columns: readonly Column[] = [...new Set([...FIRST_COLUMNS, ...fields])]
  return {
    name: ANSWERS_SHEET,
    widths: [...columns.map((column) => WIDTHS[column]), 42, ...(waiting ? [22] : [])],
    rows: [
      [cell(`Isian Penilaian Mandiri ${input.family} ${input.year}, ${input.institution}`, 'title')],
      [
        cell(
          `Isi sel kuning. Tingkat ${scale.min} sampai ${scale.max} sebagai angka; biarkan kosong bila belum dinilai.${fields.includes('sourceIndex') ? ` Bila ${COLUMNS.sourceIndex.title} diisi, tingkatnya dihitung darinya.` : ''} Jangan ubah nomor dan judul kolom: dengan itu isian dibaca kembali.`,
          'note',
        ),
      ],
      heads(...columns.map((column) => COLUMNS[column].title), 'Rujukan', ...(waiting ? ['Catatan'] : [])),
      ...rows.map((row) => [
        ...answerCells(input, row, fields),
        ...(waiting ? [cell(waits(input, row) ? WAITING : null, 'text')] : []),
      ]),
    ],
    headRow: HEAD_ROW,
    frozenColumns: 2,
    landscape: true,
    choices: choicesOf(input, rows),
  }
}

function answerCells(input: SheetsInput, row: AnswerRow, fields: readonly AnswerField[]): WrittenCell[] {
  const { number, name, targets, indicator } = row
  const citations = input.evidence.citations.get(indicator.id) ?? []
  const isPlain = String(Number(number)) === number
  return [
    isPlain ? cell(Number(number), 'number') : cell(number, 'text'),
    cell(name, 'text'),
    ...fields.map((field) => answerCell(input, targets[field], field)),
    cell((targets.facts && factReferences(indicator.number, citations).join('\n')) || null, 'text'),
  ]
}

function answerCell(input: SheetsInput, target: string | undefined, field: AnswerField): WrittenCell {
  const value = target === undefined ? null : writtenAnswer(input, target, field)
  const isFigure = field === 'value' || field === 'sourceIndex'
  return cell(value, target === undefined ? 'text' : isFigure ? 'level' : 'input')
}

/** What a field says in the sheet. A value that is not on the scale (a foreign file) is blank to the score, and here. */
export function writtenAnswer(
  input: SheetsInput,
  target: string,
  field: AnswerField,
): string | number | null {
  if (field === 'value') return input.values.get(target) ?? null
  const answer = input.answers.get(target)
  if (field === 'sourceIndex') return answer?.sourceIndex ?? null
  const text = answer?.[field] ?? ''
  return text.trim() === '' ? null : text
}

function waits(input: SheetsInput, { targets }: AnswerRow): boolean {
  return (Object.entries(targets) as [AnswerField, string][]).some(([field, id]) =>
    input.differences.has(fieldKey({ kind: 'indicator', id }, field)),
  )
}

/** Rows with the same levels share one list to choose from; cells one below the other are one range. */
function choicesOf(input: SheetsInput, rows: readonly AnswerRow[]): Choice[] {
  const { min, max } = input.instrument.scale
  const ranges = new Map<string, { values: readonly number[] | null; places: number[] }>()
  rows.forEach(({ levels }, index) => {
    const key = JSON.stringify(levels)
    const group = ranges.get(key) ?? { values: levels, places: [] }
    group.places.push(index)
    ranges.set(key, group)
  })
  return [...ranges.values()].map(({ values, places }) => ({
    range: runsOf(places)
      .map(([from, to]) => `${levelCell(from)}:${levelCell(to)}`)
      .join(' '),
    values,
    min,
    max,
  }))
}

/** Runs of numbers that follow each other, as first and last: 1 2 3 7 is 1–3 and 7–7. */
function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
}
