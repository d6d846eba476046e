import { createHash } from 'node:crypto'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { presentOf, valuesOf } from '../../src/answers/present'
import { evidenceOf } from '../../src/evidence/evidence'
import { shippedInstruments } from '../../src/instrument/catalogue'
import { instrumentSchema } from '../../src/instrument/schema'
import type { AppServices } from '../../src/screens/app/app-context'
import { createAssessment, newlyStored, storeAssessment } from '../../src/screens/session/create'
import type { Entry } from '../../src/screens/session/session'
import { listAssessments } from '../../src/storage/assessments'
import { readChanges } from '../../src/storage/changes'
import { keepInstrument } from '../../src/storage/instruments'
import { ASSESSMENT, changesOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'
import { readShipped } from '../examples/spbe-2020'
import { freshServices, renderApp } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

/** Stores an assessment of "Kabupaten Contoh" of any year. */
function store(year: number, entries: readonly Entry[]): Promise<string> {
  const [instrument] = shippedInstruments.filter(({ id }) => id === 'spbe-2020')
  if (!instrument) throw new Error('the instrument is not shipped')
  return createAssessment(services, {
    instrument,
    origin: 'own',
    scope: 'all',
    author: { unit: 'Dinas Contoh', person: 'Nama Contoh' },
    entries: [
      { target: ASSESSMENT, field: 'institutionKind', value: 'kabupaten' },
      { target: ASSESSMENT, field: 'institutionName', value: 'Kabupaten Contoh' },
      { target: ASSESSMENT, field: 'year', value: year },
      ...entries,
    ],
  })
}

const entry = (target: ReturnType<typeof indicatorTarget>, field: string, value: string | number) => ({
  target,
  field,
  value,
})

/** The 2024 assessment that the new one is begun from. */
function storeOld(): Promise<string> {
  const document = documentTarget('perwali')
  const citation = citationTarget('rujukan')
  return store(2024, [
    entry(indicatorTarget('I01'), 'value', 3),
    entry(indicatorTarget('I01'), 'analysis', 'Arsitektur sudah ditetapkan.'),
    { target: document, field: 'title', value: 'Peraturan Wali Kota' },
    { target: document, field: 'date', value: '2021-05-03' },
    { target: citation, field: 'indicator', value: 'I01' },
    { target: citation, field: 'document', value: 'perwali' },
    { target: citation, field: 'pages', value: '14' },
  ])
}

/** What is stored of the newest assessment. */
async function storedSuccessor(source: string) {
  const { assessments } = await listAssessments(services.database)
  const stored = assessments.find(({ assessment }) => assessment.id !== source)
  if (!stored) throw new Error('no successor')
  const present = presentOf(await readChanges(services.database, stored.assessment.id))
  return { stored, present, id: stored.assessment.id }
}

describe('a new assessment from an old one', () => {
  test('is asked with everything known filled in, and begins empty with its source remembered', async () => {
    const source = await storeOld()
    const { user } = renderApp(services, '#/')
    await user.click(await screen.findByText('Lainnya'))
    await user.click(screen.getByRole('link', { name: 'Penilaian baru dari yang ini' }))
    const year = await screen.findByRole('textbox', { name: /Tahun penilaian/ })
    expect(year).toHaveValue('2025')
    expect(screen.getByRole('textbox', { name: 'Nama lengkap instansi' })).toHaveValue('Kabupaten Contoh')
    expect(screen.getByRole('textbox', { name: 'Unit Anda' })).toHaveValue('Dinas Contoh')
    await user.clear(year)
    await user.click(screen.getByRole('button', { name: 'Buat dan lihat daftar kerja' }))
    expect(await screen.findByText(/Tulis tahun dengan empat angka/)).toBeInTheDocument()
    await user.type(year, '2025')
    await user.click(screen.getByRole('button', { name: 'Buat dan lihat daftar kerja' }))
    await screen.findByRole('heading', { level: 1, name: 'Daftar kerja' })
    const { present } = await storedSuccessor(source)
    expect(valuesOf(present, { kind: 'assessment' })).toMatchObject({ year: 2025, sourceAssessment: source })
    expect([...present.targets.keys()]).toEqual(['assessment'])
  })

  test('says so when its source is gone', async () => {
    renderApp(services, '#/mulai/tidak-ada')
    expect(
      await screen.findByRole('heading', { name: 'Penilaian asal tidak ada di komputer ini' }),
    ).toBeInTheDocument()
  })
})

function begin(source: string, year = 2025): Promise<string> {
  return store(year, [{ target: ASSESSMENT, field: 'sourceAssessment', value: source }])
}

describe('Daftar kerja and Isi', () => {
  test('a text is taken over on Isi by one press and given back by another', async () => {
    const source = await storeOld()
    const id = await begin(source)
    const { user } = renderApp(services, `#/nilai/${id}/isi/I01`)
    const analysis = await screen.findByRole('textbox', { name: 'Analisis' })
    const take = () => screen.queryByRole('button', { name: 'Ambil Analisis' })
    expect(await screen.findByText('Arsitektur sudah ditetapkan.')).toBeInTheDocument()
    // Each proposal stands with its own field.
    const evidence = within(screen.getByRole('region', { name: /Bukti/ }))
    expect(await evidence.findByText('Berumur 4 tahun')).toBeInTheDocument()
    expect(analysis).toHaveValue('')
    await user.click(take() as HTMLElement)
    expect(analysis).toHaveValue('Arsitektur sudah ditetapkan.')
    expect(analysis).toHaveFocus()
    await waitFor(() => expect(take()).not.toBeInTheDocument())
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(analysis).toHaveValue('')
    await waitFor(() => expect(take()).toBeInTheDocument())
    // All at one press, and back.
    const overview = within(screen.getByRole('region', { name: /^Dari penilaian 2024/ }))
    await user.click(overview.getByRole('button', { name: 'Pakai semua' }))
    expect(analysis).toHaveValue('Arsitektur sudah ditetapkan.')
    expect(await overview.findByText(/Tidak ada lagi usulan/)).toBeInTheDocument()
    expect(evidence.getByText('1 dirujuk')).toBeInTheDocument()
    expect(await screen.findByText('2 usulan diambil')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Urungkan' }))
    expect(analysis).toHaveValue('')
    expect(await overview.findByText('2 usulan')).toBeInTheDocument()
    // Nothing of it counts as a level.
    expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true)
  })

  test('a citation brings its document; nothing else comes along', async () => {
    const source = await storeOld()
    const id = await begin(source)
    const { user } = renderApp(services, `#/nilai/${id}/daftar-kerja`)
    await screen.findByRole('heading', { level: 1, name: 'Daftar kerja' })
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Tampilkan' }), 'Pakai lagi')
    expect(screen.getByText('1 indikator ditampilkan')).toBeInTheDocument()
    const row = screen.getByRole('link', { name: /^1 / }).closest('li') as HTMLElement
    expect(within(row).getByText('2 usulan')).toBeInTheDocument()
    await user.click(within(row).getByText(/^Bahan lama/))
    await user.click(within(row).getByRole('button', { name: /^Ambil Rujukan Peraturan Wali Kota/ }))
    expect(within(row).getByText('Sudah ada di sini')).toBeInTheDocument()
    expect(within(row).getByText('1 usulan')).toBeInTheDocument()
    await screen.findByText(/Peraturan Wali Kota.* diambil/)
    const { present } = await storedSuccessor(source)
    const { documents, citations } = evidenceOf(present)
    expect(documents.map(({ id: document }) => document)).toEqual(['perwali'])
    expect(citations.get('I01')?.[0]).toMatchObject({ id: 'rujukan', pages: '14' })
    expect(present.targets.has('indicator:I01')).toBe(false)
  })

  test('from another instrument it names the judgement as ours, and what does not go on', async () => {
    const { bytes, json } = readShipped('spbe-2018')
    const instrument = instrumentSchema.parse(json)
    const ref = { id: instrument.id, version: 1, sha256: createHash('sha256').update(bytes).digest('hex') }
    await keepInstrument(services.database, ref, bytes.toString('utf8'))
    const at = '2020-06-02T01:00:00Z'
    const assessment = {
      id: 'lama',
      instrument: ref,
      createdAt: at,
      origin: 'own' as const,
      scope: 'all' as const,
    }
    await storeAssessment(services, newlyStored(assessment, { unit: '', person: '' }, at), [
      ...changesOf(ASSESSMENT, { institutionKind: 'kota', institutionName: 'Kota Contoh', year: 2020 }),
      ...changesOf(indicatorTarget('I03'), { analysis: 'Rencana induk berlaku.' }),
      ...changesOf(indicatorTarget('I02'), { analysis: 'Tidak bersambung.' }),
    ])
    const id = await begin('lama', 2021)
    const { user } = renderApp(services, `#/nilai/${id}/daftar-kerja`)
    expect(await screen.findByText('menurut penilaian kami')).toBeInTheDocument()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tampilkan' }), 'Masih ada usulan')
    expect(screen.getByText('2 indikator ditampilkan')).toBeInTheDocument()
    await user.click(screen.getAllByText(/^Bahan lama/, { selector: 'summary' })[0] as HTMLElement)
    expect(
      await screen.findByText(/padanan kuat menurut penilaian kami\. Rencana induk dipecah/),
    ).toBeInTheDocument()
    expect(screen.getByText(/dari indikator 3 /)).toBeInTheDocument()
    await user.click(screen.getByText('Yang tidak bersambung'))
    expect(screen.getByText('Tidak bersambung.')).toBeInTheDocument()
  })

  test('says what to do where there is no source', async () => {
    const id = await store(2025, [])
    const { unmount } = renderApp(services, `#/nilai/${id}/daftar-kerja`)
    expect(await screen.findByText(/tidak dimulai dari penilaian lain/)).toBeInTheDocument()
    unmount()
    const orphan = await begin('tidak-ada')
    renderApp(services, `#/nilai/${orphan}/daftar-kerja`)
    expect(await screen.findByText('Penilaian asal tidak ada di komputer ini.')).toBeInTheDocument()
  })
})
