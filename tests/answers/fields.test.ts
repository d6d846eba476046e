import { describe, expect, it } from 'vitest'
import { assessmentSchema, inScope } from '../../src/answers/assessment'
import {
  DOCUMENT_KINDS,
  fieldSchema,
  fieldSchemas,
  INSTITUTION_KINDS,
  isTyped,
  OBSTACLE_KINDS,
  type TargetKind,
} from '../../src/answers/fields'
import { INSTITUTION_LABELS, OBSTACLE_LABELS, STATUS_LABELS } from '../../src/answers/labels'

const kinds = Object.keys(fieldSchemas) as TargetKind[]

describe('the list of fields', () => {
  it('knows for each field whether one types at length in it', () => {
    const typed = kinds.flatMap((kind) =>
      Object.keys(fieldSchemas[kind])
        .filter((field) => isTyped(kind, field))
        .map((field) => `${kind}.${field}`),
    )
    expect(typed).toEqual([
      'assessment.institutionName',
      'assessment.headName',
      'assessment.headPost',
      'assessment.headNip',
      'assessment.coordinatorName',
      'assessment.coordinatorPost',
      'assessment.coordinatorNip',
      'assessment.leadAssessorName',
      'assessment.leadAssessorPost',
      'assessment.leadAssessorNip',
      'assessment.closingPlace',
      'assessment.closingDate',
      'assessment.recordNumber',
      'assessment.consentNumber',
      'indicator.subject',
      'indicator.facts',
      'indicator.analysis',
      'indicator.justification',
      'indicator.obstacle',
      'indicator.followUp',
      'indicator.followUpOwner',
      'indicator.followUpDue',
      'document.title',
      'document.number',
      'document.date',
      'document.issuer',
      'document.link',
      'citation.pages',
      'citation.label',
      'citation.remark',
      'citation.pdfPages',
      'question.answer',
      'pastYear.note',
    ])
  })

  it('has no field by the name of something every object has', () => {
    for (const kind of kinds) {
      for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '']) {
        expect(fieldSchema(kind, name)).toBeUndefined()
        expect(isTyped(kind, name)).toBe(false)
      }
    }
  })

  it('has a word for everything in its closed lists', () => {
    expect(Object.keys(OBSTACLE_LABELS).sort()).toEqual([...OBSTACLE_KINDS].sort())
    expect(Object.keys(INSTITUTION_LABELS).sort()).toEqual([...INSTITUTION_KINDS].sort())
    expect(Object.values(STATUS_LABELS)).toEqual(['Belum', 'Sebagian', 'Lengkap'])
    expect(new Set(DOCUMENT_KINDS).size).toBe(DOCUMENT_KINDS.length)
  })
})

describe('an assessment', () => {
  const good = {
    id: 'e7f0c1d2-0000-4000-8000-000000000001',
    instrument: { id: 'spbe-2020', version: 1, sha256: 'ab'.repeat(32) },
    createdAt: '2025-06-02T01:00:00.000Z',
    origin: 'own',
    scope: 'all',
  }

  it('is read as it was written', () => {
    expect(assessmentSchema.parse(good)).toEqual(good)
    expect(assessmentSchema.parse({ ...good, scope: ['I01', 'I02'] }).scope).toEqual(['I01', 'I02'])
  })

  it.each([
    ['an empty scope', { scope: [] }],
    ['a scope that is a word', { scope: 'some' }],
    ['an unknown origin', { origin: 'found' }],
    ['a fingerprint that is none', { instrument: { ...good.instrument, sha256: 'AB' } }],
    ['a version before the first', { instrument: { ...good.instrument, version: 0 } }],
    ['an id with a slash', { id: 'a/b' }],
    ['a time without a zone', { createdAt: '2025-06-02T01:00' }],
  ])('is refused with %s', (_, wrong) => {
    expect(assessmentSchema.safeParse({ ...good, ...wrong }).success).toBe(false)
  })

  it('has all indicators in its scope, or those chosen', () => {
    expect(inScope('all', 'I01')).toBe(true)
    expect(inScope(['I01'], 'I01')).toBe(true)
    expect(inScope(['I01'], 'I02')).toBe(false)
  })
})
