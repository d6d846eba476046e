import { valuesOf } from '../../answers/present'
import { FORMAT_VERSION } from '../../handover/backup'
import { findShipped } from '../../instrument/catalogue'
import { buildReport } from '../../report/build'
import type { ReportModel } from '../../report/model'
import { localMinute } from '../app/clock'
import { answersOf, undecidedOf } from '../session/derived'
import type { Session } from '../session/session'

/** The report of the open assessment as it is now. */
export function reportOf(session: Session): ReportModel {
  const { instrument } = session
  const { assessment, local, present, evidence, values, score, part } = session.getState()
  const facts = valuesOf(present, { kind: 'assessment' })
  const shipped = findShipped(assessment.instrument)
  return buildReport({
    instrument,
    family: shipped?.family ?? instrument.id,
    familyName: shipped?.familyName ?? instrument.title,
    instrumentHash: assessment.instrument.sha256,
    institution: facts.institutionName ?? '',
    year: facts.year ?? new Date().getFullYear(),
    scope: assessment.scope,
    example: assessment.origin === 'example',
    unit: local.unit,
    person: local.person,
    answers: answersOf(instrument, assessment, present),
    undecided: undecidedOf(instrument, present),
    evidence,
    values,
    score,
    part,
    appVersion: __APP_VERSION__,
    formatVersion: FORMAT_VERSION,
    madeAt: localMinute(new Date()),
  })
}
