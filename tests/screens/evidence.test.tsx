import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { fieldKey } from '../../src/answers/change'
import { presentOf, valuesOf } from '../../src/answers/present'
import type { AppServices } from '../../src/screens/app/app-context'
import type { Entry } from '../../src/screens/session/session'
import { saveChanges } from '../../src/storage/changes'
import { changesOf, documentTarget } from '../examples/changes'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

const fields = (target: Entry['target'], values: Readonly<Record<string, Entry['value']>>): Entry[] =>
  Object.entries(values).map(([field, value]) => ({ target, field, value }))

const pool: readonly Entry[] = [
  ...fields(documentTarget('sk'), { title: 'SK Tim', kind: 'sk', number: '7', date: '2024' }),
  ...fields(documentTarget('api'), { title: 'Draf API', kind: 'api-perjanjian', confidential: true }),
  ...fields({ kind: 'citation', id: 'k' }, { indicator: 'I03', document: 'sk', pages: '2' }),
  ...fields(
    { kind: 'file', id: 'f' },
    { document: 'sk', sha256: 'a'.repeat(64), name: 'SK.pdf', size: 900_000, mediaType: 'pdf' },
  ),
]

async function open(part = '', entries: readonly Entry[] = pool) {
  const assessment = await storeExample(services, { entries })
  const opened = renderApp(services, `#/nilai/${assessment}/bukti${part}`)
  await screen.findAllByRole('heading', { level: 1 })
  return opened
}

const list = () => within(screen.getByRole('navigation', { name: 'Kumpulan dokumen' }))
const titles = () =>
  list()
    .getAllByRole('link')
    .map((link) => link.textContent)

