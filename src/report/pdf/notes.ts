import { formatCount } from '../format'
import type { Fact, ReportModel } from '../model'
import { STAND_IN } from './clean-text'
import type { Atom } from './flow'
import { BODY, FIELD_LEFT, FIELD_WIDTH, LEFT, TEXT_WIDTH } from './geometry'
import { sectionHead, subHead } from './headings'
import { labelled } from './indicator-row'
import type { Measure } from './measure'
import * as names from './names'
import { lineAtoms, paragraphs, withGap, write } from './text-atoms'
import { wrap } from './wrap'

const INDENT = 6

/** What is uncertain about the instrument; nothing where all is certain. */
export function cautionAtoms(measure: Measure, { cautions }: ReportModel): Atom[] {
  if (cautions.length === 0) return []
  return [
    ...sectionHead(measure, 'Catatan tentang instrumen', names.NOTES),
    ...cautions.flatMap((text, index) => numbered(measure, text, index)),
  ]
}

/** What the report was made from, and how many characters no font of it has. */
export function originAtoms(measure: Measure, { stamps }: ReportModel, missing: number): Atom[] {
  const notice: Fact[] =
    missing > 0
      ? [
          {
            label: 'Huruf',
            text: `${formatCount(missing)} huruf tidak tersedia pada fon laporan dan dicetak sebagai ${STAND_IN}.`,
          },
        ]
      : []
  return [
    ...subHead(measure, 'Asal laporan', undefined, 24),
    ...[...stamps, ...notice].flatMap((fact) => factAtoms(measure, fact)),
  ]
}

function numbered(measure: Measure, text: string, index: number): Atom[] {
  const atoms = paragraphs(measure, text, LEFT + INDENT, TEXT_WIDTH - INDENT - 9)
  return withGap(atoms, index === 0 ? 0 : 2).map((atom, line) => {
    if (line > 0) return atom
    return {
      ...atom,
      draw: (pen, y) => {
        write(pen, `${index + 1}.`, LEFT, y, BODY)
        atom.draw(pen, y)
      },
    }
  })
}

function factAtoms(measure: Measure, { label, text }: Fact): Atom[] {
  const atoms = lineAtoms(wrap(measure, inFours(text), BODY, FIELD_WIDTH), FIELD_LEFT, BODY)
  return withGap(labelled(measure, label, atoms), 2)
}

/** A SHA-256 in groups of four over two lines, so that it can be compared by eye. */
export function inFours(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) return text
  const groups = text.match(/.{4}/g) ?? []
  return `${groups.slice(0, 8).join(' ')}\n${groups.slice(8).join(' ')}`
}
