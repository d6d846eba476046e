/** Backup files, to begin a test with an assessment that is filled in already: laid into the database or opened. */
import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Backup } from '../../src/handover/backup'
import { checkParcel } from '../../src/handover/files/open-parcel'
import { lay } from './laid'
import { catalogueEntry, type Levels } from './instrument'

export interface Filled {
  readonly institution?: string
  readonly year?: number
  readonly scope?: 'all' | readonly string[]
  readonly values?: Levels
  /** Other fields of answers, by indicator id. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly documents?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly citations?: readonly Readonly<Record<string, unknown>>[]
}

/** The text of a backup file with one change for every field given. */
export function backupOf({
  institution = 'Kabupaten Contoh',
  year = 2025,
  scope = 'all',
  values = {},
  answers = {},
  documents = {},
  citations = [],
}: Filled): string {
  const at = '2025-06-12T02:15:00.000Z'
  const change = (target: object, field: string, value: unknown) => ({
    id: randomUUID(),
    target,
    field,
    value,
    replaces: [],
    unit: 'Dinas Kominfo',
    person: 'Rina',
    at,
  })
  const all = (target: object, fields: object) =>
    Object.entries(fields).map(([field, value]) => change(target, field, value))
  const { id, version, sha256 } = catalogueEntry
  return JSON.stringify({
    format: 'spbe-mandiri/assessment',
    formatVersion: 1,
    appVersion: '0.1.0',
    savedAt: at,
    unit: 'Dinas Kominfo',
    person: 'Rina',
    assessment: {
      id: randomUUID(),
      instrument: { id, version, sha256 },
      createdAt: at,
      origin: 'own',
      scope,
    },
    changes: [
      ...all({ kind: 'assessment' }, { institutionKind: 'kabupaten', institutionName: institution, year }),
      ...Object.entries(values).map(([id, level]) => change({ kind: 'indicator', id }, 'value', level)),
      ...Object.entries(answers).flatMap(([id, fields]) => all({ kind: 'indicator', id }, fields)),
      ...Object.entries(documents).flatMap(([id, fields]) => all({ kind: 'document', id }, fields)),
      ...citations.flatMap((fields) => all({ kind: 'citation', id: randomUUID() }, fields)),
    ],
  })
}

/** Opens a backup from Beranda as people do, and waits for its indicator page. */
export async function openBackup(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Buka atau pulihkan dari cadangan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Buka atau pulihkan dari cadangan' })
  await dialog.getByLabel('Berkas cadangan atau isian').setInputFiles({
    name: 'Cadangan-uji.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await dialog.getByRole('button', { name: 'Buka', exact: true }).click()
  await expect(page.getByRole('radiogroup')).toBeVisible()
}

/** Isi of an assessment with these contents, at its first indicator. */
export async function begin(page: Page, filled: Filled = {}): Promise<void> {
  const [id] = await lay(page, backupOf(filled))
  await page.goto(`./#/nilai/${id}/isi`)
  await expect(page.getByRole('radiogroup')).toBeVisible()
}

/** What is said in a parcel that was written, once all of it was found whole. */
export async function backupIn(path: string): Promise<Backup> {
  const reading = await checkParcel(new Blob([readFileSync(path)]))
  if (reading.status === 'refused') throw new Error(reading.fault.kind)
  if (reading.fault || !reading.backup) throw new Error(reading.fault?.kind ?? 'no backup')
  return reading.backup
}
