/**
 * From a real key press on a level to the next frame, with an instrument of 500 indicators from a file, against the one
 * with 47; in turns, in one browser. Both have full answers.
 */
import { createHash } from 'node:crypto'
import { against } from './numbers.mjs'
import { noteFrames, press } from './paint.mjs'
import { backupOf, instrument, openWorked } from './worked.mjs'
import { firstPage, openWindow } from './window.mjs'

const ROUNDS = 4
const COUNT = 500
const LIMIT = 1.5

/** The shipped questionnaire's indicators again and again, in as many aspects of ten. */
function largeInstrument() {
  const source = instrument.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators))
  const weight = (100 * instrument.weightDenominator) / COUNT
  const indicators = Array.from({ length: COUNT }, (_, at) => ({
    ...source[at % source.length],
    id: `X${String(at + 1).padStart(3, '0')}`,
    number: at + 1,
    weightUnits: weight,
  }))
  const aspects = Array.from({ length: COUNT / 10 }, (_, at) => ({
    ...{ id: `XA${at + 1}`, number: at + 1, name: `Aspek contoh ${at + 1}`, weightUnits: weight * 10 },
    indicators: indicators.slice(at * 10, at * 10 + 10),
  }))
  const domain = { id: 'XD1', number: 1, name: 'Seluruhnya', weightUnits: weight * COUNT, aspects }
  return {
    ...instrument,
    id: 'contoh-500',
    domains: [domain],
    cautions: [],
    shortTitle: 'Contoh 500 indikator',
  }
}

export async function measure(bench) {
  const context = await openWindow(bench, 'large')
  try {
    const small = await firstPage(context)
    await openWorked(small, bench.address)
    const large = await context.newPage()
    await openLarge(large, bench.address)
    for (const page of [small, large]) await page.evaluate(noteFrames)
    const rows = []
    for (const rate of [1, 4]) {
      const times = { small: [], large: [] }
      for (const page of [small, large]) {
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate })
      }
      // The first of each is for warming up.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const key = (at) => String(1 + ((at + round) % 4))
        const taken = {
          small: await press(small, '.levels input', key),
          large: await press(large, '.levels input', key),
        }
        if (round === 0) continue
        for (const name of Object.keys(times)) times[name].push(...taken[name])
      }
      const cpu = rate === 1 ? '' : `, CPU ${rate} times slower`
      rows.push(
        against(
          `p95 level choice to frame, ${COUNT} / 47 indicators${cpu}`,
          times.large,
          times.small,
          LIMIT,
          0.95,
        ),
      )
    }
    return rows
  } finally {
    await context.close()
  }
}

async function openLarge(page, address) {
  const made = largeInstrument()
  const text = JSON.stringify(made)
  await page.goto(`${address}#/mulai`)
  await page.getByRole('button', { name: 'Instrumen dari berkas' }).click()
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'contoh.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByText(made.shortTitle).waitFor()
  const ref = { id: made.id, version: made.version, sha256: createHash('sha256').update(text).digest('hex') }
  const ids = made.domains[0].aspects.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  await openWorked(page, address, backupOf('penilaian-500', ref, ids))
}
