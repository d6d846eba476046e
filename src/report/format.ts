/** How numbers and dates are written in Indonesian. Pure: no clock, no locale data of the platform. */

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** A value with two decimals, "2,76"; blank is an en dash. The number must already be rounded half up. */
export function formatValue(rounded: number | null): string {
  return rounded === null ? '–' : rounded.toFixed(2).replace('.', ',')
}

/** "+0,30", "−0,10", "0,00"; an en dash where nothing may be subtracted. The number must be in hundredths. */
export function formatDifference(difference: number | null): string {
  if (difference === null) return formatValue(null)
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return `${sign}${formatValue(Math.abs(difference))}`
}

/** The distance to a floor, rounded up to two decimals: a gap never reads 0,00 while there is one. */
export function formatGap(gap: number): string {
  return formatValue(Math.ceil(Math.round(gap * 1e6) / 1e4) / 100)
}

/** As exact as it is, with two to six decimals: "29,90", "2,3345". */
export function formatExact(value: number): string {
  const [whole = '0', decimals = ''] = value.toFixed(6).split('.')
  return `${whole},${decimals.replace(/0{1,4}$/, '')}`
}

/** As short as possible: "4", "3,5". */
export function formatNumber(value: number): string {
  return String(value).replace('.', ',')
}

/** A value as short as possible, with at most two decimals, half up: "4", "3,75", a mean of three "2,33". */
export function formatLevel(value: number): string {
  return formatNumber(Math.round(Math.round(value * 10_000) / 100) / 100)
}

/** A whole number with dots between thousands: "1.048.576". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** "1,50 %". Percent of weight, at most two decimals. */
export function formatPercent(percent: number): string {
  const [whole = '0', decimals = ''] = percent.toFixed(2).split('.')
  return decimals === '00' ? `${whole} %` : `${whole},${decimals} %`
}

/** An ISO date in words: "3 Mei 2023", "Mei 2023", "2023"; empty for empty or impossible input. */
export function formatDate(isoDate: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/.exec(isoDate) ?? []
  if (!month) return year
  const name = MONTHS[Number(month) - 1]
  if (!name) return ''
  if (!day) return `${name} ${year}`
  const exists = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  return exists ? `${Number(day)} ${name} ${year}` : ''
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** Bytes for people: "9 KB", "1,2 MB", "3,4 GB". Whole up to KB, one decimal from MB on. */
export function formatBytes(bytes: number): string {
  let amount = bytes
  let unit = 0
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000
    unit += 1
  }
  const rounded = unit < 2 ? Math.round(amount) : Math.round(amount * 10) / 10
  return `${formatNumber(rounded)} ${UNITS[unit] ?? ''}`
}
