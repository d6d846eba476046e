import type { EvidenceRow, FollowUpRow, IndicatorSection } from '../model'
import type { Atom } from './flow'
import { BODY, FIELD_LEFT, FIELD_WIDTH, FINE, lineHeight } from './geometry'
import type { Measure } from './measure'
import { wrapRuns } from './rich-text'
import { table, type Column, type Row } from './table'
import { lineAtoms, paragraphs, withGap, write } from './text-atoms'
import { wrap } from './wrap'

const INDENT = 6

const EVIDENCE_COLUMNS: readonly Column[] = [
  { head: 'No.', width: 13 },
  { head: 'Dokumen', width: 79 },
  { head: 'Letak', width: FIELD_WIDTH - 92 },
]

/** In a dossier: each row leads to its page there. */
const ANNEXED_COLUMNS: readonly Column[] = [
  { head: 'No.', width: 13 },
  { head: 'Dokumen', width: 66 },
  { head: 'Letak', width: FIELD_WIDTH - 98 },
  { head: 'Lampiran', width: 19, right: true },
]

const FOLLOW_UP_COLUMNS: readonly Column[] = [
  { head: 'Kegiatan', width: 52 },
  { head: 'Pelaksana', width: 30 },
  { head: 'Tenggat', width: 28, right: true },
  { head: 'Target', width: FIELD_WIDTH - 110, right: true },
]

/** References as a numbered list, then the free text. */
export function referenceAtoms(measure: Measure, { references, facts }: IndicatorSection): Atom[] {
  const listed = references.flatMap((reference, index) => {
    const lines = wrap(measure, reference, BODY, FIELD_WIDTH - INDENT)
    const [first, ...rest] = lineAtoms(lines, FIELD_LEFT + INDENT, BODY, index === 0 ? 0 : 1)
    if (!first) return []
    const numbered: Atom = {
      ...first,
      draw: (pen, y) => {
        write(pen, `${index + 1}.`, FIELD_LEFT + 1, y, BODY)
        first.draw(pen, y)
      },
    }
    return [numbered, ...rest]
  })
  if (facts === '') return listed
  const gap = listed.length > 0 ? lineHeight(BODY) / 2 : 0
  return [...listed, ...withGap(paragraphs(measure, facts, FIELD_LEFT, FIELD_WIDTH), gap)]
}

export function evidenceAtoms(measure: Measure, evidence: readonly EvidenceRow[]): Atom[] {
  if (evidence.length === 0) return []
  const annexed = evidence.some(({ annex }) => annex)
  const rows = evidence.map(({ mark, document, details, place, name, annex }): Row => ({
    cells: [
      { text: mark },
      { text: document, below: details, belowStyle: FINE },
      { text: place },
      ...(annexed ? [annex ? { pageOf: annex } : {}] : []),
    ],
    ...(name ? { name } : {}),
    ...(annex ? { to: annex } : {}),
  }))
  return table(measure, FIELD_LEFT, annexed ? ANNEXED_COLUMNS : EVIDENCE_COLUMNS, rows)
}

export function obstacleAtoms(measure: Measure, obstacle: IndicatorSection['obstacle']): Atom[] {
  if (!obstacle) return []
  const { kinds, text } = obstacle
  const runs = [
    { text: kinds && text ? `${kinds}. ` : kinds, weight: 'bold' },
    { text, weight: 'regular' },
  ] as const
  return lineAtoms(wrapRuns(measure, runs, BODY, FIELD_WIDTH), FIELD_LEFT, BODY)
}

export function followUpAtoms(measure: Measure, followUp: FollowUpRow | null): Atom[] {
  if (!followUp) return []
  const { what, who, due, target } = followUp
  const cells = [what, who, due, target].map((text) => ({ text: text || '–' }))
  return table(measure, FIELD_LEFT, FOLLOW_UP_COLUMNS, [{ cells }])
}
