import { answerRows } from './answer-rows'
import { answersSheet } from './answers-sheet'
import { formulaSheet } from './formula-sheet'
import type { SheetsInput } from './input'
import { aboutSheet, criteriaSheet, evidenceSheet, followUpSheet } from './other-sheets'
import { INDEX_CELL, summarySheet } from './summary-sheet'
import type { WrittenBook } from './workbook'

/** Tells an assessment as a workbook. Pure; the score must have been computed from the same answers. */
export function buildWorkbook(input: SheetsInput): WrittenBook {
  const rows = answerRows(input.instrument, input.scope)
  const formulas = formulaSheet(input, rows)
  return {
    title: `Penilaian Mandiri ${input.family} ${input.year}, ${input.institution}`,
    author: [input.person, input.unit].filter(Boolean).join(', '),
    madeAt: input.madeAt,
    sheets: [
      summarySheet(input, rows, formulas.figures),
      answersSheet(input, rows),
      evidenceSheet(input, rows),
      formulas.sheet,
      followUpSheet(input, rows),
      criteriaSheet(rows),
      aboutSheet(input),
    ],
    names: [{ name: 'Indeks', cell: INDEX_CELL }],
  }
}
