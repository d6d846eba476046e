/**
 * zod probes `new Function` to compile schemas, which the Content-Security-Policy forbids and reports.
 * Every module that builds a schema imports `z` from here, so the switch is thrown before the first schema.
 */
import * as z from 'zod/mini'

z.config({ jitless: true })

export { z }
