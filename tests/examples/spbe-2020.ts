import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instrumentSchema, type Instrument } from '../../src/instrument/schema'

/** The folder of the shipped questionnaires. */
export const DATA_FOLDER = join(import.meta.dirname, '../../src/instrument/data')

/** A shipped questionnaire as it lies in its file. */
export function readShipped(id: string): { readonly bytes: Buffer; readonly json: unknown } {
  const bytes = readFileSync(join(DATA_FOLDER, `${id}.json`))
  return { bytes, json: JSON.parse(bytes.toString('utf8')) }
}

/** The questionnaire that most tests work on. */
export const spbe2020: Instrument = instrumentSchema.parse(readShipped('spbe-2020').json)

/** Ids of its indicators, in order. */
export const indicatorIds: readonly string[] = spbe2020.domains.flatMap((domain) =>
  domain.aspects.flatMap((aspect) => aspect.indicators.map((indicator) => indicator.id)),
)

/** The same level for every indicator. */
export function allAt(level: number): Map<string, number> {
  return new Map(indicatorIds.map((id) => [id, level]))
}

/** The questionnaire with one indicator rated in three parts; weights are tripled so that each part's is whole. */
export function withThreeParts(indicatorId: string): Instrument {
  return {
    ...spbe2020,
    weightDenominator: spbe2020.weightDenominator * 3,
    domains: spbe2020.domains.map((domain) => ({
      ...domain,
      weightUnits: domain.weightUnits * 3,
      aspects: domain.aspects.map((aspect) => ({
        ...aspect,
        weightUnits: aspect.weightUnits * 3,
        indicators: aspect.indicators.map((indicator) => ({
          ...indicator,
          weightUnits: indicator.weightUnits * 3,
          ...(indicator.id === indicatorId ? { parts: 3 } : {}),
        })),
      })),
    })),
  }
}
