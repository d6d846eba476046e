/**
 * A test during which anything is written to console.error or console.warn fails, unless it spies on them itself.
 * Tests of storage import 'fake-indexeddb/auto' themselves.
 */
import fc from 'fast-check'
import { afterAll, afterEach } from 'vitest'
import { inspect } from 'node:util'

// The same cases in every run; `SEED=… npm run test:unit` looks at others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_260_101) })

const printed: string[] = []

for (const method of ['error', 'warn'] as const) {
  console[method] = (...args: unknown[]) => {
    printed.push(
      `console.${method}: ${args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg))).join(' ')}`,
    )
  }
}

function failIfPrinted() {
  const lines = printed.splice(0)
  if (lines.length > 0) throw new Error(`printed while testing:\n${lines.join('\n')}`)
}

afterEach(failIfPrinted)
afterAll(failIfPrinted)
