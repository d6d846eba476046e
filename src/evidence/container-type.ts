import type { MediaType } from '../answers/fields'
import { latin, startsWith } from './bytes'

/** A file of files: its type, `office` for an older office file of unknown kind, `program` for what installs or runs. */
export type ContainerType = MediaType | 'office' | 'program'

/** What a ZIP or an OLE file is, by the names inside; null if it is neither. `head` and `tail` as for `sniff`. */
export function typeOfContainer(head: Uint8Array, tail: Uint8Array): ContainerType | null {
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return typeOfZip(head, tail)
  if (startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return typeOfOle(head, tail)
  return null
}

function typeOfZip(head: Uint8Array, tail: Uint8Array): ContainerType {
  // OpenDocument says what it is in its first entry, never packed.
  const [, opened] =
    /^PK[^]{28}mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
      latin(head.subarray(0, 120)),
    ) ?? []
  if (opened === 'text') return 'odt'
  if (opened === 'spreadsheet') return 'ods'
  if (opened === 'presentation') return 'odp'
  const names = entryNames(tail)
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^AndroidManifest\.xml$|^classes\.dex$|^META-INF\/MANIFEST\.MF$/)) return 'program'
  if (!has(/^\[Content_Types\]\.xml$/)) return 'zip'
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  return has(/^ppt\//) ? 'pptx' : 'zip'
}

/** Names in a ZIP's list, as far as it lies in the bytes. */
function entryNames(tail: Uint8Array): string[] {
  const text = latin(tail)
  const names: string[] = []
  for (let at = text.indexOf('PK\x01\x02'); at >= 0; at = text.indexOf('PK\x01\x02', at + 46)) {
    const length = text.charCodeAt(at + 28) + text.charCodeAt(at + 29) * 256
    names.push(text.slice(at + 46, at + 46 + length))
  }
  return names
}

/** Names of streams stand in OLE files as UTF-16. */
const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('')
/** Windows Installer's class, {000C1084-0000-0000-C000-000000000046}, as it lies in the root entry. */
const INSTALLER = '\x84\x10\x0c\0\0\0\0\0\xc0\0\0\0\0\0\0\x46'

function typeOfOle(head: Uint8Array, tail: Uint8Array): ContainerType {
  const text = latin(head) + latin(tail)
  if (text.includes(INSTALLER)) return 'program'
  if (text.includes(wide('WordDocument'))) return 'doc'
  if (text.includes(wide('PowerPoint Document'))) return 'ppt'
  return text.includes(wide('Workbook')) ? 'xls' : 'office'
}
