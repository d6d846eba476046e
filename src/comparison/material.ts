import { fieldKey } from '../answers/change'
import { valuesOf, type Present } from '../answers/present'
import { evidenceOf, type Citation, type EvidenceDocument } from '../evidence/evidence'
import type { Link, Strength } from '../instrument/crosswalk'
import { maturityModelOf, placedIndicators, valueKeys } from '../instrument/lookup'
import type { Instrument } from '../instrument/schema'

/**
 * The fields of an answer that may be used again. Levels never are, target levels included: a level is a claim about its
 * own year.
 */
export const REUSED_FIELDS = [
  'subject',
  'facts',
  'analysis',
  'justification',
  'obstacleKinds',
  'obstacle',
  'followUp',
  'followUpOwner',
  'followUpDue',
] as const
export type ReusedField = (typeof REUSED_FIELDS)[number]

/** An assessment that another one is begun from. */
export interface Source {
  readonly instrument: Instrument
  readonly present: Present
}

/** A text (or ticks) of an old answer, and where it would go. */
export interface TextPiece {
  readonly kind: 'text'
  /** Indicator it stands under in the old assessment. */
  readonly origin: string
  /** Key of the answer it would go to: an indicator, or a part of one. */
  readonly target: string
  readonly field: ReusedField
  readonly value: string | readonly string[]
}

/** A citation of the old assessment, and the indicator it would be cited under. */
export interface CitationPiece {
  readonly kind: 'citation'
  readonly origin: string
  readonly target: string
  /** Its id in the new assessment: the same whoever takes it over. */
  readonly id: string
  readonly citation: Citation
}

export type Piece = TextPiece | CitationPiece

/** What the old assessment holds for one indicator of the new one. */
export interface Material {
  readonly indicator: string
  /** Empty where the indicator continues nothing. */
  readonly links: readonly Link[]
  readonly pieces: readonly Piece[]
}

/** What of the old assessment goes nowhere by itself. */
export interface LeftOver {
  /** Under indicators that nothing of the new assessment continues. */
  readonly texts: readonly Omit<TextPiece, 'target'>[]
  readonly citations: readonly Citation[]
  /** Documents that nothing cites. */
  readonly documents: readonly EvidenceDocument[]
  /** Fields that still have two different values: nobody has decided which one holds. */
  readonly undecided: readonly string[]
}

export interface Materials {
  /** In the order of the new instrument, for the indicators of its scope. */
  readonly items: readonly Material[]
  readonly leftOver: LeftOver
}

/**
 * Everything of an old assessment, laid beside the indicators of a new one by `links`. Nothing is lost: what no indicator
 * of `indicators` (ids of the new scope) continues is left over.
 */
export function materialsOf(
  source: Source,
  instrument: Instrument,
  indicators: readonly string[],
  links: readonly Link[],
): Materials {
  const scope = new Set(indicators)
  const texts = textsOf(source)
  const { citations, documents } = evidenceOf(source.present)
  const cited = citedByIndicator(source.instrument, citations)
  const used = links.filter((link) => scope.has(link.to))
  const went = new Set<string>()
  const items = placedIndicators(instrument)
    .filter(({ indicator }) => scope.has(indicator.id))
    .map(({ indicator }): Material => {
      const mine = used.filter((link) => link.to === indicator.id)
      const keys = new Set([indicator.id, ...valueKeys(indicator)])
      const named = maturityModelOf(instrument, indicator).subjectLabel !== undefined
      const pieces = mine.flatMap((link): Piece[] => [
        ...texts
          .filter((text) => text.origin === link.from && (named || text.field !== 'subject'))
          .map(({ key, ...text }) => ({ ...text, target: keys.has(key) ? key : indicator.id })),
        ...(cited.get(link.from) ?? []).map((citation) => citationPiece(link, citation)),
      ])
      for (const piece of pieces) went.add(sourceKey(piece))
      return { indicator: indicator.id, links: mine, pieces: distinct(pieces) }
    })
  const all = [...cited.values()].flat()
  const citedDocuments = new Set(all.map(({ document }) => document.id))
  return {
    items,
    leftOver: {
      texts: texts.filter((text) => !went.has(sourceKey(text))).map(withoutKey),
      citations: all.filter((citation) => !went.has(sourceKey({ kind: 'citation', citation }))),
      documents: documents.filter(({ id }) => !citedDocuments.has(id)),
      undecided: [...source.present.differences].filter(isReused),
    },
  }
}

