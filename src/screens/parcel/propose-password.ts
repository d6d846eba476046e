import { PASSWORD_WORDS } from '../../handover/parcel-limits'

/** Six words that nobody could guess, each as likely as any other of the list. */
export async function proposePassword(): Promise<string> {
  const { default: words } = await import('../../handover/words.json')
  return Array.from({ length: PASSWORD_WORDS }, () => words[below(words.length)] ?? '').join(' ')
}

/** A whole number below `limit` (at most 65,536) by chance, without favouring the small ones. */
function below(limit: number): number {
  const fair = 0x1_00_00 - (0x1_00_00 % limit)
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint16Array(1))
    if (drawn < fair) return drawn % limit
  }
}
