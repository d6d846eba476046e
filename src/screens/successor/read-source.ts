import type { AssessmentFacts } from '../../answers/fields'
import { presentOf, valuesOf } from '../../answers/present'
import type { Source } from '../../comparison/material'
import { readAssessment } from '../../storage/assessments'
import { readChanges } from '../../storage/changes'
import type { Database } from '../../storage/database'
import { readInstrument } from '../../storage/instruments'
import type { StoredAssessment } from '../../storage/stored-assessment'

/** An assessment that another one is begun from, as it lies on this computer. */
export interface StoredSource extends Source {
  readonly stored: StoredAssessment
  readonly facts: AssessmentFacts
}

/** Reads the source; null where it is not here (any more) or cannot be read. Never throws. */
export async function readSource(database: Database, id: string): Promise<StoredSource | null> {
  try {
    const stored = await readAssessment(database, id)
    if (!stored || stored.local.deletedAt) return null
    const instrument = await readInstrument(database, stored.assessment.instrument)
    if (!instrument) return null
    const present = presentOf(await readChanges(database, id))
    return { stored, instrument, present, facts: valuesOf(present, { kind: 'assessment' }) }
  } catch {
    return null
  }
}
