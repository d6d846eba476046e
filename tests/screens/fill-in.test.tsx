import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readChanges } from '../../src/storage/changes'
import type * as RowViewModule from '../../src/screens/fill-in/indicator-row-view'
import type { IndicatorRowViewProps } from '../../src/screens/fill-in/indicator-row-view'
import type * as NoteSectionModule from '../../src/screens/fill-in/note-section'
import type * as IndexFactModule from '../../src/screens/strip/index-fact'
import type { AppServices } from '../../src/screens/app/app-context'
import { freshServices, renderApp, storeExample } from './render-app'

const rowRenders = vi.hoisted(() => new Map<number, number>())
const stripRenders = vi.hoisted(() => ({ count: 0 }))
const noteRenders = vi.hoisted(() => ({ count: 0 }))

vi.mock('../../src/screens/fill-in/indicator-row-view', async (load) => {
  const { IndicatorRowView } = await load<typeof RowViewModule>()
  return {
    IndicatorRowView(props: IndicatorRowViewProps) {
      rowRenders.set(props.number, (rowRenders.get(props.number) ?? 0) + 1)
      return <IndicatorRowView {...props} />
    },
  }
})

vi.mock('../../src/screens/strip/index-fact', async (load) => {
  const { IndexFact } = await load<typeof IndexFactModule>()
  return {
    IndexFact() {
      stripRenders.count += 1
      return IndexFact()
    },
  }
})

vi.mock('../../src/screens/fill-in/note-section', async (load) => {
  const { NoteSection } = await load<typeof NoteSectionModule>()
  return {
    NoteSection(props: Parameters<typeof NoteSection>[0]) {
      noteRenders.count += 1
      return NoteSection(props)
    },
  }
})

let services: AppServices
let assessment: string

beforeEach(async () => {
  services = await freshServices()
  assessment = await storeExample(services)
})

async function openIndicator(id: string) {
  const opened = renderApp(services, `#/nilai/${assessment}/isi/${id}`)
  await screen.findByRole('radiogroup')
  return opened
}

function forgetRenders(): void {
  rowRenders.clear()
  stripRenders.count = 0
  noteRenders.count = 0
}

const saved = () => screen.findAllByText(/^Tersimpan \d\d\.\d\d$/)

describe('choosing a level', () => {
  test('is said, saved and shown in the list, the strip and the rail', async () => {
    const { user } = await openIndicator('I21')
    await user.click(screen.getByRole('radio', { name: /3\s*Terdefinisi/ }))

    expect(screen.getByRole('radio', { name: /3\s*Terdefinisi/ })).toBeChecked()
    expect(await screen.findByText('Tingkat 3. 2 bukti diminta.')).toBeInTheDocument()
    expect(await screen.findByText('1/47')).toBeInTheDocument()
    expect(
      await within(screen.getByRole('complementary')).findByText('Tingkat 3 dipilih'),
    ).toBeInTheDocument()
    await waitFor(async () => {
      const changes = await readChanges(services.database, assessment)
      expect(changes.filter((change) => change.field === 'value')).toMatchObject([
        { value: 3, target: { kind: 'indicator', id: 'I21' }, unit: 'Dinas Contoh', person: 'Nama Contoh' },
      ])
    })
  })

  test('renders its own row and the strip once, and no other row', async () => {
    const { user } = await openIndicator('I21')
    await user.click(screen.getByRole('radio', { name: /2\s*Terkelola/ }))
    await waitFor(() => expect(screen.getByText('1/47')).toBeInTheDocument())
    forgetRenders()
    await user.click(screen.getByRole('radio', { name: /3\s*Terdefinisi/ }))
    await waitFor(() => expect(screen.getByText('Tingkat 3 dipilih')).toBeInTheDocument())

    expect([...rowRenders]).toEqual([[21, 1]])
    expect(stripRenders.count).toBe(1)
  })

  test('by digit works while the level group has the focus, and only then', async () => {
    const { user } = await openIndicator('I21')
    await user.type(screen.getByRole('textbox', { name: 'Analisis' }), '4')
    expect(screen.getByRole('radio', { name: /4\s*Terpadu/ })).not.toBeChecked()
    screen.getByRole('radio', { name: /1\s*Rintisan/ }).focus()
    await user.keyboard('4')
    expect(screen.getByRole('radio', { name: /4\s*Terpadu/ })).toBeChecked()
    expect(screen.getByRole('radio', { name: /4\s*Terpadu/ })).toHaveFocus()
  })

  test('can be undone after it replaced another one', async () => {
    const { user } = await openIndicator('I21')
    await user.click(screen.getByRole('radio', { name: /2\s*Terkelola/ }))
    await user.click(screen.getByRole('radio', { name: /3\s*Terdefinisi/ }))
    expect(await screen.findByText('Tingkat indikator 21 diubah dari 2 menjadi 3')).toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(screen.getByRole('radio', { name: /2\s*Terkelola/ })).toBeChecked()
  })
})

