import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { changesOf, questionTarget } from '../examples/changes'
import { readChanges, saveChanges } from '../../src/storage/changes'
import type { AppServices } from '../../src/screens/app/app-context'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

async function openQuestions(assessment: string) {
  const opened = renderApp(services, `#/nilai/${assessment}/umum`)
  await screen.findByRole('heading', { level: 1, name: 'Pertanyaan umum' })
  return opened
}

const main = () => within(screen.getByRole('main'))
const list = () => within(screen.getByRole('navigation', { name: 'Daftar indikator' }))

describe('the general questions', () => {
  test('are answered, saved as they are typed, counted in the list and told in the history', async () => {
    const assessment = await storeExample(services)
    const { user } = await openQuestions(assessment)
    expect(main().getAllByRole('textbox')).toHaveLength(4)
    expect(list().getByRole('img', { name: '0 dari 4 terjawab' })).toBeInTheDocument()

    await user.type(main().getByRole('textbox', { name: /^1\. / }), 'Layanan perizinan.')
    expect(list().getByRole('img', { name: '1 dari 4 terjawab' })).toBeInTheDocument()
    expect(list().getByRole('link', { name: /Pertanyaan umum/ })).toHaveAttribute('aria-current', 'page')
    await waitFor(async () => {
      const changes = await readChanges(services.database, assessment)
      expect(changes.filter(({ target }) => target.kind === 'question')).toMatchObject([
        { target: questionTarget('Q1'), field: 'answer', value: 'Layanan perizinan.' },
      ])
    })

    await user.click(main().getByText('Riwayat'))
    expect(main().getByText('Jawaban 1')).toBeInTheDocument()
    expect(main().getByText('Isian sekarang')).toBeInTheDocument()
  })

  test('refuse a text that is too long without losing the one before', async () => {
    const assessment = await storeExample(services, {
      entries: [{ target: questionTarget('Q2'), field: 'answer', value: 'Satu portal.' }],
    })
    const { user } = await openQuestions(assessment)
    const second = main().getByRole('textbox', { name: /^2\. / })
    expect(second).toHaveValue('Satu portal.')
    await user.click(second)
    await user.paste('x'.repeat(20_000))
    expect(await main().findByText(/Yang tersimpan masih isian sebelumnya/)).toBeInTheDocument()
    const changes = await readChanges(services.database, assessment)
    expect(changes.filter(({ field }) => field === 'answer')).toMatchObject([{ value: 'Satu portal.' }])
  })

  test('show both answers where two people differ, and mark it in the list', async () => {
    const assessment = await storeExample(services)
    const two = ['Satu portal.', 'Dua portal.'].map((answer, at) => ({
      change: { ...changesOf(questionTarget('Q2'), { answer })[0]!, id: `q2-${at}` },
      otherId: `other-${at}`,
    }))
    await saveChanges(services.database, assessment, two, '2025-06-02T01:00:00Z')
    const { user } = await openQuestions(assessment)
    expect(list().getByRole('img', { name: 'Ada perbedaan' })).toBeInTheDocument()
    const difference = within(main().getByRole('region', { name: 'Dua isian untuk Jawaban 2' }))
    await user.click(difference.getByRole('radio', { name: /Dua ?portal/ }))
    await user.click(difference.getByRole('button', { name: 'Pakai yang dipilih' }))
    expect(main().getByRole('textbox', { name: /^2\. / })).toHaveValue('Dua portal.')
  })

  test('are not demanded of a unit that answers a part', async () => {
    const assessment = await storeExample(services, { scope: ['I11'] })
    await openQuestions(assessment)
    expect(main().getByText(/boleh dibiarkan kosong/)).toBeInTheDocument()
  })

  test('are reached from the last indicator', async () => {
    const assessment = await storeExample(services, { scope: ['I11'] })
    renderApp(services, `#/nilai/${assessment}/isi/I11`)
    const walk = within(await screen.findByRole('navigation', { name: 'Indikator sebelum dan sesudah' }))
    expect(walk.getByRole('link', { name: 'Pertanyaan umum' })).toHaveAttribute(
      'href',
      `#/nilai/${assessment}/umum`,
    )
    expect(walk.getByRole('link', { name: 'Selesai: ke Kirim' })).toBeInTheDocument()
  })
})

describe('the closing papers', () => {
  async function openPapers(assessment: string) {
    const opened = renderApp(services, `#/nilai/${assessment}/kirim`)
    await opened.user.click(await screen.findByRole('button', { name: /^Dokumen penutup/ }))
    return opened
  }

  test('ask for names once, keep them, and say what will be a line', async () => {
    const assessment = await storeExample(services)
    const { user } = await openPapers(assessment)
    const consent = within(main().getByRole('region', { name: 'Pernyataan Persetujuan Publikasi' }))
    expect(
      consent.getByText(/^Dicetak sebagai garis: nomor pernyataan, tempat, tanggal, nama/),
    ).toBeInTheDocument()

    const head = within(main().getByRole('group', { name: 'Penanggung jawab' }))
    await user.type(head.getByRole('textbox', { name: 'Nama' }), 'Nama Kepala')
    await user.type(head.getByRole('textbox', { name: 'Jabatan' }), 'Sekretaris Daerah')
    await user.type(main().getByRole('textbox', { name: 'Nomor pernyataan' }), '045/13')
    await user.type(main().getByRole('textbox', { name: 'Tempat' }), 'Contoh Mulya')
    await user.type(main().getByLabelText('Tanggal'), '2025-06-20')
    expect(consent.getByText('Semua yang diminta sudah diisi.')).toBeInTheDocument()
    await waitFor(async () => {
      const changes = await readChanges(services.database, assessment)
      const kept = changes.filter(({ target, id }) => target.kind === 'assessment' && id !== '')
      expect(Object.fromEntries(kept.map(({ field, value }) => [field, value]))).toMatchObject({
        headName: 'Nama Kepala',
        headPost: 'Sekretaris Daerah',
        consentNumber: '045/13',
        closingPlace: 'Contoh Mulya',
        closingDate: '2025-06-20',
      })
    })
  })

  test('say whose mean it is where the scope is a part', async () => {
    const assessment = await storeExample(services, {
      scope: ['I11'],
      entries: [{ target: { kind: 'indicator', id: 'I11' }, field: 'value', value: 3 }],
    })
    await openPapers(assessment)
    const record = within(main().getByRole('region', { name: 'Berita Acara Penilaian Mandiri' }))
    expect(record.getByText(/^Berisi rata-rata bagian kami 3,00/)).toBeInTheDocument()
  })
})
