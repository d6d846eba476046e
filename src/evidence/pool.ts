import { newestFile, needsPageCheck, type Citation, type Evidence, type EvidenceDocument } from './evidence'
import type { FileFacts } from './file-facts'
import { DOCUMENT_KIND_LABELS } from './labels'
import { MINISTRY_NAME_LIMIT } from './ministry-name'
import { documentName } from './reference'
import { sameItems } from './remembered'

/** Documents older than this are asked about. */
const YEARS_IN_USE = 2

/** A document of the pool with all that its row says. */
export interface PoolRow {
  readonly document: EvidenceDocument
  /** Deleted, and can be brought back. */
  readonly removed: boolean
  /** What cites it now, in the order it was cited. */
  readonly citations: readonly Citation[]
  /** Bytes of all its files. */
  readonly size: number
  /** Of the newest file; null while unknown, or where it has none. */
  readonly facts: FileFacts | null
  /** What a search looks in, in small letters. */
  readonly text: string
}

export interface PoolInput {
  readonly evidence: Evidence
  /** What was found in the files, by SHA-256. */
  readonly facts: ReadonlyMap<string, FileFacts>
}

/** Rows that were made, by their documents. */
const knownRows = new WeakMap<EvidenceDocument, PoolRow>()

/** One row for each document, by title; the deleted ones last. A row that says the same as before is the same object. */
export function poolRows({ evidence, facts }: PoolInput): PoolRow[] {
  const cited = citationsByDocument(evidence)
  const row = (document: EvidenceDocument, removed: boolean): PoolRow => {
    const citations = cited.get(document.id) ?? []
    const ofNewest = facts.get(newestFile(document)?.sha256 ?? '') ?? null
    const known = knownRows.get(document)
    if (known?.removed === removed && known.facts === ofNewest && sameItems(known.citations, citations)) {
      return known
    }
    const size = document.files.reduce((sum, file) => sum + file.size, 0)
    const made = { document, removed, citations, size, facts: ofNewest, text: searchText(document) }
    knownRows.set(document, made)
    return made
  }
  return [
    ...byTitle(evidence.documents.map((document) => row(document, false))),
    ...byTitle(evidence.removedDocuments.map((document) => row(document, true))),
  ]
}

/** The text of a row begins with the document's title. */
function byTitle(rows: PoolRow[]): PoolRow[] {
  return rows.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
}

/** What cites each document, by its id. */
export function citationsByDocument(evidence: Evidence): Map<string, Citation[]> {
  const cited = new Map<string, Citation[]>()
  for (const citations of evidence.citations.values()) {
    for (const citation of citations) {
      const known = cited.get(citation.document.id)
      if (known) known.push(citation)
      else cited.set(citation.document.id, [citation])
    }
  }
  return cited
}

function searchText(document: EvidenceDocument): string {
  const names = document.files.map(({ name }) => name)
  return [
    documentName(document),
    DOCUMENT_KIND_LABELS[document.kind],
    document.number,
    document.issuer,
    ...names,
  ]
    .join('\n')
    .toLowerCase()
}

/** Whether every word of a search stands somewhere in the row. */
export function matchesPoolSearch(row: PoolRow, search: string): boolean {
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.text.includes(word))
}

export type PoolFilterId =
  | 'all'
  | 'uncited'
  | 'undated'
  | 'no-text'
  | 'draft'
  | 'old'
  | 'long-name'
  | 'confidential'
  | 'check-pages'
  | 'removed'

interface PoolFilter {
  readonly id: PoolFilterId
  readonly label: string
  /** `oldest` is the ISO day before which a document is old. */
  readonly fits: (row: PoolRow, oldest: string) => boolean
}

/** The ways to look at a part of the pool, in the order they are offered. Deleted documents fit only the last. */
export const POOL_FILTERS: readonly PoolFilter[] = [
  { id: 'all', label: 'Semua', fits: () => true },
  { id: 'uncited', label: 'Belum dirujuk', fits: ({ citations }) => citations.length === 0 },
  { id: 'check-pages', label: 'Periksa halaman', fits: ({ citations }) => citations.some(needsPageCheck) },
  {
    id: 'undated',
    label: 'Tanpa nomor atau tanggal',
    fits: ({ document }) => document.number === '' || document.date === '',
  },
  { id: 'no-text', label: 'Tanpa lapisan teks', fits: ({ facts }) => facts?.textLayer === 'tidak-ada' },
  { id: 'draft', label: '“Draf” dalam nama', fits: ({ document }) => namesOf(document).some(saysDraft) },
  {
    id: 'old',
    label: 'Lebih dari dua tahun',
    fits: ({ document }, oldest) => document.date !== '' && lastDayOf(document.date) < oldest,
  },
  {
    id: 'long-name',
    label: `Nama berkas lebih dari ${MINISTRY_NAME_LIMIT} huruf`,
    fits: ({ document }) => document.files.some(({ name }) => [...name].length > MINISTRY_NAME_LIMIT),
  },
  { id: 'confidential', label: 'Rahasia', fits: ({ document }) => document.confidential },
  { id: 'removed', label: 'Dihapus', fits: () => true },
]

/**
 * The rows that fit each filter, in the order of the rows. `today` is the local day, `YYYY-MM-DD`.
 */
export function filterPool(
  rows: readonly PoolRow[],
  today: string,
): ReadonlyMap<PoolFilterId, readonly PoolRow[]> {
  const oldest = `${String(Number(today.slice(0, 4)) - YEARS_IN_USE).padStart(4, '0')}${today.slice(4)}`
  return new Map(
    POOL_FILTERS.map(({ id, fits }) => [
      id,
      rows.filter((row) => row.removed === (id === 'removed') && fits(row, oldest)),
    ]),
  )
}

/** The last day an ISO date may stand for: a year its last, a month its 31st. */
function lastDayOf(isoDate: string): string {
  return isoDate + '9999-12-31'.slice(isoDate.length)
}

function namesOf(document: EvidenceDocument): string[] {
  return [document.title, ...document.files.map(({ name }) => name)]
}

/** "Draf" or "draft" as a word by itself: "Draft_SK.pdf", but not "draftsman". */
function saysDraft(name: string): boolean {
  // Most names are told by the cheaper look.
  return name.toLowerCase().includes('draf') && DRAFT.test(name)
}

// No \b: to it the underscore in "Draft_SK" is a letter.
const DRAFT = /(^|[^\p{L}\p{N}])draft?($|[^\p{L}\p{N}])/iu
