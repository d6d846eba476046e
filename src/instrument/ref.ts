import { z } from '../schema-setup'

/**
 * Which instrument an assessment was made with: id, version, and the SHA-256 of its file. Apart from the schema of the
 * instrument itself, which is loaded only for what came from a file.
 */
export const instrumentRefSchema = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/)),
  version: z.int().check(z.gte(1)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type InstrumentRef = z.infer<typeof instrumentRefSchema>
