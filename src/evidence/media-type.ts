import type { MediaType } from '../answers/fields'
import { latin, startsWith } from './bytes'
import { typeOfContainer } from './container-type'
import { extensionOf } from './file-name'
import { webKindOf } from './web-content'

/** Largest file that is taken in, in bytes: 200 MB. */
export const FILE_SIZE_LIMIT = 200_000_000
/** How much of a file's beginning and of its end is looked at, in bytes; the list of a ZIP lies in the last 64 KiB. */
export const HEAD_BYTES = 65_536
export const TAIL_BYTES = 65_557

/** Why a file is not kept: it runs, or a browser would run it. */
export type Danger = 'program' | 'script' | 'web-page'

export type Sniffing =
  /** `misnamed`: its name says another type than its content. */
  | { readonly status: 'kept'; readonly mediaType: MediaType; readonly misnamed: boolean }
  | { readonly status: 'refused'; readonly reason: Danger }

/** What names say, by extension in small letters. */
const NAMED: Readonly<Record<string, MediaType>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
  heif: 'heic',
  doc: 'doc',
  docx: 'docx',
  xls: 'xls',
  xlsx: 'xlsx',
  ppt: 'ppt',
  pptx: 'pptx',
  odt: 'odt',
  ods: 'ods',
  odp: 'odp',
  mp4: 'mp4',
  m4v: 'mp4',
  zip: 'zip',
  rar: 'rar',
}

const PROGRAMS =
  'exe dll com scr pif cpl sys msi msp msix appx lnk chm apk jar app dex appimage deb rpm dmg'.split(' ')
const SCRIPTS = [
  ...'js mjs cjs jse vb vbs vbe ws wsf wsh wsc sct bat cmd ps1 psm1 hta reg'.split(' '),
  ...'sh bash zsh ksh csh command desktop py pyw php pl rb'.split(' '),
]
const WEB_PAGES = 'html htm xhtml xht shtml mht mhtml svg svgz'.split(' ')

/**
 * What a file is, by its first `HEAD_BYTES` and last `TAIL_BYTES` (of a short one both are all of it), and its name. Content
 * counts before the name, but a name that asks a computer to run it is enough to refuse. What nobody knows is `lainnya`.
 */
export function sniff(name: string, head: Uint8Array, tail: Uint8Array): Sniffing {
  const danger = dangerInName(name) ?? dangerInContent(head, tail)
  if (danger) return { status: 'refused', reason: danger }
  const mediaType = typeOf(name, head, tail)
  const named = NAMED[extensionOf(name)]
  return { status: 'kept', mediaType, misnamed: named !== undefined && named !== mediaType }
}

/** Why a file is not kept that is called so; null where the name says nothing against it. */
export function dangerInName(name: string): Danger | null {
  const extension = extensionOf(name)
  if (PROGRAMS.includes(extension)) return 'program'
  if (SCRIPTS.includes(extension)) return 'script'
  return WEB_PAGES.includes(extension) ? 'web-page' : null
}

function dangerInContent(head: Uint8Array, tail: Uint8Array): Danger | null {
  if (isProgram(head)) return 'program'
  if (startsWith(head, '#!')) return 'script'
  const container = typeOfContainer(head, tail)
  if (container === 'program') return 'program'
  return container === null && webKindOf(head) ? 'web-page' : null
}

/** First bytes of ELF, Mach-O (both byte orders, 32 and 64 bit), fat Mach-O or Java, DEX, WebAssembly, Windows links. */
const PROGRAM_MARKS = [
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  'dex\n',
  '\0asm',
  'L\0\0\0\x01\x14\x02\0',
]

function isProgram(head: Uint8Array): boolean {
  // A text may begin with these two letters; a program has zeroes in its first line.
  if (startsWith(head, 'MZ') && head.subarray(0, 64).includes(0)) return true
  return PROGRAM_MARKS.some((mark) => startsWith(head, mark))
}

function typeOf(name: string, head: Uint8Array, tail: Uint8Array): MediaType {
  if (startsWith(head, '\xff\xd8\xff')) return 'jpeg'
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith(head, 'RIFF') && startsWith(head.subarray(8), 'WEBP')) return 'webp'
  if (startsWith(head, 'Rar!\x1a\x07')) return 'rar'
  if (startsWith(head.subarray(4), 'ftyp')) return typeOfBrand(latin(head.subarray(8, 12)))
  const container = typeOfContainer(head, tail)
  if (container === 'office') return officeByName(name)
  if (container !== null && container !== 'program') return container
  // The standard allows other bytes before it, in the first 1,024.
  return latin(head.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : 'lainnya'
}

function typeOfBrand(brand: string): MediaType {
  if (/^(hei|hev|mif1|msf1)/.test(brand)) return 'heic'
  return /^(mp4|iso|avc1|M4V|MSNV|dash|3gp)/.test(brand) ? 'mp4' : 'lainnya'
}

/** An older office file whose inside was not seen: its name decides. */
function officeByName(name: string): MediaType {
  const named = NAMED[extensionOf(name)]
  return named === 'doc' || named === 'xls' || named === 'ppt' ? named : 'lainnya'
}
