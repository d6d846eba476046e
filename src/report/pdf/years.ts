import type { ReportModel } from '../model'
import type { YearLine } from '../year-line'
import type { Atom } from './flow'
import { LEFT, TEXT_WIDTH } from './geometry'
import { sectionHead, sentence } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { table, type Column } from './table'
import { drawYearLine } from './year-chart'

const COLUMNS: readonly Column[] = [
  { head: 'Tahun', width: 15 },
  { head: 'Instrumen', width: 62 },
  { head: 'Indeks', width: 17, right: true },
  { head: 'Selisih', width: 17, right: true },
  { head: 'Asal', width: 54 },
]

const LINE_HEIGHT = 52
const UNDER_LINE = 4

function lineAtoms(measure: Measure, line: YearLine): Atom[] {
  const frame = { x: LEFT, width: TEXT_WIDTH, height: LINE_HEIGHT }
  return [
    {
      height: LINE_HEIGHT + UNDER_LINE,
      glued: true,
      draw: (pen, y) => drawYearLine(pen, measure, line, { ...frame, y }),
    },
  ]
}

/** Results of other years beside this one; nothing where none is known. */
export function yearAtoms(measure: Measure, { years, yearLine }: ReportModel): Atom[] {
  if (years.length === 0) return []
  const rows = years.map(({ year, instrument, instrumentChanged, index, difference, remark }) => ({
    cells: [
      { text: year },
      { text: instrument, ...(instrumentChanged ? { below: 'instrumen berganti' } : {}) },
      { text: index },
      { text: difference },
      { text: remark },
    ],
  }))
  return [
    ...sectionHead(measure, 'Tahun ke tahun', names.YEARS),
    ...(yearLine ? lineAtoms(measure, yearLine) : []),
    ...table(measure, LEFT, COLUMNS, rows),
    ...sentence(
      measure,
      'Selisih hanya dihitung antara dua tahun dengan instrumen yang sama dan semua indikator terjawab: bobot, kriteria, dan ambang instrumen lain berbeda.',
    ),
  ]
}
