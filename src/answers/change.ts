import { z } from '../schema-setup'
import { fieldSchema } from './fields'
import { cleanLine, LINE_LIMIT } from './text'

const idText = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/))
const author = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))
const instant = z.iso.datetime()

export const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assessment') }),
  z.object({ kind: z.literal('indicator'), id: idText }),
  z.object({ kind: z.literal('document'), id: idText }),
  z.object({ kind: z.literal('citation'), id: idText }),
  z.object({ kind: z.literal('question'), id: idText }),
  z.object({ kind: z.literal('file'), id: idText }),
  z.object({ kind: z.literal('pastYear'), id: idText }),
])
export type Target = z.infer<typeof targetSchema>
export type TargetOf<K extends Target['kind']> = Extract<Target, { kind: K }>

/** A value as it lies in a file; which one a field may hold is `fieldSchemas`' business. */
const rawValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
export type ChangeValue = z.infer<typeof rawValue>

/**
 * One change of one field. `replaces` names the changes whose values the author saw and overwrote; `at` is shown
 * and never decides. Changes are united by id and never edited, but for the one being typed (see `storage/`).
 */
export const changeSchema = z.pipe(
  z.object({
    id: idText,
    target: targetSchema,
    field: z.string(),
    value: rawValue,
    replaces: z.array(idText).check(z.maxLength(1000)),
    unit: author,
    person: author,
    at: instant,
  }),
  z.transform((change, context) => {
    const schema = fieldSchema(change.target.kind, change.field)
    if (!schema) {
      context.issues.push({
        code: 'custom',
        message: `unknown field ${change.target.kind}.${change.field}`,
        path: ['field'],
        input: change.field,
      })
      return z.NEVER
    }
    const value = z.safeParse(schema, change.value)
    if (!value.success) {
      context.issues.push({
        code: 'custom',
        message: `bad value of ${change.field}`,
        path: ['value'],
        input: change.value,
      })
      return z.NEVER
    }
    return { ...change, value: value.data as ChangeValue }
  }),
)
export type Change = z.infer<typeof changeSchema>

/** A target as one string: `indicator:I07`, `assessment`. */
export function targetKey(target: Target): string {
  return target.kind === 'assessment' ? 'assessment' : `${target.kind}:${target.id}`
}

/** A field of a target as one string: `indicator:I07/analysis`. */
export function fieldKey(target: Target, field: string): string {
  return `${targetKey(target)}/${field}`
}

/** Whether two values are the same to a reader. */
export function sameValue(one: ChangeValue, other: ChangeValue): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
