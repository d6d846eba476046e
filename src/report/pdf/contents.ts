import type { AspectSection, GeneralAnswers, ReportModel } from '../model'
import type { Atom } from './flow'
import { baseline, LEFT, lineHeight, RIGHT, TABLE, TABLE_BOLD, TEXT_WIDTH } from './geometry'
import { sectionHead, subHead } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { ACCENT, INK_2 } from './palette'
import { table, type Column, type Row } from './table'
import { write } from './text-atoms'

/** Above and below the text of a row, mm. */
const PADDING = 0.85

const COLUMNS: readonly Column[] = [
  { head: 'No.', width: 11 },
  { head: 'Indikator', width: 90 },
  { head: 'Tingkat', width: 19 },
  { head: 'Status', width: 24 },
  { head: 'Halaman', width: 21, right: true },
]

/** Every indicator with level, status and page, by domain and aspect; each row leads to its section. */
export function contentsAtoms(measure: Measure, { domains, generalAnswers }: ReportModel): Atom[] {
  const several = domains.length > 1
  return [
    ...sectionHead(measure, 'Daftar indikator', names.CONTENTS),
    ...domains.flatMap((domain, index) => [
      ...(several
        ? subHead(measure, `Domain ${domain.number} ${domain.name}`, undefined, index === 0 ? 0 : 6)
        : []),
      ...table(measure, LEFT, COLUMNS, domain.aspects.flatMap(aspectRows), { padding: PADDING }),
    ]),
    ...(generalAnswers ? [questionsLine(generalAnswers)] : []),
  ]
}

/** After the indicators: how many general questions are answered, and where they stand. */
function questionsLine({ progress }: GeneralAnswers): Atom {
  const height = lineHeight(TABLE_BOLD) + 2 * PADDING
  const style = { ...TABLE, colour: ACCENT }
  const to = names.QUESTIONS
  return {
    height,
    gap: 4,
    draw: (pen, y) => {
      write(pen, `Pertanyaan umum, ${progress}`, LEFT, y + PADDING, TABLE_BOLD)
      pen.add({ kind: 'page-reference', right: RIGHT, y: y + PADDING + baseline(style), to, style })
      pen.add({ kind: 'link', x: LEFT, y, width: TEXT_WIDTH, height, to })
    },
  }
}

function aspectRows(aspect: AspectSection): Row[] {
  const head: Row = {
    cells: [{}, { text: `Aspek ${aspect.number} ${aspect.name}`, style: { ...TABLE_BOLD, colour: INK_2 } }],
    to: names.aspectName(aspect.id),
    opens: true,
  }
  const rows = aspect.indicators.map((indicator): Row => {
    const to = names.indicatorName(indicator.id)
    return {
      cells: [
        { text: String(indicator.number) },
        { text: indicator.shortName },
        { chip: indicator.level },
        { text: indicator.status },
        { pageOf: to },
      ],
      to,
    }
  })
  return [head, ...rows]
}
