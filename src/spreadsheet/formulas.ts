import { VALUE_UNITS } from '../scoring/whole-numbers'
import { cell, type Look, type WrittenCell } from './workbook'

/** Said where nothing is answered yet, as everywhere. */
export const NOTHING = '–'

/** A cell that computes itself, with what it comes to now. */
export function live(formula: string, result: number | string, look: Look): WrittenCell {
  return cell({ formula, result }, look)
}

/**
 * `sum / weight` rounded half up to two decimals as a formula, in whole numbers like `roundedQuotient`: ROUND of a
 * binary fraction would round 2,345 down in one program and up in another.
 */
export function roundedFormula(sum: string, weight: string): string {
  const units = `ROUND(${sum}*${VALUE_UNITS},0)`
  return `INT((${units}*200+${weight}*${VALUE_UNITS})/(${weight}*${VALUE_UNITS * 2}))/100`
}

/** A formula that holds only once something is filled in. */
export function onceFilled(filled: string, formula: string): string {
  return `IF(${filled}=0,"${NOTHING}",${formula})`
}
