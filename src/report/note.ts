import type { Answer } from '../answers/fields'
import type { Citation } from '../evidence/evidence'
import { referenceOf } from '../evidence/reference'

/**
 * An indicator's note as one text for the ministry's form: FAKTA, ANALISIS and, where written, JUSTIFIKASI
 * (Pedoman MenPANRB 3/2024). Parts with nothing in them are left out.
 */
export function noteText(answer: Answer, citations: readonly Citation[]): string {
  const references = citations.map((citation, index) => `${index + 1}. ${referenceOf(citation)}`)
  const parts: [string, string][] = [
    ['FAKTA', [...references, answer.facts ?? ''].filter(Boolean).join('\n')],
    ['ANALISIS', answer.analysis ?? ''],
    ['JUSTIFIKASI', answer.justification ?? ''],
  ]
  return parts
    .filter(([, text]) => text.trim())
    .map(([head, text]) => `${head}\n${text.trim()}`)
    .join('\n\n')
}
