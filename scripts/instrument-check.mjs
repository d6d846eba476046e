// Checks instrument files as the app does when one is loaded: npm run instrument:check FILE …
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runnerImport } from 'vite'
import { root } from './root.mjs'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: npm run instrument:check FILE …')
  process.exit(2)
}

const { module } = await runnerImport(join(root, 'src/instrument/read.ts'), {
  configFile: false,
  logLevel: 'error',
})
let refused = 0
for (const file of files) {
  const outcome = check(file)
  console.log(`${file}: ${outcome.head}`)
  for (const { path, text } of outcome.faults) console.log(`  ${path || '(berkas)'}: ${text}`)
  for (const path of outcome.unknown ?? [])
    console.log(`  catatan: ${path} tidak dikenal, dan tidak dipakai.`)
  if (outcome.faults.length > 0) refused += 1
}
process.exit(refused > 0 ? 1 : 0)

function check(file) {
  const { LIMITS, readInstrumentText } = module
  let bytes
  try {
    if (statSync(file).size > LIMITS.bytes) {
      return { head: 'ditolak', faults: [{ path: '', text: `Lebih besar dari ${LIMITS.bytes} byte.` }] }
    }
    bytes = readFileSync(file)
  } catch (error) {
    return { head: 'tidak dapat dibaca', faults: [{ path: '', text: error.message }] }
  }
  const reading = readInstrumentText(bytes.toString('utf8'))
  if (reading.status === 'refused') {
    return { head: `ditolak, ${reading.faults.length} kesalahan`, faults: reading.faults }
  }
  const { id, version } = reading.instrument
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { head: `baik: ${id}, versi ${version}, SHA-256 ${sha256}`, faults: [], unknown: reading.unknown }
}
