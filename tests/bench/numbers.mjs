/** Of some numbers, the one below which a share of them lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

export const median = (numbers) => quantile(numbers, 0.5)

export const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** A row of the table: some times against the least possible, by the same quantile. */
export function against(what, measured, bare, limit, share) {
  const [here, there] = [quantile(measured, share), quantile(bare, share)]
  const ratio = here / there
  return {
    what,
    measured: `${ms(here)} / ${ms(there)} = ${ratio.toFixed(2)}`,
    bar: `<= ${limit}`,
    met: ratio <= limit,
    ratio,
    p50: [median(measured), median(bare)],
    p95: [quantile(measured, 0.95), quantile(bare, 0.95)],
    runs: measured.length,
  }
}
