/** Digits of a seal (Crockford base32): none that is mistaken for another on paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
const BITS = 5

/**
 * The seal of a parcel as it is printed and read out: the first 80 bits of the SHA-256 (in hex) of its `manifest.json`,
 * as 16 digits in fours, "7K3M-90AV-…". Throws RangeError for what is no SHA-256.
 */
export function shortSeal(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
  const bits = [...sha256.slice(0, (LENGTH * BITS) / 4)]
    .map((digit) => parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('')
  const digits = Array.from({ length: LENGTH }, (_, at) => {
    const value = parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2)
    return DIGITS.charAt(value)
  }).join('')
  return (digits.match(/.{4}/g) ?? []).join('-')
}

/** How a seal typed from paper stands to that of a parcel. */
export type SealComparison = 'empty' | 'incomplete' | 'same' | 'other'

/** Compares a seal as people type it: small or large, spaces or hyphens or none, O for 0, I or L for 1. */
export function compareSeal(typed: string, seal: string): SealComparison {
  const read = digitsOf(typed)
  if (read === '') return 'empty'
  if (read === digitsOf(seal)) return 'same'
  return digitsOf(seal).startsWith(read) ? 'incomplete' : 'other'
}

function digitsOf(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015._-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
