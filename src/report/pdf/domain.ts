import type { AspectSection, DomainSection, ReportModel } from '../model'
import type { Atom } from './flow'
import { FINE, LEFT, lineHeight, TABLE_BOLD } from './geometry'
import { sectionHead, subHead } from './headings'
import { indicatorAtoms, separator } from './indicator'
import type { Measure } from './measure'
import * as names from './names'
import { table, type Column } from './table'
import { write } from './text-atoms'

const COLUMNS: readonly Column[] = [
  { head: 'No.', width: 11 },
  { head: 'Aspek', width: 72 },
  { head: 'Bobot', width: 20, right: true },
  { head: 'Terjawab', width: 23, right: true },
  { head: 'Nilai', width: 18, right: true },
  { head: 'Halaman', width: 21, right: true },
]

/** What a domain is called in heads and bookmarks; an instrument with one domain has no such tier. */
export function domainTitle({ domains }: ReportModel, domain: DomainSection): string {
  return domains.length > 1 ? `Domain ${domain.number} ${domain.name}` : 'Uraian per indikator'
}

export function aspectTitle(aspect: AspectSection): string {
  return `Aspek ${aspect.number} ${aspect.name}`
}

/** A domain's head and table of aspects. */
export function domainAtoms(measure: Measure, model: ReportModel, domain: DomainSection): Atom[] {
  const rows = domain.aspects.map((aspect) => {
    const to = names.aspectName(aspect.id)
    return {
      cells: [
        { text: String(aspect.number) },
        { text: aspect.name },
        { text: aspect.weight },
        { text: aspect.answered },
        { text: aspect.figure.text, style: TABLE_BOLD },
        { pageOf: to },
      ],
      to,
    }
  })
  const figures = `Nilai ${domain.figure.text} · bobot ${domain.weight} · terjawab ${domain.answered}`
  return [
    ...sectionHead(measure, domainTitle(model, domain), names.domainName(domain.id)).slice(0, -1),
    {
      height: lineHeight(FINE) + 4,
      gap: 1,
      glued: true,
      draw: (pen, y) => write(pen, model.domains.length > 1 ? figures : '', LEFT, y, FINE),
    },
    ...table(measure, LEFT, COLUMNS, rows),
  ]
}

/** An aspect's head and its indicators. */
export function aspectAtoms(measure: Measure, aspect: AspectSection): Atom[] {
  return [
    separator(),
    ...subHead(measure, aspectTitle(aspect), names.aspectName(aspect.id), 0),
    {
      height: lineHeight(FINE) + 6,
      glued: true,
      draw: (pen, y) => {
        const { figure, weight, answered } = aspect
        write(pen, `Nilai ${figure.text} · bobot ${weight} · terjawab ${answered}`, LEFT, y - 1, FINE)
      },
    },
    ...aspect.indicators.flatMap((indicator, index) => [
      ...(index > 0 ? [separator()] : []),
      ...indicatorAtoms(measure, indicator),
    ]),
  ]
}