/** Texts of all indicators of an assessment; `key` is the answer each stands in: an indicator's or a part's. */
function textsOf({ instrument, present }: Source): (Omit<TextPiece, 'target'> & { readonly key: string })[] {
  return placedIndicators(instrument).flatMap(({ indicator }) =>
    [...new Set([indicator.id, ...valueKeys(indicator)])].flatMap((key) => {
      const answer = valuesOf(present, { kind: 'indicator', id: key })
      return REUSED_FIELDS.flatMap((field) => {
        const value = answer[field]
        if (value === undefined || (typeof value === 'string' ? !value.trim() : value.length === 0)) return []
        return [{ kind: 'text' as const, origin: indicator.id, key, field, value }]
      })
    }),
  )
}

function withoutKey({ kind, origin, field, value }: Omit<TextPiece, 'target'>): Omit<TextPiece, 'target'> {
  return { kind, origin, field, value }
}

/** Citations by indicator; those of a part stand under its indicator, those of an unknown one under its own id. */
function citedByIndicator(
  instrument: Instrument,
  citations: ReadonlyMap<string, readonly Citation[]>,
): Map<string, Citation[]> {
  const indicatorOf = new Map(
    placedIndicators(instrument).flatMap(({ indicator }) =>
      valueKeys(indicator).map((key) => [key, indicator.id] as const),
    ),
  )
  const found = new Map<string, Citation[]>()
  for (const [key, list] of citations) {
    const id = indicatorOf.get(key) ?? key
    found.set(id, [...(found.get(id) ?? []), ...list])
  }
  return found
}

/** Longest id a change may name. */
export const ID_LIMIT = 64

/**
 * A citation keeps its id under the same indicator. Under another it gets one of its own, made of both: a citation may go
 * to several indicators, and two people who take it over for the same one must make the same citation.
 */
function citationPiece({ from, to, strength }: Link, citation: Citation): CitationPiece {
  const id = strength === 'sama' ? citation.id : `${citation.id}-${to}`
  return { kind: 'citation', origin: from, target: to, id: id.slice(-ID_LIMIT), citation }
}

/** The same text from two parts, or to the same place by two ways, is one proposal. */
function distinct(pieces: readonly Piece[]): Piece[] {
  return [...new Map(pieces.map((piece) => [targetKeyOf(piece), piece])).values()]
}

function targetKeyOf(piece: Piece): string {
  return JSON.stringify(
    piece.kind === 'citation'
      ? [piece.id]
      : [fieldKey({ kind: 'indicator', id: piece.target }, piece.field), piece.value],
  )
}

/** What a piece is in the old assessment, wherever it goes: the same words in two parts of an indicator are one. */
function sourceKey(piece: Omit<TextPiece, 'target'> | Pick<CitationPiece, 'kind' | 'citation'>): string {
  return JSON.stringify(
    piece.kind === 'citation' ? [piece.citation.id] : [piece.origin, piece.field, piece.value],
  )
}

function isReused(key: string): boolean {
  return key.startsWith('indicator:') && REUSED_FIELDS.some((field) => key.endsWith(`/${field}`))
}

/** The strongest of the links that lead to an indicator; null where none does. */
export function strengthOf({ links }: Material): Strength | null {
  const found = links.map(({ strength }) => strength)
  return (['sama', 'kuat', 'sebagian'] as const).find((strength) => found.includes(strength)) ?? null
}
