import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeSchema } from '../../src/answers/change'
import { buildReport } from '../../src/report/build'
import { fullAssessment, reportInputOf } from '../examples/full-assessment'

const GOLDEN = join(import.meta.dirname, '../examples/report-model.golden.json')
const HOW_TO_UPDATE =
  'the report says something else than the committed one; if that is meant, read the difference after: ' +
  'UPDATE_GOLDEN=1 npx vitest run tests/report/golden.test.ts'

describe('the report of a whole worked assessment', () => {
  const model = buildReport(reportInputOf(fullAssessment))

  it('is made of changes that the app would take', () => {
    for (const change of fullAssessment) expect(changeSchema.parse(change)).toEqual(change)
    const ids = fullAssessment.map((change) => change.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says exactly what the committed report says', () => {
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, `${JSON.stringify(model, null, 2)}\n`)
    expect(existsSync(GOLDEN), HOW_TO_UPDATE).toBe(true)
    const golden: unknown = JSON.parse(readFileSync(GOLDEN, 'utf8'))
    expect(model, HOW_TO_UPDATE).toStrictEqual(golden)
  })

  it('is plain data, which a worker can be sent', () => {
    expect(structuredClone(model)).toStrictEqual(model)
    expect(JSON.parse(JSON.stringify(model))).toStrictEqual(model)
  })

  it('is the same however the changes reached us, as long as each target came in the same order', () => {
    const twice = buildReport(reportInputOf([...fullAssessment, ...fullAssessment]))
    expect(twice).toStrictEqual(model)
  })
})
