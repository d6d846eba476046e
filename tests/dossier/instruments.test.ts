/** Dossiers of the other instruments: parts of indicators, a level 0, values with decimals. */
import { expect, test } from 'vitest'
import { drawVolume } from '../../src/dossier/files/draw-volume'
import { joinVolume } from '../../src/dossier/files/join-volume'
import { USUAL_OPTIONS } from '../../src/dossier/options'
import { planDossier } from '../../src/dossier/plan'
import { volumeModels } from '../../src/dossier/volume-model'
import pemdi from '../../src/instrument/data/pemdi-2026.json'
import spbe2018 from '../../src/instrument/data/spbe-2018.json'
import { placedIndicators } from '../../src/instrument/lookup'
import type { Instrument } from '../../src/instrument/schema'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { readBack } from '../report/pdf/read-back'
import { followLinks } from './follow-links'
import { dossierFixture, type Cite } from './fixture'
import { textPdf } from './made-files'

test.each([
  ['Pemdi 2026', pemdi],
  ['SPBE 2018', spbe2018],
])('a dossier of %s leads from each claim to its page and back', async (_, data) => {
  const instrument = data as unknown as Instrument
  const pages = 5
  const bytes = await textPdf('Naskah dinas', pages)
  const indicators = placedIndicators(instrument).map(({ indicator }) => indicator)
  const [first] = indicators
  if (!first) throw new Error('no indicators')
  const cites = indicators.map(({ id }, index): Cite => [id, 'A', String(1 + (index % pages))])
  const fixture = dossierFixture(
    [{ id: 'A', file: { name: 'a.pdf', mediaType: 'pdf', bytes, facts: { pages } } }],
    cites,
    { instrument, blank: new Set(), answers: new Map([[first.id, { value: instrument.scale.min }]]) },
  )
  const plan = planDossier(fixture.input, fixture.files, USUAL_OPTIONS)
  const [volume] = plan.volumes
  const [model] = volumeModels(plan)
  if (!volume || !model) throw new Error('no volume')
  const parts: Uint8Array[] = []
  const read = (sha256: string) => Promise.resolve(new Uint8Array(fixture.bytes.get(sha256) ?? []))
  const sources = { read, isSigned: () => Promise.resolve(false), decode: () => Promise.resolve(null) }
  const joining = await joinVolume(
    volume,
    await drawVolume(model),
    sources,
    (piece) => void parts.push(piece.slice()),
  )
  expect(joining.status).toBe('joined')
  const pdf = new Uint8Array(Buffer.concat(parts))
  expect(faultsByQpdf(pdf)).toBe('')
  const { faults, claims } = followLinks(await readBack(pdf))
  expect(faults).toEqual([])
  expect(claims.map(({ mark, filePage }) => [mark, filePage])).toEqual(
    indicators.map(({ number }, index) => [`${number}.a`, 1 + (index % pages)]),
  )
  for (const { proof, filePage } of claims)
    expect(proof.text).toContain(`halaman asli ${filePage} dari ${pages}`)
})
