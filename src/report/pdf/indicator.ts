import type { IndicatorSection } from '../model'
import { drawChip, LARGE_CHIP } from './chip'
import type { Atom } from './flow'
import {
  BODY,
  BODY_BOLD,
  FIELD_LEFT,
  FIELD_WIDTH,
  FINE,
  H2,
  INDICATOR,
  LEFT,
  lineHeight,
  RIGHT,
  TEXT_WIDTH,
} from './geometry'
import { marked } from './headings'
import { labelled, ROW_GAP } from './indicator-row'
import { evidenceAtoms, followUpAtoms, obstacleAtoms, referenceAtoms } from './indicator-rows'
import type { Measure } from './measure'
import * as names from './names'
import { ACCENT, INK_2, LINE_STRONG } from './palette'
import { rule } from './table'
import { glued, lineAtoms, paragraphs, withGap, write, writeRight } from './text-atoms'
import { wrap, wrapBalanced } from './wrap'

/** One indicator: title, then label and text row by row. Title, level and criterion stay together. */
export function indicatorAtoms(measure: Measure, indicator: IndicatorSection): Atom[] {
  const claim = [
    ...titleAtoms(measure, indicator),
    ...levelAtoms(measure, indicator),
    ...textRow(measure, indicator.subject?.label ?? '', indicator.subject?.text ?? ''),
    ...indicator.basis.flatMap(({ label, text }) => textRow(measure, label, text)),
    ...textRow(measure, indicator.criterion?.label ?? '', indicator.criterion?.text ?? ''),
  ]
  const rest = [
    ...labelled(measure, 'Fakta', referenceAtoms(measure, indicator)),
    ...textRow(measure, 'Analisis', indicator.analysis),
    ...textRow(measure, 'Justifikasi', indicator.justification),
    ...labelled(measure, 'Bukti', evidenceAtoms(measure, indicator.evidence), lineHeight(FINE)),
    ...labelled(measure, 'Kendala', obstacleAtoms(measure, indicator.obstacle)),
    ...labelled(measure, 'Tindak lanjut', followUpAtoms(measure, indicator.followUp), lineHeight(FINE)),
    ...labelled(measure, 'Catatan instrumen', cautionAtoms(measure, indicator.cautions), lineHeight(FINE)),
  ]
  const [title, ...more] = claim.map((atom, index) => ({ ...atom, glued: index < claim.length - 1 }))
  if (!title) return []
  return [
    title,
    ...[...more, ...rest].map((atom) => ({ ...atom, overTop: continued(measure, indicator, atom) })),
  ]
}

/** Over what goes on at the top of a page: which indicator it is, then the row's own label or table head. */
function continued(measure: Measure, { number, shortName }: IndicatorSection, { overTop }: Atom): Atom {
  const lines = wrap(measure, `Indikator ${number} ${shortName} (lanjutan)`, FINE, TEXT_WIDTH)
  const height = lines.length * lineHeight(FINE) + 4
  return {
    height: height + (overTop?.height ?? 0),
    draw: (pen, y) => {
      lines.forEach((line, index) => write(pen, line, LEFT, y + index * lineHeight(FINE), FINE))
      overTop?.draw(pen, y + height)
    },
  }
}

/** The rule between two indicators; left out at the top of a page. */
export function separator(): Atom {
  return {
    height: 7,
    gap: 9,
    glued: true,
    between: true,
    draw: (pen, y) => rule(pen, LEFT, RIGHT, y, LINE_STRONG),
  }
}

function titleAtoms(measure: Measure, indicator: IndicatorSection): Atom[] {
  const number = String(indicator.number)
  const indent = measure.width(number, INDICATOR) + 4
  const lines = wrapBalanced(measure, indicator.name, INDICATOR, TEXT_WIDTH - indent - 12)
  const atoms = lineAtoms(lines, LEFT + indent, INDICATOR).map((atom, index): Atom => {
    if (index > 0) return atom
    return {
      ...atom,
      overTop: breadcrumb(measure, indicator),
      draw: (pen, y) => {
        write(pen, number, LEFT, y, { ...INDICATOR, colour: ACCENT })
        atom.draw(pen, y)
      },
    }
  })
  return glued([
    ...marked(atoms, names.indicatorName(indicator.id)),
    { height: 7 - ROW_GAP, draw: () => undefined },
  ])
}

function breadcrumb(measure: Measure, { breadcrumb: text }: IndicatorSection): Atom {
  const lines = wrap(measure, text, FINE, TEXT_WIDTH)
  return {
    height: lines.length * lineHeight(FINE) + 1,
    draw: (pen, y) =>
      lines.forEach((line, index) => write(pen, line, LEFT, y + index * lineHeight(FINE), FINE)),
  }
}

function levelAtoms(measure: Measure, indicator: IndicatorSection): Atom[] {
  const { level, levelRemark, weight, status } = indicator
  const height = LARGE_CHIP.height
  const side = `${weight} · ${status}`
  const row: Atom = {
    height,
    draw: (pen, y) => {
      const style = level ? H2 : BODY_BOLD
      const middle = (box: number) => y + (height - box) / 2
      drawChip(pen, measure, level, FIELD_LEFT, y, LARGE_CHIP)
      write(
        pen,
        level?.name ?? levelRemark,
        FIELD_LEFT + LARGE_CHIP.width + 3,
        middle(lineHeight(style)),
        style,
      )
      writeRight(pen, measure, side, RIGHT, middle(lineHeight(FINE)), FINE)
    },
  }
  return labelled(measure, 'Tingkat diusulkan', [row], height)
}

function textRow(measure: Measure, label: string, text: string): Atom[] {
  return labelled(measure, label, text === '' ? [] : paragraphs(measure, text, FIELD_LEFT, FIELD_WIDTH, BODY))
}

function cautionAtoms(measure: Measure, cautions: readonly string[]): Atom[] {
  const style = { ...FINE, colour: INK_2 }
  return cautions.flatMap((text, index) =>
    withGap(paragraphs(measure, text, FIELD_LEFT, FIELD_WIDTH, style), index === 0 ? 0 : 1),
  )
}
