import type { Pen } from './drawing'
import { HAIRLINE, type Style } from './geometry'
import type { Measure } from './measure'
import { INK_2, LEVEL_EDGE, toneColours } from './palette'
import { write } from './text-atoms'

export interface Chip {
  readonly text: string
  readonly tone: number
}

/** Width and height in mm. */
export interface ChipSize {
  readonly width: number
  readonly height: number
  /** Of the numeral, pt. */
  readonly size: number
}

export const LARGE_CHIP: ChipSize = { width: 7, height: 6.2, size: 10 }
export const SMALL_CHIP: ChipSize = { width: 5.6, height: 4.4, size: 8 }

/** A level as a numeral on its colour with an edge; a blank as a dashed box with a dash. */
export function drawChip(
  pen: Pen,
  measure: Measure,
  chip: Chip | null,
  x: number,
  y: number,
  { width, height, size }: ChipSize,
): void {
  const { fill, ink } = chip ? toneColours(chip.tone) : { fill: '', ink: INK_2 }
  const box = { kind: 'rect', x, y, width, height, radius: 0.7, stroke: LEVEL_EDGE } as const
  if (chip) pen.add({ ...box, fill, strokeWidth: HAIRLINE * 1.4 })
  else pen.add({ ...box, strokeWidth: HAIRLINE * 1.4, dash: [0.7, 0.6] })
  const text = chip?.text ?? '–'
  const style: Style = { size, leading: size, weight: 'bold', colour: ink }
  // A decimal value is wider than the chip was made for.
  const fitted = { ...style, size: Math.min(size, (size * (width - 0.8)) / measure.width(text, style)) }
  write(pen, text, x + (width - measure.width(text, fitted)) / 2, y, fitted, height)
}
