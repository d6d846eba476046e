/** The guide and its words, as a person finds them from where they are. */
import { createEvent, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import type { AppServices } from '../../src/screens/app/app-context'
import { freshServices, renderApp, storeExample } from './render-app'

let services: AppServices

beforeEach(async () => {
  services = await freshServices()
})

/** What Esc does to a native dialog. */
function pressEscape(dialog: HTMLElement): void {
  fireEvent(dialog, createEvent('cancel', dialog, { bubbles: false, cancelable: true }))
}

/** What is announced. */
function statuses(): string[] {
  return screen.getAllByRole('status').map((element) => element.textContent ?? '')
}

test('Beranda leads to the guide, which lists its sections and shows them with their pictures', async () => {
  const { user } = renderApp(services, '#/')
  await user.click(await screen.findByRole('link', { name: 'Panduan' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Panduan SPBE Mandiri' })).toBeVisible()
  const contents = screen.getByRole('navigation', { name: 'Isi panduan' })
  await user.click(within(contents).getByRole('link', { name: 'Cadangan' }))
  expect(location.hash).toBe('#/panduan/cadangan')
  expect(screen.getByRole('heading', { level: 2, name: 'Cadangan' })).toHaveFocus()
  const picture = screen.getByRole('img', { name: 'Halaman Mulai dengan empat pertanyaan' })
  expect(picture).toHaveAttribute('loading', 'lazy')
  expect(Number(picture.getAttribute('width'))).toBeGreaterThan(300)
  expect(picture.getAttribute('src')).toMatch(/mulai.*\.png$/)
})

test('headings go down one level at a time', async () => {
  renderApp(services, '#/panduan')
  await screen.findByRole('heading', { level: 1 })
  const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
  expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
})

test('search says how many sections there are, marks the words, and goes to a section', async () => {
  const { user } = renderApp(services, '#/panduan')
  const field = await screen.findByRole('searchbox', { name: 'Cari dalam panduan' })
  await user.type(field, 'FLÁSHDISK')
  const results = screen.getByRole('list', { name: 'Hasil pencarian' })
  const found = within(results).getAllByRole('listitem').length
  expect(found).toBeGreaterThan(1)
  expect(statuses()).toContain(`${found} bagian memuat “FLÁSHDISK”.`)
  const marked = [...results.querySelectorAll('mark')].map((mark) => mark.textContent)
  expect(marked).toContain('flashdisk')
  await user.click(within(results).getByRole('link', { name: 'Berpindah komputer' }))
  expect(screen.getByRole('heading', { level: 2, name: 'Berpindah komputer' })).toHaveFocus()
  expect(field).toHaveValue('')
})

test('search that finds nothing says what to do', async () => {
  const { user } = renderApp(services, '#/panduan')
  await user.type(await screen.findByRole('searchbox'), 'qwerty')
  expect(statuses()).toContain('Tidak ada bagian yang memuat “qwerty”.')
  expect(screen.getByText(/Coba kata yang lebih pendek/)).toBeInTheDocument()
})

test('a word of the guide opens what it means; Esc closes it and the focus is back on the word', async () => {
  const { user } = renderApp(services, '#/panduan/membaca-indeks-sementara')
  const [word] = await screen.findAllByRole('button', { name: 'ambang predikat' })
  if (!word) throw new Error('the word is not there')
  word.focus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Ambang' })
  expect(dialog).toHaveTextContent('Indeks terendah untuk suatu predikat.')
  expect(dialog).toHaveTextContent('Sumber: PermenPANRB 59/2020, Tabel 13')
  pressEscape(dialog)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(word).toHaveFocus()
})

test('in Isi the parts of an answer are explained; from there to the guide and back to the same indicator', async () => {
  const id = await storeExample(services)
  const { user } = renderApp(services, `#/nilai/${id}/isi/I05`)
  await user.click(await screen.findByRole('button', { name: 'Apa itu analisis?' }))
  const dialog = await screen.findByRole('dialog', { name: 'Analisis' })
  await user.click(within(dialog).getByRole('link', { name: 'Baca di panduan' }))
  expect(await screen.findByRole('heading', { level: 3, name: '3. Catatan' })).toHaveFocus()
  await user.click(screen.getByRole('link', { name: /Kembali ke isian/ }))
  expect(location.hash).toBe(`#/nilai/${id}/isi/I05`)
  expect(await screen.findByRole('textbox', { name: 'Analisis' })).toBeInTheDocument()
})

test('a question mark is no part of the heading or the field that it explains', async () => {
  const id = await storeExample(services)
  renderApp(services, `#/nilai/${id}/isi/I05`)
  await screen.findByRole('button', { name: 'Apa itu bukti?' })
  expect(screen.getByRole('heading', { level: 2, name: /^2 Bukti\s*Belum ada$/ })).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: 'Analisis' })).toBeInTheDocument()
})

test('the help for the keys leads to the guide', async () => {
  const id = await storeExample(services)
  const { user } = renderApp(services, `#/nilai/${id}/isi/I05`)
  await user.click(await screen.findByRole('button', { name: 'Bantuan tombol' }))
  await user.click(screen.getByRole('link', { name: 'Buka panduan' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Panduan SPBE Mandiri' })).toBeInTheDocument()
})

test('all terms stand in alphabetical order, can be searched, and lead to the guide', async () => {
  const { user } = renderApp(services, '#/panduan/istilah/index')
  await screen.findByRole('heading', { level: 1, name: 'Istilah' })
  const entries = within(screen.getByRole('main')).getAllByRole('term')
  const names = entries.map((entry) => entry.textContent ?? '')
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'id')))
  expect(entries.find((entry) => entry.textContent?.startsWith('Indeks sementara'))).toHaveFocus()
  await user.type(screen.getByRole('searchbox', { name: 'Cari istilah' }), 'data dukung')
  expect(screen.getByText('1 istilah memuat “data dukung”.')).toBeInTheDocument()
  expect(within(screen.getByRole('main')).getAllByRole('term')).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: '2. Bukti' }))
  expect(await screen.findByRole('heading', { level: 3, name: '2. Bukti' })).toHaveFocus()
})
