import { STATUS_LABELS } from '../answers/labels'
import { statusOf } from '../answers/status'
import { factReferences } from '../evidence/ministry-name'
import { weightPercent } from '../instrument/lookup'
import type { Aspect, Domain } from '../instrument/schema'
import { formatNumber, formatValue } from '../report/format'
import { scorePart } from '../scoring/score'
import { answerRows, type AnswerRow } from './answer-rows'
import { indexLabel, type SheetsInput } from './input'

export const CSV_HEADS = [
  ...['Instansi', 'Tahun', 'Bagian', 'Nomor', 'Nama', 'Bobot (%)', 'Nilai', 'Terjawab', 'Status'],
  ...['Layanan/aplikasi yang dinilai', 'Fakta', 'Analisis', 'Rujukan'],
] as const

/**
 * An assessment as one table, for those who put many together: the index, then domains, aspects and indicators, each
 * row saying what it is. Numbers with a decimal comma; blank stays blank.
 */
export function csvRows(input: SheetsInput): string[][] {
  const rows = answerRows(input.instrument, input.scope)
  const line = (cells: readonly string[]) => [
    input.institution,
    String(input.year),
    ...cells,
    ...Array.from({ length: CSV_HEADS.length - 2 - cells.length }, () => ''),
  ]
  const { instrument, part, score } = input
  const mean = part ?? score.index
  const { answered, total } = part ?? score
  return [
    [...CSV_HEADS],
    line([indexLabel(input), '', '', '', csvFigure(mean.rounded), `${answered} dari ${total}`]),
    ...(instrument.domains.length > 1 ? nodeLines(input, rows, 'Domain', ({ domain }) => domain) : []).map(
      line,
    ),
    ...nodeLines(input, rows, 'Aspek', ({ aspect }) => aspect).map(line),
    ...rows.map((row) => line(indicatorLine(input, row))),
  ]
}

function csvFigure(rounded: number | null): string {
  return rounded === null ? '' : formatValue(rounded)
}

function csvWeight(input: SheetsInput, weightUnits: number): string {
  return formatNumber(weightPercent(input.instrument, weightUnits))
}

function nodeLines(
  input: SheetsInput,
  rows: readonly AnswerRow[],
  title: string,
  nodeOf: (row: AnswerRow) => Aspect | Domain,
): string[][] {
  return [...new Set(rows.map(nodeOf))].map((node) => {
    const ids = rows.filter((row) => nodeOf(row) === node).map((row) => row.indicator.id)
    const mean = scorePart(input.instrument, input.values, new Set(ids))
    const progress = `${mean.answered} dari ${mean.total}`
    return [
      title,
      String(node.number),
      node.name,
      csvWeight(input, mean.weightUnits),
      csvFigure(mean.rounded),
      progress,
    ]
  })
}

function indicatorLine(input: SheetsInput, row: AnswerRow): string[] {
  const { indicator, targets } = row
  const citations = input.evidence.citations.get(indicator.id) ?? []
  const answer = input.answers.get(indicator.id) ?? {}
  const value = input.values.get(row.key)
  const note = targets.analysis !== undefined
  return [
    'Indikator',
    row.number,
    row.name,
    csvWeight(input, row.weightUnits),
    value === undefined ? '' : formatNumber(value),
    '',
    STATUS_LABELS[statusOf(answer, citations.length, input.instrument.scale.min)],
    (targets.subject && input.answers.get(targets.subject)?.subject) ?? '',
    note ? (answer.facts ?? '') : '',
    note ? (answer.analysis ?? '') : '',
    note ? factReferences(indicator.number, citations).join('\n') : '',
  ]
}
