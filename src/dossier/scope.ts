import { inScope } from '../answers/assessment'
import { statusOf } from '../answers/status'
import type { Citation, Evidence, EvidenceDocument } from '../evidence/evidence'
import { placedIndicators } from '../instrument/lookup'
import type { Indicator } from '../instrument/schema'
import { answerOf, type ReportInput } from '../report/input'
import { scorePart } from '../scoring/score'
import type { DossierOptions } from './options'

export interface DossierScope {
  /** What the report in the dossier is told from. */
  readonly input: ReportInput
  /** In the order of the instrument. */
  readonly indicators: readonly Indicator[]
  /** Chosen, but not complete, and complete ones were asked for. */
  readonly incomplete: readonly Indicator[]
}

/** Narrows a report to what was chosen. A chosen part has a mean, but no predicate. */
export function scopeOf(input: ReportInput, options: DossierOptions): DossierScope {
  const all = placedIndicators(input.instrument)
    .map(({ indicator }) => indicator)
    .filter(({ id }) => inScope(input.scope, id))
  const chosen = all.filter(({ id }) => options.indicators === 'all' || options.indicators.includes(id))
  const indicators = options.onlyComplete ? chosen.filter((one) => isComplete(input, one)) : chosen
  const evidence = options.withConfidential ? opened(input.evidence) : closed(input.evidence)
  const told = { indicators, incomplete: chosen.filter((one) => !indicators.includes(one)) }
  if (indicators.length === all.length) return { ...told, input: { ...input, evidence } }
  const ids = indicators.map(({ id }) => id)
  const part = scorePart(input.instrument, input.values, new Set(ids))
  return { ...told, input: { ...input, evidence, scope: ids, part } }
}

function isComplete(input: ReportInput, { id }: Indicator): boolean {
  const cited = input.evidence.citations.get(id)?.length ?? 0
  return statusOf(answerOf(input, id), cited, input.instrument.scale.min) === 'lengkap'
}

/** Evidence whose confidential documents go out like the others. */
function opened(evidence: Evidence): Evidence {
  return withDocuments(evidence, (document) => ({ ...document, confidential: false }))
}

/** Evidence in which a document is confidential too where a confidential one has the same bytes. */
function closed(evidence: Evidence): Evidence {
  const secret = [...evidence.documents, ...evidence.removedDocuments].filter(
    ({ confidential }) => confidential,
  )
  const bytes = new Set(
    secret.flatMap(({ files, removedFiles }) => [...files, ...removedFiles]).map(({ sha256 }) => sha256),
  )
  if (bytes.size === 0) return evidence
  return withDocuments(evidence, (document) =>
    document.files.some(({ sha256 }) => bytes.has(sha256)) ? { ...document, confidential: true } : document,
  )
}

function withDocuments(
  evidence: Evidence,
  change: (document: EvidenceDocument) => EvidenceDocument,
): Evidence {
  const changeCited = (citation: Citation): Citation => ({ ...citation, document: change(citation.document) })
  return {
    ...evidence,
    documents: evidence.documents.map(change),
    citations: new Map([...evidence.citations].map(([id, cited]) => [id, cited.map(changeCited)])),
  }
}
