import type { EvidenceDocument } from '../evidence/evidence'
import { ministryFileNames } from '../evidence/ministry-name'
import { citationLetter } from '../evidence/reference'
import type { Indicator } from '../instrument/schema'
import type { ReportInput } from '../report/input'
import { annexesOf, type Annex, type CitedClaim } from './annex'
import { bytesOfOriginals, originalsOf, type Original } from './originals'
import type { DossierFiles, DossierOptions } from './options'
import { scopeOf } from './scope'
import { cutVolumes } from './volumes'

/** One PDF of a dossier: some indicators and all that they cite. */
export interface Volume {
  /** From 1. */
  readonly number: number
  /** In the order of the instrument. */
  readonly indicators: readonly Indicator[]
  /** In the order of the first claim. */
  readonly annexes: readonly Annex[]
  /** What goes inside as it is, each file once; empty where that was not chosen. */
  readonly originals: readonly Original[]
  /** About so many pages and bytes, originals included. */
  readonly pages: number
  readonly bytes: number
  /** One indicator alone has more than a volume should hold. */
  readonly oversized: boolean
}

export interface DossierPlan {
  /** What the report is told from: only what was chosen. */
  readonly input: ReportInput
  readonly volumes: readonly Volume[]
  readonly leftOut: {
    /** Cited, and shown at the interview only. */
    readonly confidential: readonly EvidenceDocument[]
    readonly incomplete: readonly Indicator[]
  }
}

/** What the report part takes: its furniture, and the section of an indicator. Pages and bytes. */
const FRONT = { pages: 8, bytes: 60_000 }
const SECTION = { pages: 0.6, bytes: 2500 }

/**
 * Plans a dossier: which volumes, and in each which indicators, documents and pages. Pure; the same input gives the same
 * plan. Every indicator is in one volume, whole, with every document it cites.
 */
export function planDossier(input: ReportInput, files: DossierFiles, options: DossierOptions): DossierPlan {
  const scope = scopeOf(input, options)
  const claims = new Map(scope.indicators.map((one) => [one.id, claimsOf(scope.input, one)]))
  const annexesFor = (indicators: readonly Indicator[]) =>
    annexesOf(
      indicators.flatMap(({ id }) => claims.get(id) ?? []),
      files,
      options,
    )
  const originalsFor = (annexes: readonly Annex[]) => (options.originalsInside ? originalsOf(annexes) : [])
  const sizeOf = (indicators: readonly Indicator[], annexes: readonly Annex[]) =>
    bytesOf(indicators, annexes) + bytesOfOriginals(originalsFor(annexes))
  const parts = cutVolumes(scope.indicators, options.volumeSize, (indicators) =>
    sizeOf(indicators, annexesFor(indicators)),
  )
  return {
    input: scope.input,
    volumes: parts.map((indicators, index) => {
      const annexes = annexesFor(indicators)
      const bytes = sizeOf(indicators, annexes)
      const pages = Math.round(FRONT.pages + SECTION.pages * indicators.length)
      return {
        number: index + 1,
        indicators,
        annexes,
        originals: originalsFor(annexes),
        pages: annexes.reduce((sum, annex) => sum + annex.pages, pages),
        bytes,
        oversized: bytes > options.volumeSize,
      }
    }),
    leftOut: {
      confidential: confidentialIn([...claims.values()].flat()),
      incomplete: scope.incomplete,
    },
  }
}

function claimsOf(input: ReportInput, { id, number, shortName }: Indicator): CitedClaim[] {
  const citations = input.evidence.citations.get(id) ?? []
  const names = ministryFileNames(number, citations)
  return citations.map((citation, index) => ({
    citation,
    indicator: { id, number, shortName },
    mark: `${number}.${citationLetter(index)}`,
    fileName: names[index],
  }))
}

function bytesOf(indicators: readonly Indicator[], annexes: readonly Annex[]): number {
  const report = FRONT.bytes + SECTION.bytes * indicators.length
  return annexes.reduce((sum, annex) => sum + annex.bytes, report)
}

function confidentialIn(claims: readonly CitedClaim[]): EvidenceDocument[] {
  const documents = claims.map(({ citation }) => citation.document).filter((one) => one.confidential)
  return [...new Map(documents.map((document) => [document.id, document])).values()]
}
