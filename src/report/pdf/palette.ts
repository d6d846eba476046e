/** The light theme's colours (the interface's tokens of the same names), as the report prints them. */
export const INK = '#221a21'
export const INK_2 = '#544851'
export const INK_3 = '#6c5f68'
export const ACCENT = '#7a1f3d'
export const LINE = '#dfd8d3'
export const LINE_STRONG = '#85777f'
export const WHITE = '#ffffff'

export const CLOTH = '#34121f'
export const THREAD = '#c9992e'
/** The thread at 55 % on the cloth. */
export const THREAD_FAINT = '#866427'

export const LEVEL_EDGE = '#85777f'
export const CHART_NOW = '#2f5d78'
/** `CHART_NOW` at 16 % on white. */
export const CHART_AREA = '#dee5e9'
export const CHART_GRID = '#dfd8d3'
export const CHART_FLOOR = '#85777f'

const RAMP = [
  { fill: '#f3e4b4', ink: INK },
  { fill: '#ddbf68', ink: INK },
  { fill: '#98aa92', ink: INK },
  { fill: '#3e6a7f', ink: WHITE },
  { fill: '#1d3557', ink: WHITE },
] as const

/** Fill and ink of a place on the level ramp, 1–5; places outside are brought to the nearest end. */
export function toneColours(tone: number): { readonly fill: string; readonly ink: string } {
  const place = Math.min(RAMP.length, Math.max(1, Math.round(tone)))
  return RAMP[place - 1] ?? RAMP[0]
}
