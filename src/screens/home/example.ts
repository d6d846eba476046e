import { shippedInstruments } from '../../instrument/catalogue'
import type { AppServices } from '../app/app-context'
import { newId } from '../app/new-id'
import { createAssessment } from '../session/create'

/** Loads the published results of Kota Bandar Lampung 2022, with those of 2021 beside them, and returns its id. */
export async function loadExample(services: AppServices): Promise<string> {
  const [{ default: example }, { default: before }] = await Promise.all([
    import('./example-2022.json'),
    import('./example-2021.json'),
  ])
  const instrument = shippedInstruments.find((entry) => entry.id === example.instrument)
  if (!instrument) throw new RangeError(`instrument ${example.instrument} is not shipped`)
  const target = { kind: 'assessment' } as const
  const past = { kind: 'pastYear', id: newId() } as const
  return createAssessment(services, {
    instrument,
    origin: 'example',
    scope: 'all',
    author: { unit: 'Hasil yang diterbitkan', person: '' },
    entries: [
      { target, field: 'institutionKind', value: example.institutionKind },
      { target, field: 'institutionName', value: example.institutionName },
      { target, field: 'year', value: example.year },
      ...Object.entries(example.values).map(([id, value]) => ({
        target: { kind: 'indicator', id } as const,
        field: 'value',
        value,
      })),
      { target: past, field: 'year', value: before.year },
      { target: past, field: 'instrument', value: before.instrument },
      { target: past, field: 'index', value: before.index },
      { target: past, field: 'nodes', value: before.nodes },
      { target: past, field: 'note', value: before.source },
    ],
  })
}
