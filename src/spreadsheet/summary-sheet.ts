import { weightPercent } from '../instrument/lookup'
import type { Aspect, Domain } from '../instrument/schema'
import { scorePart } from '../scoring/score'
import type { AnswerRow } from './answer-rows'
import { live, NOTHING } from './formulas'
import type { FigureCells } from './formula-sheet'
import { predicateText } from './formula-totals'
import { indexLabel, type SheetsInput } from './input'
import { cell, heads, type WrittenCell, type WrittenSheet } from './workbook'

const SHEET = 'Ringkasan'
/** The row (from 0) with the index, which a name of the workbook points to. */
const INDEX_ROW = 6

export const INDEX_CELL = `${SHEET}!$B$${INDEX_ROW + 1}`

/** What it comes to: index, predicate, progress, domains and aspects. Each figure is the one of the formulas. */
export function summarySheet(
  input: SheetsInput,
  rows: readonly AnswerRow[],
  figures: FigureCells,
): WrittenSheet {
  const { part, score, instrument } = input
  const mean = part ?? score.index
  const filled = rows.filter((row) => input.values.has(row.key)).length
  const highest = part ? part.highest : score.highest.rounded
  const fact = (label: string, text: string) => [cell(label, 'label'), cell(text, 'text')]
  return {
    name: SHEET,
    widths: [46, 34, 12, 12],
    rows: [
      [cell(`Penilaian Mandiri ${input.family} ${input.year}`, 'title')],
      [
        cell(
          'Sementara, bukan nilai resmi. Hasil penilaian sendiri, belum diperiksa asesor eksternal.',
          'note',
        ),
      ],
      fact('Instansi', input.institution),
      fact('Instrumen', instrument.shortTitle),
      fact('Disusun oleh', [input.person, input.unit].filter(Boolean).join(', ') || 'Belum diisi'),
      [cell('Dibuat', 'label'), cell({ day: input.madeAt.slice(0, 10) }, 'day')],
      [cell(indexLabel(input), 'label'), live(figures.index, mean.rounded ?? NOTHING, 'result')],
      ...(figures.predicate
        ? [[cell('Predikat', 'label'), live(figures.predicate, predicateText(input), 'result')]]
        : []),
      [cell(`Terisi, dari ${rows.length}`, 'label'), live(figures.answered, filled, 'count')],
      [
        cell('Bisa sampai, bila sisanya tingkat tertinggi', 'label'),
        live(figures.highest, highest, 'result'),
      ],
      ...(instrument.domains.length > 1
        ? [[], ...nodeRows(input, rows, figures, 'Domain', ({ domain }) => domain)]
        : []),
      [],
      ...nodeRows(input, rows, figures, 'Aspek', ({ aspect }) => aspect),
    ],
    headRow: null,
    frozenColumns: 0,
    landscape: false,
    choices: [],
  }
}

function nodeRows(
  input: SheetsInput,
  rows: readonly AnswerRow[],
  figures: FigureCells,
  title: string,
  nodeOf: (row: AnswerRow) => Aspect | Domain,
): WrittenCell[][] {
  const nodes = [...new Set(rows.map(nodeOf))]
  return [
    heads(title, 'Terjawab saat berkas dibuat', 'Bobot (%)', 'Nilai'),
    ...nodes.map((node): WrittenCell[] => {
      const ids = rows.filter((row) => nodeOf(row) === node).map((row) => row.indicator.id)
      const mean = scorePart(input.instrument, input.values, new Set(ids))
      return [
        cell(`${node.number}. ${node.name}`, 'text'),
        cell(`${mean.answered} dari ${mean.total}`, 'text'),
        cell(weightPercent(input.instrument, mean.weightUnits), 'percent'),
        live(figures.nodes.get(node.id) ?? '', mean.rounded ?? NOTHING, 'figure'),
      ]
    }),
  ]
}
