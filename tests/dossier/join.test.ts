import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { joinVolume, type JoinSources } from '../../src/dossier/files/join-volume'
import { USUAL_OPTIONS } from '../../src/dossier/options'
import { planDossier } from '../../src/dossier/plan'
import { volumeModels } from '../../src/dossier/volume-model'
import { readBack } from '../report/pdf/read-back'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { dossierFixture, type DossierFixture } from './fixture'
import { textPdf } from './made-files'

function sourcesOf({ bytes }: DossierFixture): JoinSources {
  return {
    read: (sha256) => Promise.resolve(bytes.get(sha256) ?? null),
    decode: () => Promise.resolve(null),
  }
}

async function joined(fixture: DossierFixture, options = USUAL_OPTIONS) {
  const plan = planDossier(fixture.input, fixture.files, options)
  const models = volumeModels(plan, false)
  const parts: Uint8Array[] = []
  const [volume] = plan.volumes
  const [model] = models
  if (!volume || !model) throw new Error('no volume')
  const joining = await joinVolume(
    volume,
    model,
    sourcesOf(fixture),
    (bytes) => void parts.push(bytes.slice()),
  )
  return { plan, joining, bytes: new Uint8Array(Buffer.concat(parts)) }
}

const pdf = (id: string, pages: number) => ({
  id,
  file: {
    name: `${id}.pdf`,
    mediaType: 'pdf' as const,
    bytes: textPdf(`Naskah ${id}`, pages),
    facts: { pages },
  },
})

describe('a dossier', () => {
  test('leads from claims to pages and back', async () => {
    const fixture = dossierFixture(
      [pdf('A', 3), pdf('B', 40)],
      [
        ['I01', 'A', '2'],
        ['I01', 'B', '31'],
        ['I21', 'B', '14–16'],
      ],
    )
    const { joining, bytes } = await joined(fixture)
    if (process.env.KEEP_PDF) writeFileSync(process.env.KEEP_PDF, bytes)
    expect(joining.status).toBe('joined')
    expect(faultsByQpdf(bytes)).toBe('')
    const read = await readBack(bytes)
    expect(read.pages.length).toBeGreaterThan(40)
  })
})
