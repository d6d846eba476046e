import type { MediaType } from '../../answers/fields'
import type { Original } from '../originals'
import type { Attachment } from './attach'

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/** As registered with IANA. */
const INTERNET_TYPES: Readonly<Record<MediaType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  doc: 'application/msword',
  docx: `${OPEN_XML}.wordprocessingml.document`,
  xls: 'application/vnd.ms-excel',
  xlsx: `${OPEN_XML}.spreadsheetml.sheet`,
  ppt: 'application/vnd.ms-powerpoint',
  pptx: `${OPEN_XML}.presentationml.presentation`,
  odt: `${OPEN_DOCUMENT}.text`,
  ods: `${OPEN_DOCUMENT}.spreadsheet`,
  odp: `${OPEN_DOCUMENT}.presentation`,
  mp4: 'video/mp4',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  lainnya: 'application/octet-stream',
}

/** A hold on the bytes of a file. */
export interface KeptFile {
  readonly blob: Blob
  /** Of the bytes as they came in. */
  readonly crc32: number
}

export type OpenedOriginals =
  | { readonly status: 'here'; readonly attachments: readonly Attachment[] }
  /** SHA-256 of those whose bytes are gone, or are not as many as is known of them. */
  | { readonly status: 'missing'; readonly missing: readonly string[] }

/** Takes hold of the bytes of originals without reading them. Rejects with what `open` rejects. */
export async function openOriginals(
  originals: readonly Original[],
  open: (sha256: string) => Promise<KeptFile | null>,
): Promise<OpenedOriginals> {
  const kept = await Promise.all(originals.map(({ sha256 }) => open(sha256)))
  const attachments: Attachment[] = []
  const missing: string[] = []
  for (const [at, { name, sha256, size, mediaType, description }] of originals.entries()) {
    const own = kept[at]
    if (own?.blob.size === size)
      attachments.push({ ...own, name, sha256, mediaType: INTERNET_TYPES[mediaType], description })
    else missing.push(sha256)
  }
  return missing.length > 0 ? { status: 'missing', missing } : { status: 'here', attachments }
}
