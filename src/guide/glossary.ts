/** The glossary for users: glossary.json, which this schema describes and the tests check. */
import { z } from '../schema-setup'

const words = z.string().check(z.minLength(1))

const termSchema = z.strictObject({
  /** As code names it: "index". */
  id: z.string().check(z.regex(/^[a-z-]+$/)),
  /** As the interface writes it, beginning in lower case unless it is a name. */
  term: words,
  /** Other ways to write it. */
  also: z.optional(z.array(words)),
  definition: words,
  /** Where the regulation says so; left out where the word is ours. */
  source: z.optional(words),
  /** The slug of the guide's section that tells more. */
  section: words,
})

export const glossarySchema = z.array(termSchema)

export type GlossaryTerm = z.infer<typeof termSchema>
