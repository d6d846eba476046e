import type { MediaType } from '../answers/fields'
import type { KeptFile } from './plan'

/** What the ministry's form takes. */
const TAKEN: readonly MediaType[] = ['pdf', 'zip', 'rar']

/** What may keep a file from being of use to the ministry. */
export type FileWarning = 'type' | 'size' | 'no-text' | 'part-text' | 'locked' | 'broken'

/** Each warning about one file, as the index says it. */
export const WARNING_TEXTS: Readonly<Record<FileWarning, string>> = {
  type: 'bukan pdf, zip, atau rar',
  size: 'melebihi batas ukuran',
  'no-text': 'hasil pindai tanpa lapisan teks',
  'part-text': 'sebagian halaman tanpa lapisan teks',
  locked: 'terkunci kata sandi',
  broken: 'rusak, tidak dapat dibuka',
}

/** All that is to be said of a file before it goes to the ministry. `sizeLimit` in bytes. */
export function warningsOf({ mediaType, size, facts }: KeptFile, sizeLimit: number): FileWarning[] {
  const found: Readonly<Record<FileWarning, boolean>> = {
    type: !TAKEN.includes(mediaType),
    size: size > sizeLimit,
    'no-text': facts?.textLayer === 'tidak-ada',
    'part-text': facts?.textLayer === 'sebagian',
    locked: facts?.lock === 'user',
    broken: facts?.broken ?? false,
  }
  return (Object.keys(found) as FileWarning[]).filter((warning) => found[warning])
}
