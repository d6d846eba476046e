import { inScope } from '../../answers/assessment'
import { valuesOf } from '../../answers/present'
import { wholeAnswer } from '../../answers/whole'
import { entryOf } from '../../instrument/catalogue'
import { placedIndicators, valueKeys } from '../../instrument/lookup'
import { formatCount } from '../../report/format'
import { reportFileName } from '../../report/file-name'
import type { SheetsKind } from '../../spreadsheet/input'
import type { SheetsInput } from '../../spreadsheet/input'
import type { Job, Progress } from '../../workers/job'
import { startWritingSheets } from '../../workers/spreadsheet-job'
import type { Database } from '../../storage/database'
import { localMinute } from '../app/clock'
import type { Session } from '../session/session'
import { NO_PAGES, readFilePages } from './file-pages'
import type { CheckedFile } from './file-work'

/** What the sheets of the open assessment are made of, as it is now. */
export function sheetsInputOf(session: Session, filePages = NO_PAGES): SheetsInput {
  const { instrument } = session
  const { assessment, local, present, partKeys, evidence, values, score, part } = session.getState()
  const facts = valuesOf(present, { kind: 'assessment' })
  const ids = placedIndicators(instrument)
    .filter(({ indicator }) => inScope(assessment.scope, indicator.id))
    .flatMap(({ indicator }) => [indicator.id, ...valueKeys(indicator)])
  return {
    instrument,
    family: entryOf(assessment.instrument, instrument).family,
    stamp: { instrument: assessment.instrument, assessment: assessment.id },
    institution: facts.institutionName ?? '',
    year: facts.year ?? new Date().getFullYear(),
    scope: assessment.scope,
    unit: local.unit,
    person: local.person,
    answers: new Map(ids.map((id) => [id, wholeAnswer(present, id, partKeys.get(id))])),
    differences: present.differences,
    evidence,
    filePages,
    values,
    score,
    part,
    appVersion: __APP_VERSION__,
    madeAt: localMinute(new Date()),
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How each kind of file is called, and what it is to the system. */
const FILES: Readonly<
  Record<SheetsKind, { title: string; extension: string; type: string; description: string }>
> = {
  workbook: { title: 'Isian', extension: 'xlsx', type: XLSX, description: 'Buku kerja Excel' },
  template: { title: 'Templat', extension: 'xlsx', type: XLSX, description: 'Buku kerja Excel' },
  csv: { title: 'Tabel', extension: 'csv', type: 'text/csv', description: 'Tabel CSV' },
}

/** Writes a workbook, a template or a table of the assessment as it is now. */
export async function makeSheets(
  session: Session,
  kind: SheetsKind,
  database: Database,
  onProgress: Progress,
): Promise<Job<CheckedFile>> {
  await session.flush()
  const input = sheetsInputOf(session, await readFilePages(database))
  const { title, extension, type, description } = FILES[kind]
  const job = startWritingSheets(kind, input, onProgress)
  const result = job.result.then(({ bytes, sheets, rows, answers }) => ({
    name: reportFileName(`${title} ${input.family} ${input.year} ${input.institution}`, extension),
    blob: new Blob([bytes], { type }),
    description,
    counted: [
      ...(kind === 'csv' ? [] : [`${formatCount(sheets)} lembar`]),
      `${formatCount(rows)} indikator`,
      ...(kind === 'template' ? [] : [`${formatCount(answers)} isian`]),
    ],
    warning: '',
  }))
  return { ...job, result }
}
