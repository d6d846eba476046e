/** Recomputes the contrast of every pair of colours the look relies on (WCAG 2.2 AA), from the tokens themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './sources'

type Colours = ReadonlyMap<string, string>

const css = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8').replace(/\/\*[^]*?\*\//g, '')

/** The colours set by the first rule with this selector. */
function coloursOf(selector: RegExp): Colours {
  const body = new RegExp(`${selector.source}\\s*\\{([^}]*)\\}`).exec(css)?.[1]
  if (!body) throw new Error(`no rule ${selector.source}`)
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((m) => [m[1] ?? '', m[2] ?? '']))
}

const light = coloursOf(/:root/)
const darkBySystem = coloursOf(/:root:not\(\[data-theme=["']light["']\]\)/)
const darkByChoice = coloursOf(/:root\[data-theme=["']dark["']\]/)
const dark: Colours = new Map([...light, ...darkByChoice])

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The lowest contrast of any of these inks on any of these grounds, to two decimals. */
function lowest(colours: Colours, inks: string, grounds: string): number {
  const colour = (name: string) => {
    const value = colours.get(name)
    if (!value) throw new Error(`no colour --${name}`)
    return value
  }
  const ratios = inks
    .split(' ')
    .flatMap((ink) => grounds.split(' ').map((ground) => contrast(colour(ink), colour(ground))))
  return Math.round(Math.min(...ratios) * 100) / 100
}

const grounds = 'page surface sunken accent-tint'
const tints = 'ok-tint warn-tint err-tint info-tint'

/** Inks, the grounds they stand on, and the ratio in light and in dark. */
const texts: [string, string, number, number][] = [
  ['ink', grounds, 14.31, 13.26],
  ['ink-2', grounds, 7.31, 8.66],
  ['ink-3', grounds, 5.1, 5.98],
  ['accent', grounds, 8.47, 8.08],
  ['accent', tints, 8.9, 7.92],
  ['ok', 'page surface ok-tint', 6.23, 8.47],
  ['warn', 'page surface warn-tint', 6.49, 9.48],
  ['err', 'page surface err-tint', 5.79, 8.13],
  ['info', 'page surface info-tint', 7.66, 8.85],
  ['ink ink-2', tints, 7.68, 8.48],
  ['on-accent', 'accent-fill', 10.04, 5.58],
  ['on-accent', 'accent-fill-hover', 12.83, 7.18],
  ['on-bar', 'bar', 14.96, 16.59],
  ['on-bar', 'bar-raised', 12.45, 14.21],
  ['on-bar-2', 'bar', 10.38, 9.92],
  ['on-bar-2', 'bar-raised', 8.64, 8.5],
  ['on-bar-warn', 'bar', 11.04, 12.25],
  ['on-bar-ok', 'bar', 10.75, 11.92],
  ['on-level-1', 'level-1', 13.39, 13.16],
  ['on-level-2', 'level-2', 9.47, 8.83],
  ['on-level-3', 'level-3', 6.87, 6.83],
  ['on-level-4', 'level-4', 5.88, 5.6],
  ['on-level-5', 'level-5', 12.36, 5.22],
]
const marks: [string, string, number, number][] = [
  ['line-strong', grounds, 3.58, 4.18],
  ['level-edge', 'page surface', 3.87, 4.64],
  ['accent', 'surface', 10.04, 8.98],
  ['chart-now', 'page surface', 6.47, 8.24],
  ['chart-before', 'surface', 4.89, 8.78],
  ['chart-target', 'surface', 10.04, 8.98],
  ['chart-floor', 'surface', 4.25, 4.64],
  ['focus', grounds, 4.22, 10.36],
  ['focus-on-bar', 'bar', 11.04, 12.25],
  ['accent-fill', 'surface', 10.04, 3.13],
]

describe.each([
  ['text', texts, 4.5],
  ['edge or mark', marks, 3],
] as const)('%s', (_, rows, least) => {
  test.each(rows)('%s on %s', (inks, on, inLight, inDark) => {
    expect([lowest(light, inks, on), lowest(dark, inks, on)]).toEqual([inLight, inDark])
    expect(Math.min(inLight, inDark)).toBeGreaterThanOrEqual(least)
  })
})

test('dark by the system and dark by choice are the same', () => {
  expect(darkByChoice.size).toBeGreaterThan(30)
  expect(darkBySystem).toEqual(darkByChoice)
})
