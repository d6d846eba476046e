import { cleanLine } from '../answers/text'
import { PASSWORD_LENGTH } from './parcel-limits'

/** A password as it locks and unlocks: one line, one way to write each letter, single spaces. */
export function cleanPassword(typed: string): string {
  return cleanLine(typed).normalize('NFC').replace(/\s+/g, ' ')
}

/** Whether a password of one's own is long enough to lock with. */
export function isLongEnough(typed: string): boolean {
  return [...cleanPassword(typed)].length >= PASSWORD_LENGTH
}
