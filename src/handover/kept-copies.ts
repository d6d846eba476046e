/** Automatic backups of one assessment that stay in the folder; older ones are removed. */
export const KEPT_COPIES = 3

/** A file this app began to write into the chosen folder. */
export interface Copy {
  readonly name: string
  /** It was read again and found whole; false while it is written, and for ever if that was broken off. */
  readonly whole: boolean
}

/**
 * Which of the files written so far (oldest first) are to go once `written` is known to be whole: those that were broken
 * off, and of the whole ones all but the newest `KEPT_COPIES`.
 */
export function copiesToRemove(copies: readonly Copy[], written: string): string[] {
  const others = copies.filter(({ name }) => name !== written)
  const whole = others.filter((copy) => copy.whole)
  const old = whole.slice(0, Math.max(0, whole.length - (KEPT_COPIES - 1)))
  return others.filter((copy) => !copy.whole || old.includes(copy)).map(({ name }) => name)
}
