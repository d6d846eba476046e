/** The worked assessment of the bench: 47 full answers, each note 1,200 characters long. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/root.mjs'

export const ASSESSMENT = 'penilaian-bench'
export const NOTE = 1200

const { id, version, sha256 } = JSON.parse(
  readFileSync(join(root, 'src/instrument/catalogue.json'), 'utf8'),
).find((entry) => entry.indicatorCount === 47)
export const instrument = JSON.parse(readFileSync(join(root, `src/instrument/data/${id}.json`), 'utf8'))
export const indicatorIds = instrument.domains.flatMap((domain) =>
  domain.aspects.flatMap((aspect) => aspect.indicators.map((indicator) => indicator.id)),
)

const at = '2025-06-02T01:00:00Z'
export const change = (target, field, value) => ({
  id: [target.kind, target.id ?? '', field].join('-').replace(/[^A-Za-z0-9-]/g, ''),
  target,
  field,
  value,
  replaces: [],
  unit: 'Dinas Contoh',
  person: 'Nama Contoh',
  at,
})
const changesOf = (target, fields) =>
  Object.entries(fields).map(([field, value]) => change(target, field, value))

/** Text of a given length, as people write: words, sentences, now and then a paragraph. */
export function text(length, seed = 0) {
  const words =
    'kebijakan penyelenggaraan sistem pemerintahan sudah ditetapkan dan direviu berkala menurut pedoman'
  const list = words.split(' ')
  let result = ''
  for (let at = seed; result.length < length; at += 1) {
    result += `${list[at % list.length]}${at % 13 === 12 ? '. ' : ' '}${at % 60 === 59 ? '\n' : ''}`
  }
  return result
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, '.')
}

/** Full answers of some indicators. */
const changesFor = (ids) => [
  ...changesOf(
    { kind: 'assessment' },
    { institutionKind: 'kabupaten', institutionName: 'Kabupaten Contoh', year: 2025 },
  ),
  ...Array.from({ length: 60 }, (_, at) =>
    changesOf(
      { kind: 'document', id: `dokumen-${at}` },
      {
        title: `Peraturan Bupati Contoh tentang ${text(60, at)}`,
        kind: 'perda-perkada',
        number: String(at + 1),
        date: '2021-05-03',
        issuer: 'Bupati Contoh',
      },
    ),
  ).flat(),
  ...ids.flatMap((indicator, at) => [
    ...changesOf(
      { kind: 'indicator', id: indicator },
      {
        value: 2 + (at % 3),
        facts: text(300, at),
        analysis: text(NOTE, at),
        justification: text(200, at),
        obstacleKinds: ['sdm'],
        obstacle: text(200, at),
        followUp: text(200, at),
        followUpOwner: 'Dinas Contoh',
        followUpDue: '2025-12',
        followUpLevel: 5,
        ...(at >= 31 ? { subject: `Aplikasi Contoh ${at + 1}` } : {}),
      },
    ),
    ...Array.from({ length: 5 }, (_, step) =>
      changesOf(
        { kind: 'citation', id: `rujukan-${at}-${step}` },
        {
          indicator,
          document: `dokumen-${(at * 5 + step) % 60}`,
          pages: `${at + 1}–${at + 3}`,
          label: `Pasal ${at + 1}`,
          level: 2,
        },
      ),
    ).flat(),
  ]),
]

export const changes = changesFor(indicatorIds)

/** The text of a backup with full answers of some indicators of an instrument, and more changes where wanted. */
export const backupOf = (assessment, instrumentRef, ids, more = []) =>
  JSON.stringify({
    format: 'spbe-mandiri/assessment',
    formatVersion: 1,
    appVersion: '0.1.0',
    savedAt: at,
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    assessment: {
      id: assessment,
      instrument: instrumentRef,
      createdAt: at,
      origin: 'own',
      scope: 'all',
    },
    changes: [...changesFor(ids), ...more],
  })

/** The text of a backup of the worked assessment. */
export const worked = (more = []) => backupOf(ASSESSMENT, { id, version, sha256 }, indicatorIds, more)

/** Opens the worked assessment in a page, from a backup as a person would; one is then on its first indicator. */
export async function openWorked(page, address, backup = worked()) {
  await page.goto(address)
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  await page.locator('dialog input[type=file]').setInputFiles({
    name: 'cadangan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backup),
  })
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
  await page.locator('.levels input').first().waitFor({ timeout: 120_000 })
}
