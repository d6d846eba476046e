/** What is wrong with an instrument file, in words for its author. */
export interface Fault {
  /** The field, as one would write it: `domains[0].aspects[1].weightUnits`; empty for the whole file. */
  readonly path: string
  /** What is wrong and what is wanted, in Indonesian. */
  readonly text: string
}

type Step = string | number

/** `domains[0].aspects[1].weightUnits` of the keys and places that lead to a field. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    return path === '' ? String(step) : `${path}.${String(step)}`
  }, '')
}

/** A fault of the field that the steps lead to. */
export function fault(steps: readonly Step[], text: string): Fault {
  return { path: pathOf(steps), text }
}
