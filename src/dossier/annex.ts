import type { MediaType } from '../answers/fields'
import { cleanLine } from '../answers/text'
import { newestFile, type Citation, type EvidenceDocument, type EvidenceFile } from '../evidence/evidence'
import { documentName } from '../evidence/reference'
import { citedPagesOf, rangeOf } from './cited-pages'
import type { Original } from './originals'
import { LONG_DOCUMENT, type DossierFile, type DossierFiles, type DossierOptions, type Why } from './options'

/** A citation as it stands under its indicator. */
export interface CitedClaim {
  readonly citation: Citation
  readonly indicator: { readonly id: string; readonly number: number; readonly shortName: string }
  /** "21.a" */
  readonly mark: string
  /** Of its file in the ministry's form; undefined where it has none to give. */
  readonly fileName: string | undefined
}

/** A citation of a document with the page of the annex it leads to. */
export interface Claim extends CitedClaim {
  /** Page of the file, counted from 1 (a picture has one); null where it leads to the sheet. */
  readonly page: number | null
  /** It names pages the file does not have. */
  readonly beyond: boolean
}

export type AnnexContent =
  /** `pages` of the file's `of` pages, counted from 1, in rising order. */
  | { readonly kind: 'pages'; readonly pages: readonly number[]; readonly of: number }
  | { readonly kind: 'picture' }
  /** Nobody has counted its pages yet. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'sheet'; readonly why: Why }

/** A document in a volume, once, with all claims of the volume that cite it. */
export interface Annex {
  readonly document: EvidenceDocument
  /** The version that counts; null where the document has none. */
  readonly file: EvidenceFile | null
  /** The mark of the first claim: "21.a". */
  readonly mark: string
  readonly claims: readonly Claim[]
  readonly content: AnnexContent
  readonly signed: boolean
  /** Null where its bytes are not here. */
  readonly original: Original | null
  /** About so many pages and bytes, its sheet included. */
  readonly pages: number
  readonly bytes: number
}

/** What a sheet and what the frame of a copied page take, in bytes. */
const SHEET_BYTES = 3000
const FRAME_BYTES = 1500
/** What a page of a file takes that nobody has looked into, in bytes. */
const USUAL_PAGE = 120_000
/** Pages of an excerpt are not all of the same weight, and bring their fonts. */
const EXCERPT_SHARE = 1.2

/** Each document the claims cite, once, in their order. Claims of confidential documents have none. */
export function annexesOf(
  claims: readonly CitedClaim[],
  files: DossierFiles,
  options: DossierOptions,
): Annex[] {
  const cited = new Map<string, CitedClaim[]>()
  for (const claim of claims) {
    const { document } = claim.citation
    if (document.confidential) continue
    const known = cited.get(document.id)
    if (known) known.push(claim)
    else cited.set(document.id, [claim])
  }
  return [...cited.values()].map((own) => annexOf(own, files, options))
}

function annexOf(cited: readonly CitedClaim[], files: DossierFiles, options: DossierOptions): Annex {
  const [first] = cited
  if (!first) throw new RangeError('an annex without a claim')
  const { document } = first.citation
  const file = newestFile(document) ?? null
  const here = file ? files.get(file.sha256) : undefined
  const kind = kindOf(document, file, here)
  const of = kind.kind === 'pages' ? kind.of : 0
  const claims = cited.map((claim): Claim => {
    const { pages, beyond } = citedPagesOf(claim.citation, of)
    const page = kind.kind === 'picture' ? 1 : (pages[0] ?? null)
    return { ...claim, page, beyond: of > 0 && beyond }
  })
  const content = kind.kind === 'pages' ? { ...kind, pages: pagesTaken(document, claims, of, options) } : kind
  return {
    document,
    file,
    mark: first.mark,
    claims,
    content,
    signed: here?.facts?.signed ?? false,
    original: originalOf(first, file, here),
    ...weightOf(content, here?.size ?? 0),
  }
}

function originalOf(
  { mark, fileName, citation }: CitedClaim,
  file: EvidenceFile | null,
  here: DossierFile | undefined,
): Original | null {
  if (!file || !here || fileName === undefined) return null
  const description = cleanLine(`Lampiran ${mark}: ${documentName(citation.document)}`)
  return { name: fileName, sha256: file.sha256, size: here.size, mediaType: file.mediaType, description }
}

function pagesTaken(
  document: EvidenceDocument,
  claims: readonly Claim[],
  of: number,
  { extent, extents }: DossierOptions,
): readonly number[] {
  const chosen = extents[document.id] ?? extent
  if (chosen === 'whole' || (chosen === 'by-length' && of <= LONG_DOCUMENT)) return rangeOf(1, of)
  const cited = claims.flatMap(({ citation }) => citedPagesOf(citation, of).pages)
  return [...new Set([1, ...cited])].sort((one, other) => one - other)
}

function weightOf(content: AnnexContent, size: number): { pages: number; bytes: number } {
  switch (content.kind) {
    case 'sheet':
      return { pages: 1, bytes: SHEET_BYTES }
    case 'picture':
      return { pages: 2, bytes: SHEET_BYTES + FRAME_BYTES + size }
    case 'unread': {
      const pages = Math.max(1, Math.round(size / USUAL_PAGE))
      return { pages: 1 + pages, bytes: SHEET_BYTES + FRAME_BYTES * pages + size }
    }
    case 'pages': {
      const taken = content.pages.length
      const share = taken === content.of ? 1 : Math.min(1, (EXCERPT_SHARE * taken) / content.of)
      return { pages: 1 + taken, bytes: SHEET_BYTES + FRAME_BYTES * taken + Math.round(size * share) }
    }
  }
}

const PICTURES: readonly MediaType[] = ['jpeg', 'png', 'webp', 'heic']
const ARCHIVES: readonly MediaType[] = ['zip', 'rar']

function kindOf(
  document: EvidenceDocument,
  file: EvidenceFile | null,
  here: DossierFile | undefined,
): Exclude<AnnexContent, { kind: 'pages' }> | { kind: 'pages'; of: number; pages: readonly number[] } {
  const sheet = (why: Why) => ({ kind: 'sheet', why }) as const
  if (!file) return sheet(document.shownAtInterview ? 'interview' : document.link ? 'link' : 'no-file')
  if (!here) return sheet('not-here')
  if (here.fault) return sheet(here.fault)
  if (file.mediaType === 'mp4') return sheet('video')
  if (ARCHIVES.includes(file.mediaType)) return sheet('archive')
  if (file.mediaType === 'lainnya') return sheet('other')
  const isPicture = PICTURES.includes(file.mediaType)
  if (!isPicture && file.mediaType !== 'pdf') return sheet('office')
  const { facts } = here
  if (facts?.broken) return sheet('broken')
  if (isPicture) return { kind: 'picture' }
  if (facts?.lock === 'user') return sheet('locked')
  if (facts?.pages === 0) return sheet('broken')
  return facts?.pages ? { kind: 'pages', pages: [], of: facts.pages } : { kind: 'unread' }
}
