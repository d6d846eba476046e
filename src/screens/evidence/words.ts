import { needsPageCheck, newestFile } from '../../evidence/evidence'
import type { FileFacts } from '../../evidence/file-facts'
import { DOCUMENT_KIND_LABELS } from '../../evidence/labels'
import type { PoolRow } from '../../evidence/pool'
import { formatBytes, formatCount } from '../../report/format'

/** "Perda/Perkada · 18 hlm · 1,4 MB", or that it is shown at the interview, or where it lies. */
export function rowDetails({ document, facts, size }: PoolRow): string {
  const kind = DOCUMENT_KIND_LABELS[document.kind]
  if (!newestFile(document)) {
    const where = document.shownAtInterview
      ? 'ditunjukkan saat interviu'
      : document.link
        ? 'tautan'
        : 'tanpa berkas'
    return `${kind} · ${where}`
  }
  const pages = facts?.pages ? `${formatCount(facts.pages)} hlm` : ''
  const count = document.files.length
  const files = count > 1 ? `${formatCount(count)} berkas` : ''
  // A number stays with its unit.
  const amounts = [pages, files, formatBytes(size)].map((amount) => amount.replace(' ', '\u00a0'))
  return [kind, ...amounts].filter(Boolean).join(' · ')
}

/** How many citations of a row ask for a look at their pages. */
export function checksOf({ citations }: PoolRow): number {
  return citations.filter(needsPageCheck).length
}

const TEXT_LAYER: Readonly<Record<NonNullable<FileFacts['textLayer']>, string>> = {
  ada: 'Teks dapat dicari',
  sebagian: 'Teks sebagian halaman dapat dicari',
  'tidak-ada': 'Tanpa lapisan teks',
}

const LOCKS: Readonly<Record<FileFacts['lock'], string>> = {
  none: '',
  owner: 'dibatasi pembuatnya',
  user: 'meminta kata sandi',
}

/** What was found in a file: "Teks dapat dicari, bertanda tangan elektronik"; empty while nothing is known. */
export function factWords(facts: FileFacts | null): string {
  if (!facts) return ''
  if (facts.gaveUp) return 'Tidak dapat diperiksa: terlalu lama atau terlalu berat bagi komputer ini'
  if (facts.broken) return 'Tidak dapat dibaca, mungkin rusak'
  const words = [
    facts.textLayer ? TEXT_LAYER[facts.textLayer] : '',
    facts.signed ? 'bertanda tangan elektronik' : '',
    LOCKS[facts.lock],
  ].filter(Boolean)
  const sentence = words.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
