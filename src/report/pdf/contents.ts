import type { AspectSection, ReportModel } from '../model'
import type { Atom } from './flow'
import { INK_2 } from './palette'
import { LEFT, TABLE_BOLD } from './geometry'
import { sectionHead, subHead } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { table, type Column, type Row } from './table'

const COLUMNS: readonly Column[] = [
  { head: 'No.', width: 11 },
  { head: 'Indikator', width: 90 },
  { head: 'Tingkat', width: 19 },
  { head: 'Status', width: 24 },
  { head: 'Halaman', width: 21, right: true },
]

/** Every indicator with level, status and page, by domain and aspect; each row leads to its section. */
export function contentsAtoms(measure: Measure, { domains }: ReportModel): Atom[] {
  const several = domains.length > 1
  return [
    ...sectionHead(measure, 'Daftar indikator', names.CONTENTS),
    ...domains.flatMap((domain, index) => [
      ...(several
        ? subHead(measure, `Domain ${domain.number} ${domain.name}`, undefined, index === 0 ? 0 : 6)
        : []),
      ...table(measure, LEFT, COLUMNS, domain.aspects.flatMap(aspectRows), { padding: 0.85 }),
    ]),
  ]
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
