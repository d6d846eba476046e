/** Recomputations of the whole score per second in Node, one value changed each time, against a bare weighted sum. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../scripts/root.mjs'
import { indicatorIds, instrument } from './worked.mjs'

const SECONDS = 1.5

export async function measure({ folder }) {
  const outDir = join(folder, 'scoring')
  const vite = await import('vite')
  await vite.build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'src/scoring/score.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'score.mjs' } },
    },
  })
  const { score } = await import(pathToFileURL(join(outDir, 'score.mjs')).href)
  const values = new Map(indicatorIds.map((id, at) => [id, 1 + (at % 5)]))
  let seen = 0
  const scores = perSecond((at) => {
    values.set(indicatorIds[at % indicatorIds.length], 1 + (at % 5))
    seen += score(instrument, values).index.rounded
  })
  const weights = instrument.domains
    .flatMap(({ aspects }) => aspects)
    .flatMap(({ indicators }) => indicators)
    .map(({ weightUnits }) => weightUnits)
  const levels = weights.map((_, at) => 1 + (at % 5))
  const sums = perSecond((at) => {
    levels[at % levels.length] = 1 + (at % 5)
    let sum = 0
    for (let each = 0; each < weights.length; each += 1) sum += weights[each] * levels[each]
    seen += sum
  })
  if (!(seen > 0)) throw new Error('nothing was computed')
  const round = (number) => Math.round(number).toLocaleString('en')
  return [
    {
      what: 'score recomputations per second / bare weighted sums per second',
      measured: `${round(scores)} / ${round(sums)} = 1:${Math.round(sums / scores)}`,
      scores,
      sums,
    },
  ]
}

function perSecond(work) {
  for (let at = 0; at < 2000; at += 1) work(at)
  const start = performance.now()
  let count = 0
  while (performance.now() - start < SECONDS * 1000) {
    for (let at = 0; at < 100; at += 1) work(count++)
  }
  return (count / (performance.now() - start)) * 1000
}
