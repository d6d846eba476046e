import { expect, test } from 'vitest'
import { writeSheets } from '../../src/spreadsheet/files/write-checked'
import { sheetsSize } from '../../src/spreadsheet/size'
import { changeOf, indicatorTarget } from '../examples/changes'
import { fullAssessment } from '../examples/full-assessment'
import { indicatorIds } from '../examples/spbe-2020'
import { noteOf } from '../report/fixture'
import { sheetsInputOf } from './fixture'

const noted = indicatorIds.flatMap((id, index) => [
  changeOf(`${id}-analysis`, indicatorTarget(id), 'analysis', `${noteOf(index)} ${noteOf(index + 3)}`),
  changeOf(`${id}-value`, indicatorTarget(id), 'value', 1 + (index % 5)),
])

test.each(
  (['workbook', 'template', 'csv'] as const).flatMap((kind) => [
    [kind, 'full', fullAssessment] as const,
    [kind, 'long', noted] as const,
    [kind, 'empty', []] as const,
  ]),
)('the size said of a %s, %s, before it is made is within a third of it', async (kind, _, changes) => {
  const input = sheetsInputOf(changes)
  const { bytes } = await writeSheets(kind, input, () => undefined)
  const share = sheetsSize(kind, input) / bytes.byteLength
  expect(share).toBeGreaterThan(0.67)
  expect(share).toBeLessThan(1.34)
})
