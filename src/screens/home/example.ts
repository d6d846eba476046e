import { shippedInstruments } from '../../instrument/catalogue'
import type { AppServices } from '../app/app-context'
import { createAssessment } from '../session/create'

/** Loads the published results of Kota Bandar Lampung 2022 (1,50 Kurang) as an example and returns its id. */
export async function loadExample(services: AppServices): Promise<string> {
  const { default: example } = await import('./example-2022.json')
  const instrument = shippedInstruments.find((entry) => entry.id === example.instrument)
  if (!instrument) throw new RangeError(`instrument ${example.instrument} is not shipped`)
  const target = { kind: 'assessment' } as const
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
    ],
  })
}
