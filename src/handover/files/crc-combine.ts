/** The polynomial of CRC-32, its highest power first. */
const POLYNOMIAL = 0xedb88320
const ONE = 0x80000000

/** Product of two polynomials, modulo that of CRC-32. */
function product(one: number, other: number): number {
  let [sum, power] = [0, other]
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (one & bit) sum ^= power
    power = power & 1 ? (power >>> 1) ^ POLYNOMIAL : power >>> 1
  }
  return sum >>> 0
}

/** What so many bytes behind it multiply a CRC-32 with: x to the power of eight times their number. */
function shift(bytes: number): number {
  let factor = ONE
  // One byte: x to the eighth.
  let square = ONE >>> 8
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) factor = product(factor, square)
    square = product(square, square)
  }
  return factor
}

/** The CRC-32 of two pieces behind each other, of which the second has so many bytes; neither is read again. */
export function combineCrc(first: number, second: number, secondSize: number): number {
  return (product(shift(secondSize), first) ^ second) >>> 0
}
