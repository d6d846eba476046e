/**
 * A test during which anything is written to console.error or console.warn fails, unless it spies on them itself.
 * Tests of storage import 'fake-indexeddb/auto' themselves.
 */
import { afterAll, afterEach } from 'vitest'
import { inspect } from 'node:util'

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
