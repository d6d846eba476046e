import { INK, INK_2 } from './palette'

/** One point in millimetres. Places are in mm, type sizes and leadings in pt. */
export const PT = 25.4 / 72

export const PAGE = { width: 210, height: 297 } as const
export const MARGIN = { top: 27, bottom: 24, left: 25, right: 20 } as const
export const LEFT = MARGIN.left
export const RIGHT = PAGE.width - MARGIN.right
export const TEXT_WIDTH = RIGHT - LEFT
export const TOP = MARGIN.top
export const BOTTOM = PAGE.height - MARGIN.bottom

/** Label and text columns of an indicator. */
export const LABEL_WIDTH = 33
export const FIELD_LEFT = LEFT + LABEL_WIDTH + 6
export const FIELD_WIDTH = RIGHT - FIELD_LEFT

export const HAIRLINE = 0.35 * PT

export type Weight = 'regular' | 'bold'

/** Size and leading in pt. */
export interface Style {
  readonly size: number
  readonly leading: number
  readonly weight: Weight
  readonly colour: string
}

function style(size: number, leading: number, weight: Weight, colour: string): Style {
  return { size, leading, weight, colour }
}

export const BODY = style(9.5, 14, 'regular', INK)
export const BODY_BOLD = style(9.5, 14, 'bold', INK)
export const LABEL = style(9.5, 14, 'regular', INK_2)
export const TABLE = style(8.5, 12, 'regular', INK)
export const TABLE_BOLD = style(8.5, 12, 'bold', INK)
export const TABLE_HEAD = style(8.5, 12, 'bold', INK_2)
export const FINE = style(8.5, 12, 'regular', INK_2)
export const SMALL = style(8, 10, 'regular', INK_2)
export const SMALL_BOLD = style(8, 10, 'bold', INK)
export const H2 = style(11, 15, 'bold', INK)
export const INDICATOR = style(16, 21, 'bold', INK)
export const HEAD = style(18, 23, 'bold', INK)
export const COVER_TITLE = style(28, 34, 'bold', INK)
export const COVER_NAME = style(16, 21, 'bold', INK)
export const INDEX = style(40, 44, 'bold', INK)

/** Height of one line, mm. */
export function lineHeight({ leading }: Style): number {
  return leading * PT
}

/** Baseline below the top of a line box `height` mm high, by the ascent and descent of Noto Sans. */
export function baseline(style: Style, height = lineHeight(style)): number {
  return height / 2 + 0.388 * style.size * PT
}
