import { newId } from '../app/new-id'
import { readAndFinalise } from '../../storage/changes'
import type { StoredAssessment } from '../../storage/stored-assessment'
import type { AppServices } from '../app/app-context'
import { newlyStored, storeAssessment } from '../session/create'

/** Copies an assessment under a new id, for trying things out; the first one stays as it is. */
export async function copyAssessment(services: AppServices, stored: StoredAssessment): Promise<void> {
  // Both have them from now on: neither may amend what the other one holds under the same id.
  const changes = await readAndFinalise(services.database, stored.assessment.id)
  const { unit, person, place } = stored.local
  const assessment = { ...stored.assessment, id: newId(), origin: 'copy' as const }
  const copy = newlyStored(assessment, { unit, person }, new Date().toISOString())
  await storeAssessment(services, { ...copy, local: { ...copy.local, place } }, changes)
}