describe('the pool', () => {
  test('says what to do before the first document, and takes it in', async () => {
    const { user } = await open('', [])
    await user.click(screen.getByRole('button', { name: 'Tambah dokumen' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Tambah dokumen' }))
    await user.click(dialog.getByRole('button', { name: 'Tambah' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('Tulis judul dokumen')
    await user.type(dialog.getByLabelText('Judul'), 'Video peragaan')
    await user.click(dialog.getByLabelText(/^Ditunjukkan saat interviu/))
    await user.click(dialog.getByRole('button', { name: 'Tambah' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Video peragaan' })).toBeInTheDocument()
    expect(screen.getByText('Bukti ini ditunjukkan saat interviu.')).toBeInTheDocument()
  })

  test('offers the filters that fit something, and counts what they let through', async () => {
    const { user } = await open()
    const filter = screen.getByLabelText('Tampilkan')
    const options = within(filter)
      .getAllByRole('option')
      .map((option) => option.textContent)
    expect(options).toEqual([
      'Semua (2)',
      'Belum dirujuk (1)',
      'Tanpa nomor atau tanggal (1)',
      '“Draf” dalam nama (1)',
      'Rahasia (1)',
    ])
    await user.selectOptions(filter, 'Belum dirujuk (1)')
    expect(titles()).toEqual([expect.stringContaining('Draf API')])
    await user.type(screen.getByLabelText('Cari dokumen'), 'sk')
    expect(
      await screen.findByText('Tidak ada dokumen yang cocok. Ubah pencarian atau saringan.'),
    ).toBeInTheDocument()
  })

  test('draws a long list as far as one goes', async () => {
    const { user } = await open(
      '',
      Array.from({ length: 130 }, (_, at) =>
        fields(documentTarget(`d${at}`), { title: `Dokumen ${at}` }),
      ).flat(),
    )
    expect(list().getAllByRole('listitem')).toHaveLength(60)
    await user.click(list().getByRole('button', { name: 'Tampilkan 70 lainnya' }))
    expect(list().getAllByRole('listitem')).toHaveLength(120)
    await user.click(list().getByRole('button', { name: 'Pilih banyak' }))
    await user.click(list().getByLabelText('Pilih semua yang tampil (130)'))
    expect(list().getByText('130 dipilih')).toBeInTheDocument()
  })
})

describe('a document', () => {
  test('whose bytes are not on this computer says so', async () => {
    await open('/sk')
    expect(
      await screen.findByText(/^Isi berkas ini tidak ada di komputer ini\. Mintalah paket/),
    ).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Dirujuk 1 indikator' })).toBeInTheDocument()
  })

  test('whose file was given up says so, and has it looked into again when asked', async () => {
    const sha256 = 'a'.repeat(64)
    const nothing = {
      pages: null,
      textLayer: null,
      signed: false,
      broken: false,
      firstText: '',
      pixels: null,
    }
    const facts = { ...nothing, lock: 'none', gaveUp: true } as const
    const row = { sha256, size: 900_000, crc32: 0, mediaType: 'pdf', facts, unusedSince: null } as const
    await services.database.put('files', { ...row, addedAt: '2025-06-12T02:15:00.000Z' }, sha256)
    const { user } = await open('/sk')
    expect(await screen.findByText(/Tidak dapat diperiksa: terlalu lama/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Coba periksa lagi SK.pdf' }))
    await waitFor(() => expect(screen.queryByText(/Tidak dapat diperiksa/)).toBeNull())
    expect((await services.database.get('files', sha256))?.facts).toBeNull()
  })

  test('says of its file what was found in it, and of itself who may see it', async () => {
    const sha256 = 'a'.repeat(64)
    const found = { pages: 1234, textLayer: 'tidak-ada', signed: true, lock: 'owner' } as const
    const facts = { ...found, broken: false, firstText: '', pixels: null }
    const row = { sha256, size: 900_000, crc32: 0, mediaType: 'pdf', facts, unusedSince: null } as const
    await services.database.put('files', { ...row, addedAt: '2025-06-12T02:15:00.000Z' }, sha256)
    await open('/sk')
    expect(
      await screen.findByText(
        '900 KB · 1.234 halaman · Tanpa lapisan teks, bertanda tangan elektronik, dibatasi pembuatnya',
      ),
    ).toBeInTheDocument()
    expect(screen.getByText('aaaaaaaaaaaa')).toBeInTheDocument()
    const [secret, decree] = list().getAllByRole('link')
    expect(within(secret!).getByRole('img', { name: 'Rahasia' })).toBeInTheDocument()
    expect(secret).toHaveTextContent('tanpa berkas')
    expect(decree).toHaveTextContent(/SK · 1\.234\shlm · 900\sKB.*Dirujuk 1×/)
  })

  test('that has the bytes of another one is joined with it when a person says so, and that is taken back', async () => {
    const twin = [
      ...fields(documentTarget('salinan'), { title: 'Salinan SK', issuer: 'Bupati', confidential: true }),
      ...fields({ kind: 'citation', id: 'k2' }, { indicator: 'I04', document: 'salinan' }),
      ...fields(
        { kind: 'file', id: 'f2' },
        { document: 'salinan', sha256: 'a'.repeat(64), name: 'Salinan.pdf', size: 900_000, mediaType: 'pdf' },
      ),
    ]
    const { user } = await open('/sk', [...pool, ...twin])
    expect(screen.getByText('Dokumen kembar:').closest('p')).toHaveTextContent(
      /berkasnya sama dengan “Salinan SK”.*dan dokumen ini menjadi rahasia/,
    )
    expect(screen.getByText('Terbuka')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Gabungkan “Salinan SK” ke “SK Tim”' }))
    expect(await screen.findByRole('heading', { name: 'Dirujuk 2 indikator' })).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('Dokumen kembar:')).toBeNull())
    expect(await screen.findByText('Rahasia', { selector: 'dd' })).toBeInTheDocument()
    await waitFor(() => expect(titles()).toHaveLength(2))
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(await screen.findByRole('heading', { name: 'Dirujuk 1 indikator' })).toBeInTheDocument()
    expect(await screen.findByText('Dokumen kembar:')).toBeInTheDocument()
    expect(await screen.findByText('Terbuka')).toBeInTheDocument()
    await waitFor(() => expect(titles()).toHaveLength(3))
  })

  test('is deleted with a word on what cites it, found among the deleted, and brought back', async () => {
    const { user } = await open('/sk')
    await user.click(screen.getByText('Lainnya'))
    await user.click(screen.getByRole('button', { name: 'Hapus dokumen' }))
    expect(
      await screen.findByText('“SK Tim” dihapus; 1 rujukan ikut hilang: indikator 3'),
    ).toBeInTheDocument()
    await user.selectOptions(screen.getByLabelText('Tampilkan'), 'Dihapus (1)')
    expect(titles()).toEqual([expect.stringContaining('SK Tim')])
    await user.click(screen.getByRole('button', { name: 'Kembalikan' }))
    expect(await screen.findByRole('heading', { name: 'Dirujuk 1 indikator' })).toBeInTheDocument()
  })

  test('is cited under another indicator that one looks for', async () => {
    const { user } = await open('/api')
    await user.click(screen.getByRole('button', { name: 'Rujuk ke indikator' }))
    await user.type(screen.getByLabelText('Cari indikator', { selector: 'dialog *' }), '12')
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /^12 / }))
    await user.type(screen.getByLabelText('Halaman'), '4')
    await user.click(screen.getByRole('button', { name: 'Rujuk' }))
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Dirujuk 1 indikator' })).toBeInTheDocument(),
    )
    expect(screen.getByRole('row', { name: /^12 .* hlm\. 4/ })).toBeInTheDocument()
  })

  test('shows what was changed of it', async () => {
    const { user } = await open('/api')
    await user.click(screen.getByRole('button', { name: 'Ubah keterangan' }))
    await user.type(screen.getByLabelText('Tautan (boleh kosong)'), 'spbe.contoh.go.id')
    await user.click(screen.getByRole('button', { name: 'Simpan' }))
    expect(await screen.findByText('spbe.contoh.go.id')).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: /spbe\.contoh/ })).toBeNull()
    await user.click(screen.getByText('Lainnya'))
    await user.click(screen.getByRole('button', { name: 'Jadikan terbuka' }))
    expect(await screen.findByText('Terbuka')).toBeInTheDocument()
  })
})

test('many at once: what two people entered differently stays as it is, is named, and comes back by no undo', async () => {
  const id = await storeExample(services, { entries: pool })
  const two = ['Bupati', 'Sekda'].map((issuer, at) => ({
    change: { ...changesOf(documentTarget('sk'), { issuer })[0]!, id: `penerbit-${at}` },
    otherId: `lain-${at}`,
  }))
  await saveChanges(services.database, id, two, '2025-06-02T01:00:00Z')
  const { user } = renderApp(services, `#/nilai/${id}/bukti`)
  await user.click(await screen.findByRole('button', { name: 'Pilih banyak' }))
  await user.click(screen.getByLabelText('Pilih semua yang tampil (2)'))
  await user.click(screen.getByRole('button', { name: 'Ubah yang dipilih' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Ubah 2 dokumen' }))
  expect(dialog.getByText(/Isian yang berbeda dari dua orang juga tidak berubah.*: SK Tim\.$/)).toBeVisible()
  await user.type(dialog.getByLabelText('Diterbitkan oleh'), 'Kominfo')
  await user.click(dialog.getByRole('button', { name: 'Simpan' }))
  const issuers = async () => {
    const rows = await services.database.getAll('changes')
    const present = presentOf(rows.map(({ change }) => change))
    return {
      api: valuesOf(present, documentTarget('api')).issuer,
      differs: present.differences.has(fieldKey(documentTarget('sk'), 'issuer')),
    }
  }
  await waitFor(async () => expect(await issuers()).toEqual({ api: 'Kominfo', differs: true }))
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
  await waitFor(async () => expect(await issuers()).toEqual({ api: '', differs: true }))
})
