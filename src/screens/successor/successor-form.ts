import { shippedInstruments, type CatalogueEntry } from '../../instrument/catalogue'
import { z } from '../../schema-setup'
import { identitySchema } from '../start/start-form'

/** The questions of Mulai, and which instrument. */
export const successorSchema = z
  .object({
    ...identitySchema.shape,
    instrument: z.string(),
    scopeKind: z.enum(['all', 'chosen']),
    chosen: z.array(z.string()),
  })
  .check(
    z.refine((form) => form.scopeKind === 'all' || form.chosen.length > 0, {
      path: ['chosen'],
      error: 'Centang sedikitnya satu indikator, atau pilih “Semua”.',
    }),
  )
export type SuccessorForm = z.input<typeof successorSchema>
export type SuccessorAnswers = z.output<typeof successorSchema>

/** The shipped instrument of an id. Throws RangeError for one that is not shipped. */
export function shippedById(id: string): CatalogueEntry {
  const entry = shippedInstruments.find((candidate) => candidate.id === id)
  if (!entry) throw new RangeError(`instrument ${id} is not shipped`)
  return entry
}

/** The instrument of a year: the newest one that was in use then, else the newest. */
export function instrumentOfYear(year: number): CatalogueEntry {
  const [newest] = shippedInstruments
  const fitting = shippedInstruments.find(
    ({ validFrom, validTo }) => validFrom <= year && year <= (validTo ?? Infinity),
  )
  const entry = fitting ?? newest
  if (!entry) throw new RangeError('no instrument is shipped')
  return entry
}
