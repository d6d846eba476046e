import type { EvidenceFile } from '../../evidence/evidence'
import type { FileFacts } from '../../evidence/file-facts'
import { MEDIA_TYPE_LABELS } from '../../evidence/labels'
import { formatBytes, formatCount } from '../../report/format'

/** A file in a few words each: type, size, and what was found in it; null where nobody has looked yet. */
export function fileWords({ mediaType, size }: EvidenceFile, facts: FileFacts | null): string[] {
  return [MEDIA_TYPE_LABELS[mediaType], formatBytes(size), ...(facts ? factWords(facts) : [])].filter(Boolean)
}

function factWords({ pages, textLayer, signed, lock, broken, gaveUp }: FileFacts): string[] {
  return [
    pages === null ? '' : `${formatCount(pages)} halaman`,
    textLayer === 'tidak-ada' ? 'tanpa lapisan teks' : '',
    signed ? 'bertanda tangan elektronik' : '',
    lock === 'user' ? 'berkata sandi, tidak dapat dibuka' : '',
    broken ? 'rusak, tidak dapat dibuka' : '',
    gaveUp ? 'tidak dapat diperiksa' : '',
  ]
}
