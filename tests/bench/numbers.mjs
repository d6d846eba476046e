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

/** Least share of the bare loop's speed. */
const SPEED = 0.8

/** A row of the table: speed in bytes a second, over all runs, as a share of the least possible. Times in ms. */
export function fasterRow(what, times, bareTimes, bytes) {
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)
  const speed = (numbers) => (bytes * numbers.length) / sum(numbers) / 1000
  const ratio = speed(times) / speed(bareTimes)
  return {
    what,
    measured: `${speed(times).toFixed(0)} / ${speed(bareTimes).toFixed(0)} MB/s = ${ratio.toFixed(2)}`,
    bar: `>= ${SPEED}`,
    met: ratio >= SPEED,
    ratio,
    times,
    bareTimes,
  }
}