describe('typing', () => {
  test('renders neither the list, nor the strip, nor the section anew once the first key is through', async () => {
    const { user } = await openIndicator('I21')
    const analysis = screen.getByRole('textbox', { name: 'Analisis' })
    expect(rowRenders.size).toBe(47)
    expect(stripRenders.count).toBeGreaterThan(0)
    expect(noteRenders.count).toBeGreaterThan(0)
    forgetRenders()
    await user.type(analysis, 'Mat')
    // The first key makes the indicator a begun one, which its row says a frame later.
    await waitFor(() => expect([...rowRenders.keys()]).toEqual([21]))
    forgetRenders()
    await user.type(analysis, 'riks')

    expect(analysis).toHaveValue('Matriks')
    expect([...rowRenders]).toEqual([])
    expect(stripRenders.count).toBe(0)
    expect(noteRenders.count).toBe(0)
  })

  test('is one change for one stretch, and another after the field was left', async () => {
    const { user } = await openIndicator('I21')
    const analysis = screen.getByRole('textbox', { name: 'Analisis' })
    await user.type(analysis, 'Satu')
    await user.tab()
    await user.type(analysis, ' dua')
    await saved()
    await waitFor(async () => {
      const changes = await readChanges(services.database, assessment)
      const texts = changes.filter((change) => change.field === 'analysis').map((change) => change.value)
      expect(texts).toEqual(['Satu', 'Satu dua'])
    })
  })

  test('of a text too long to be kept says so, keeps the words in the field and what was stored', async () => {
    const { user } = await openIndicator('I21')
    const analysis = screen.getByRole('textbox', { name: 'Analisis' })
    await user.type(analysis, 'Pendek')
    await saved()
    await user.clear(analysis)
    await user.click(analysis)
    await user.paste('a'.repeat(1_048_576))

    expect(await screen.findByText(/Teks ini 1\.048\.576 huruf, batasnya 20\.000/)).toBeInTheDocument()
    expect(analysis).toHaveValue('a'.repeat(1_048_576))
    const changes = await readChanges(services.database, assessment)
    expect(changes.every((change) => String(change.value).length < 100)).toBe(true)
  })
})

describe('evidence', () => {
  async function addDocument(user: Awaited<ReturnType<typeof openIndicator>>['user']) {
    await user.click(screen.getByRole('button', { name: 'Tambah dokumen' }))
    const dialog = await screen.findByRole('dialog', { name: 'Tambah dokumen dan rujuk' })
    await user.type(within(dialog).getByLabelText('Judul'), 'Peraturan Bupati tentang Manajemen Risiko')
    await user.type(within(dialog).getByLabelText('Nomor'), '41')
    await user.type(within(dialog).getByLabelText('Tanggal atau tahun'), '2023')
    await user.type(within(dialog).getByLabelText('Pasal, bab, atau bagian'), 'Pasal 7')
    await user.type(within(dialog).getByLabelText('Halaman'), '6–9')
    await user.click(within(dialog).getByRole('button', { name: 'Rujuk' }))
  }

  test('once entered writes FAKTA, and is cited again on another indicator by choosing it', async () => {
    const { user } = await openIndicator('I21')
    await addDocument(user)
    const reference = 'Peraturan Bupati tentang Manajemen Risiko Nomor 41 Tahun 2023, Pasal 7, hlm. 6–9'
    expect(await screen.findByText(reference)).toBeInTheDocument()

    await user.click(screen.getByRole('link', { name: /^22 Manajemen Keamanan Informasi/ }))
    await screen.findByRole('heading', { level: 1, name: /22 Manajemen Keamanan Informasi/ })
    await user.click(screen.getByRole('button', { name: 'Rujuk dari kumpulan' }))
    await user.click(
      await screen.findByRole('button', { name: /Peraturan Bupati tentang Manajemen Risiko Nomor 41/ }),
    )
    await user.type(await screen.findByLabelText('Halaman'), '12')
    await user.click(await screen.findByRole('button', { name: 'Rujuk' }))
    expect(
      await screen.findByText('Peraturan Bupati tentang Manajemen Risiko Nomor 41 Tahun 2023, hlm. 12'),
    ).toBeInTheDocument()
  })

  test('without a title is not entered, and says what is missing', async () => {
    const { user } = await openIndicator('I21')
    await user.click(screen.getByRole('button', { name: 'Tambah dokumen' }))
    await user.click(await screen.findByRole('button', { name: 'Rujuk' }))
    expect(await screen.findByText('Tulis judul dokumen, seperti pada sampulnya.')).toBeInTheDocument()
  })

  test('detached can be brought back', async () => {
    const { user } = await openIndicator('I21')
    await addDocument(user)
    await user.click(await screen.findByRole('button', { name: /^Lepas rujukan/ }))
    expect(screen.queryByText(/Pasal 7, hlm. 6–9/)).not.toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(screen.getAllByText(/Pasal 7, hlm. 6–9/).length).toBeGreaterThan(0)
  })
})

describe('the list', () => {
  test('filters by what is missing and searches by number and name', async () => {
    const { user } = await openIndicator('I21')
    await user.click(screen.getByRole('radio', { name: /3\s*Terdefinisi/ }))
    const list = screen.getByRole('navigation', { name: 'Daftar indikator' })
    await user.selectOptions(within(list).getByRole('combobox', { name: 'Tampilkan' }), 'Belum dijawab')
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(46))
    await user.type(within(list).getByRole('searchbox'), 'audit')
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('link')
          .map((link) => link.textContent),
      ).toEqual(expect.arrayContaining([expect.stringContaining('Kebijakan Audit TIK')])),
    )
    await user.clear(within(list).getByRole('searchbox'))
    await user.type(within(list).getByRole('searchbox'), 'tidak ada yang begini')
    expect(await within(list).findByText(/Tidak ada indikator yang cocok/)).toBeInTheDocument()
  })
})

describe('history', () => {
  test('brings an earlier text back', async () => {
    const { user } = await openIndicator('I21')
    const analysis = screen.getByRole('textbox', { name: 'Analisis' })
    await user.type(analysis, 'Isian pertama')
    await user.tab()
    await user.clear(analysis)
    await user.type(analysis, 'Isian kedua')
    await user.tab()
    await user.click(screen.getByText('Riwayat'))
    const entry = screen.getByText('Isian pertama').closest('li')
    if (!entry) throw new Error('no entry of the first text')
    await user.click(within(entry).getByRole('button', { name: 'Kembalikan analisis ini' }))
    await waitFor(() => expect(analysis).toHaveValue('Isian pertama'))
  })
})
