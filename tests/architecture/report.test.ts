import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as palette from '../../src/report/pdf/palette'
import { root } from './sources'

const css = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8')

/** The first value of a token: the light theme's. */
function token(name: string): string | undefined {
  return new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(css)?.[1]
}

test('the report prints the colours of the light theme', () => {
  const named = {
    ink: palette.INK,
    'ink-2': palette.INK_2,
    'ink-3': palette.INK_3,
    accent: palette.ACCENT,
    line: palette.LINE,
    'line-strong': palette.LINE_STRONG,
    bar: palette.CLOTH,
    thread: palette.THREAD,
    'level-edge': palette.LEVEL_EDGE,
    'chart-now': palette.CHART_NOW,
    'chart-grid': palette.CHART_GRID,
    'chart-floor': palette.CHART_FLOOR,
  }
  for (const [name, colour] of Object.entries(named)) expect(colour, name).toBe(token(name))
  for (const tone of [1, 2, 3, 4, 5]) {
    expect(palette.toneColours(tone).fill).toBe(token(`level-${tone}`))
    expect(palette.toneColours(tone).ink).toBe(token(`on-level-${tone}`))
  }
})
