import './level-mark.css'
interface LevelMarkProps {
  /** What is written in it; an en dash where nothing is chosen. */
  readonly text: string
  /** Place on the colour ramp, 1–5; 0 for none. */
  readonly tone: number
  /** Nothing is chosen: a dashed edge. */
  readonly blank?: boolean
}

/** The numeral of a level in its colour. The numeral says it; the colour only repeats it. */
export function LevelMark({ text, tone, blank = false }: LevelMarkProps) {
  const className = ['lv', tone > 0 ? `l${tone}` : '', blank ? 'none' : ''].filter(Boolean).join(' ')
  return <span className={className}>{text}</span>
}
