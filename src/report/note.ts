import type { Answer } from '../answers/fields'
import type { Citation } from '../evidence/evidence'
import { factReferences } from '../evidence/ministry-name'

/**
 * An indicator's note as one text for the ministry's form: FAKTA, ANALISIS and, where written, JUSTIFIKASI
 * (Pedoman MenPANRB 3/2024). Parts with nothing in them are left out. `number` is the indicator's.
 */
export function noteText(number: number, answer: Answer, citations: readonly Citation[]): string {
  const references = factReferences(number, citations).map((reference, index) => `${index + 1}. ${reference}`)
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
