/** In the bench's own page: makes the worked report in fresh workers, in the app's way and bare, in turns. */
import type { Change } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'
import { evidenceOf } from '../../src/evidence/evidence'
import { placedIndicators } from '../../src/instrument/lookup'
import type { Instrument } from '../../src/instrument/schema'
import { buildReport } from '../../src/report/build'
import type { ReportModel } from '../../src/report/model'
import { cleanTexts } from '../../src/report/pdf/clean-text'
import { layoutReport } from '../../src/report/pdf/layout'
import { createMeasure } from '../../src/report/pdf/measure'
import { createCanvas } from '../../src/report/pdf/paint'
import { NO_YEARS } from '../../src/report/year-rows'
import { score } from '../../src/scoring/score'
import type { BenchReply, BenchRequest } from './report-worker'

export interface ReportTimes {
  readonly whole: number[]
  readonly bare: number[]
  readonly pages: number
  readonly bytes: number
}

async function benchReport(
  instrument: Instrument,
  changes: readonly Change[],
  runs: number,
): Promise<ReportTimes> {
  const model = modelOf(instrument, changes)
  const metrics = createCanvas().metrics
  const { value: printable, missing } = cleanTexts(model, metrics)
  const layout = layoutReport(printable, createMeasure(metrics), missing)
  const whole: number[] = []
  const bare: number[] = []
  let bytes = 0
  for (let run = 0; run <= runs; run += 1) {
    const one = await inWorker({ kind: 'whole', model })
    const other = await inWorker({ kind: 'bare', layout })
    // The first of each fills the browser's caches.
    if (run === 0) continue
    whole.push(one.ms)
    bare.push(other.ms)
    bytes = one.bytes
  }
  return { whole, bare, pages: layout.pages.length, bytes }
}

function inWorker(request: BenchRequest): Promise<BenchReply> {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<BenchReply>) => {
      worker.terminate()
      resolve(data)
    }
    worker.postMessage(request)
  })
}

function modelOf(instrument: Instrument, changes: readonly Change[]): ReportModel {
  const present = presentOf(changes)
  const ids = placedIndicators(instrument).map(({ indicator }) => indicator.id)
  const answers = new Map(ids.map((id) => [id, valuesOf(present, { kind: 'indicator', id })]))
  const values = new Map(ids.map((id) => [id, Number(answers.get(id)?.value)]))
  return buildReport({
    instrument,
    family: 'SPBE',
    familyName: 'Sistem Pemerintahan Berbasis Elektronik',
    instrumentHash: 'ab'.repeat(32),
    institution: 'Kabupaten Contoh',
    year: 2025,
    facts: valuesOf(present, { kind: 'assessment' }),
    scope: 'all',
    example: false,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    answers,
    generalAnswers: new Map(),
    undecided: new Set(),
    evidence: evidenceOf(present),
    filePages: new Map(),
    years: NO_YEARS,
    values,
    score: score(instrument, values),
    part: null,
    appVersion: '0.1.0',
    formatVersion: 1,
    madeAt: '2025-06-02T08:05',
  })
}

Object.assign(window, { benchReport })
