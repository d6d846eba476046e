/** Times of this computer as people read them. */

/** "14.32" of an ISO instant, local time. */
export function clockTime(instant: string): string {
  const date = new Date(instant)
  return `${twoDigits(date.getHours())}.${twoDigits(date.getMinutes())}`
}

/** "Hari ini, 14.32", "Kemarin, 09.15", "12 Juni 2025, 09.15". */
export function dayAndTime(instant: string, now: Date = new Date()): string {
  const date = new Date(instant)
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY)
  const day = days === 0 ? 'Hari ini' : days === 1 ? 'Kemarin' : longDate.format(date)
  return `${day}, ${clockTime(instant)}`
}

/** How long ago: "baru saja", "5 menit", "3 jam", "3 hari". */
export function age(instant: string, now: number = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / MINUTE)
  if (minutes < 1) return JUST_NOW
  if (minutes < 60) return `${minutes} menit`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} jam`
  return `${Math.floor(minutes / (24 * 60))} hari`
}

/** Local date as `YYYY-MM-DD`. */
export function localDay(date: Date = new Date()): string {
  return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
}

/** Local date and time as `YYYY-MM-DDTHH:MM`. */
export function localMinute(date: Date): string {
  return `${localDay(date)}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** "Belum dicadangkan sejak 3 hari", or without the time while it is less than a minute. */
export function notBackedUp(since: string): string {
  const words = age(since)
  return words === JUST_NOW ? 'Belum dicadangkan' : `Belum dicadangkan sejak ${words}`
}

const JUST_NOW = 'baru saja'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const longDate = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric' })

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
