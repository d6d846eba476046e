/**
 * A number as people type it: with a decimal comma (or a point), spaces around it aside. Null for anything else, and for
 * more than `decimals` decimals.
 */
export function readNumber(text: string, decimals: number): number | null {
  const typed = /^(-?\d{1,7})(?:[.,](\d+))?$/.exec(text.trim())
  if (!typed) return null
  const [, whole = '', fraction = ''] = typed
  return fraction.length > decimals ? null : Number(`${whole}.${fraction || '0'}`)
}
