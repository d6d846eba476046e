import { z } from '../schema-setup'

/**
 * What is found out about a file by looking into it, in the background and on each computer anew: it travels in no parcel.
 */
export const fileFactsSchema = z.object({
  /** Pages of a PDF; null where it is none or cannot be opened. */
  pages: z.nullable(z.int().check(z.gte(0))),
  /** Whether words can be searched in the pages looked at (first, last and eight spread): null where it has no pages. */
  textLayer: z.nullable(z.enum(['ada', 'sebagian', 'tidak-ada'])),
  /** It bears an electronic signature (/ByteRange). */
  signed: z.boolean(),
  /** `owner`: opens, but its author restricted it; `user`: asks for a password. */
  lock: z.enum(['none', 'owner', 'user']),
  /** Looking into it took too long or broke off: nothing else here is known. */
  gaveUp: z.optional(z.boolean()),
  /** It cannot be opened as what it is. */
  broken: z.boolean(),
  /** Text of the first page, cut short: title, number and date are guessed from it. */
  firstText: z.string().check(z.maxLength(4000)),
  /** Pixels of a picture; null where it is none. */
  pixels: z.nullable(z.object({ width: z.int(), height: z.int() })),
})

export type FileFacts = z.infer<typeof fileFactsSchema>

/** What is noted of a file into which nobody can look, or has looked yet. */
export const NOTHING_FOUND: FileFacts = {
  pages: null,
  textLayer: null,
  signed: false,
  lock: 'none',
  broken: false,
  firstText: '',
  pixels: null,
}
