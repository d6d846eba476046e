import { expect, it } from 'vitest'
import { renderPdf } from '../../../src/report/pdf/render'
import { reportSize } from '../../../src/report/pdf-size'
import { reportFixture } from '../fixture'

it.each([
  ['full', reportFixture()],
  ['without an answer', reportFixture({ blank: 'all' })],
  ['of one indicator', reportFixture({ scope: ['I21'] })],
])('the size said before a report %s is made is within a quarter of it', async (_, model) => {
  const { bytes } = await renderPdf({ kind: 'report', model })
  expect(reportSize(model) / bytes.length).toBeGreaterThan(0.75)
  expect(reportSize(model) / bytes.length).toBeLessThan(1.25)
})
