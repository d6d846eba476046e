/** Questionnaires that differ from the first one where code might have counted on it. */
import type { Instrument } from '../../src/instrument/schema'
import { spbe2020, withThreeParts } from '../examples/spbe-2020'

/** Levels begin at 0. */
const fromZero: Instrument = {
  ...spbe2020,
  scale: { min: 0, max: 5 },
  maturityModels: Object.fromEntries(
    Object.entries(spbe2020.maturityModels).map(([name, model]) => [
      name,
      { ...model, levels: [{ level: 0, name: 'Belum ada', description: 'Belum ada.' }, ...model.levels] },
    ]),
  ),
  predicates: spbe2020.predicates.map((predicate, at) => (at === 0 ? { ...predicate, min: 0 } : predicate)),
}

/** Values are decimals, and predicates have another name. */
const decimal: Instrument = {
  ...spbe2020,
  valueMode: 'decimal',
  predicates: spbe2020.predicates.map((predicate) => ({ ...predicate, alias: `Tahap ${predicate.min}` })),
}

/** No tier of domains. */
const oneDomain: Instrument = {
  ...spbe2020,
  domains: [
    {
      id: 'D0',
      number: 1,
      name: 'Semua',
      weightUnits: spbe2020.domains.reduce((sum, domain) => sum + domain.weightUnits, 0),
      aspects: spbe2020.domains.flatMap((domain) => domain.aspects),
    },
  ],
}

/** What values each can hold, from the lowest. */
export const instruments: readonly (readonly [
  name: string,
  instrument: Instrument,
  values: readonly number[],
])[] = [
  ['levels from 1', spbe2020, [1, 2, 3, 4, 5]],
  ['levels from 0', fromZero, [0, 1, 2, 3, 4, 5]],
  ['decimals', decimal, [1, 1.0001, 2.345, 3.1415, 4.995, 5]],
  ['no tier of domains', oneDomain, [1, 2, 3, 4, 5]],
  ['an indicator in three parts', withThreeParts('I35'), [1, 2, 3, 4, 5]],
]
