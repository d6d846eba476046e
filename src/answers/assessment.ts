import { z } from '../schema-setup'
import { instrumentRefSchema } from '../instrument/ref'

const idText = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))

/**
 * What makes an assessment this one and not another. Institution and year are changes (they can be corrected);
 * a unit is an author, not part of the identity.
 */
export const assessmentSchema = z.object({
  id: idText,
  instrument: instrumentRefSchema,
  createdAt: z.iso.datetime(),
  /** `example`: published results shown for learning; `copy`: made for trying things out. */
  origin: z.enum(['own', 'example', 'copy']),
  /** Ids of the indicators the unit answers, or all of them. */
  scope: z.union([z.literal('all'), z.array(idText).check(z.minLength(1))]),
})
export type Assessment = z.infer<typeof assessmentSchema>
export type Scope = Assessment['scope']

/** Whether an indicator belongs to a scope. */
export function inScope(scope: Scope, indicatorId: string): boolean {
  return scope === 'all' || scope.includes(indicatorId)
}
