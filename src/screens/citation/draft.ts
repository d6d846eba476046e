import { z } from '../../schema-setup'
import { citationFormSchema, type CitationForm } from './citation-form'

/**
 * A document being entered is kept in localStorage until it is cited, so that closing the dialog, or the browser,
 * loses no word of it.
 */
const draftSchema = z.partial(z.object({ ...citationFormSchema.shape, title: z.string() }))

function keyOf(assessment: string, indicator: string): string {
  return `spbe-mandiri/draft/${assessment}/${indicator}`
}

export function readDraft(assessment: string, indicator: string): Partial<CitationForm> | null {
  const text = localStorage.getItem(keyOf(assessment, indicator))
  if (text === null) return null
  try {
    const reading = z.safeParse(draftSchema, JSON.parse(text))
    return reading.success ? (reading.data as Partial<CitationForm>) : null
  } catch {
    return null
  }
}

/** Keeps a draft; a full localStorage only means that there is none to come back to. */
export function keepDraft(assessment: string, indicator: string, draft: CitationForm): void {
  try {
    localStorage.setItem(keyOf(assessment, indicator), JSON.stringify(draft))
  } catch {
    // The dialog still holds the words.
  }
}

export function dropDraft(assessment: string, indicator: string): void {
  localStorage.removeItem(keyOf(assessment, indicator))
}
