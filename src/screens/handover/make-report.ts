import { valuesOf } from '../../answers/present'
import { FORMAT_VERSION } from '../../handover/backup'
import { entryOf } from '../../instrument/catalogue'
import { buildReport } from '../../report/build'
import { buildPaper, type PaperKind } from '../../report/closing-papers'
import type { ReportInput } from '../../report/input'
import { buildOnePage } from '../../report/one-page'
import type { PrintedDocument } from '../../report/pdf/render'
import { NO_YEARS, type YearsTold } from '../../report/year-rows'
import { localMinute } from '../app/clock'
import { NO_PAGES } from './file-pages'
import { answersOf, generalAnswersIn, undecidedOf } from '../session/derived'
import type { Session } from '../session/session'

/** The report of the open assessment as it is now; `filePages` are the pages of its files by SHA-256, `years` what other years came to. */
export function reportOf(
  session: Session,
  filePages: ReadonlyMap<string, number>,
  years: YearsTold,
): PrintedDocument {
  return { kind: 'report', model: buildReport(reportInputOf(session, filePages, years)) }
}

/** The one-page summary of the open assessment as it is now; `years` is what other years came to. */
export function onePageOf(session: Session, years: YearsTold): PrintedDocument {
  return { kind: 'one-page', model: buildOnePage(reportInputOf(session, NO_PAGES, years)) }
}

/** A closing paper of the open assessment as it is now. */
export function paperOf(session: Session, kind: PaperKind): PrintedDocument {
  return { kind: 'paper', model: buildPaper(reportInputOf(session), kind) }
}

/** What reports, summaries and closing papers of the open assessment are told from. */
export function reportInputOf(session: Session, filePages = NO_PAGES, years = NO_YEARS): ReportInput {
  const { instrument } = session
  const { assessment, local, present, evidence, values, score, part } = session.getState()
  const facts = valuesOf(present, { kind: 'assessment' })
  const { family, familyName } = entryOf(assessment.instrument, instrument)
  return {
    instrument,
    family,
    familyName,
    instrumentHash: assessment.instrument.sha256,
    institution: facts.institutionName ?? '',
    year: facts.year ?? new Date().getFullYear(),
    facts,
    scope: assessment.scope,
    example: assessment.origin === 'example',
    unit: local.unit,
    person: local.person,
    answers: answersOf(instrument, assessment, present),
    generalAnswers: generalAnswersIn(instrument, present),
    undecided: undecidedOf(instrument, present),
    evidence,
    years,
    filePages,
    values,
    score,
    part,
    appVersion: __APP_VERSION__,
    formatVersion: FORMAT_VERSION,
    madeAt: localMinute(new Date()),
  }
}
