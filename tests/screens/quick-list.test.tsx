import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AppServices } from '../../src/screens/app/app-context'
import type * as RowViewModule from '../../src/screens/quick-list/quick-row-view'
import type * as IndexFactModule from '../../src/screens/strip/index-fact'
import { readChanges } from '../../src/storage/changes'
import { freshServices, renderApp, storeExample } from './render-app'

const rowRenders = vi.hoisted(() => new Map<string, number>())
const stripRenders = vi.hoisted(() => ({ count: 0 }))

vi.mock('../../src/screens/quick-list/quick-row-view', async (load) => {
  const { QuickRowView } = await load<typeof RowViewModule>()
  return {
    QuickRowView(props: Parameters<typeof QuickRowView>[0]) {
      rowRenders.set(props.number, (rowRenders.get(props.number) ?? 0) + 1)
      return <QuickRowView {...props} />
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

let services: AppServices
let assessment: string

beforeEach(async () => {
  services = await freshServices()
  assessment = await storeExample(services)
})

async function open() {
  const opened = renderApp(services, `#/nilai/${assessment}/cepat`)
  await screen.findByRole('heading', { level: 1, name: 'Daftar cepat' })
  return opened
}

/** The radios of an indicator, from the lowest level. */
function radios(id: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`[data-indicator=${id}] input`)]
}

function stateOf(id: string): HTMLElement {
  return document
    .querySelector(`[data-indicator=${id}]`)
    ?.closest('tr')
    ?.querySelector('.status') as HTMLElement
}

describe('Daftar cepat', () => {
  test('has a row per indicator; a level chosen by digit is saved, and one row and the strip are drawn anew', async () => {
    const { user } = await open()
    expect(document.querySelectorAll('[role=radiogroup]')).toHaveLength(47)
    radios('I21')[0]?.focus()
    rowRenders.clear()
    stripRenders.count = 0
    await user.keyboard('3')
    expect(radios('I21')[2]).toBeChecked()
    expect(radios('I21')[2]).toHaveFocus()
    expect([...rowRenders]).toEqual([['21', 1]])
    await waitFor(() => expect(stripRenders.count).toBe(1))
    expect(stateOf('I21')).toHaveTextContent('Sebagian: analisis belum ditulis')
    expect(screen.getByText('Tingkat 3. 2 bukti diminta.')).toBeInTheDocument()
    await waitFor(async () => {
      const changes = await readChanges(services.database, assessment)
      expect(changes.find(({ target }) => 'id' in target && target.id === 'I21')).toMatchObject({ value: 3 })
    })
  })

  test('arrows go from row to row, Enter opens the indicator', async () => {
    const { user } = await open()
    radios('I02')[0]?.focus()
    await user.keyboard('4{ArrowUp}')
    expect(radios('I01')[0]).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(radios('I02')[3]).toHaveFocus()
    expect(radios('I02')[3]).toBeChecked()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(radios('I03')[0]).toHaveFocus()
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(radios('I02')[3]).toHaveFocus()
    await user.keyboard('{Control>}/{/Control}')
    await user.click(
      within(screen.getByRole('dialog', { name: 'Bantuan tombol' })).getByRole('button', { name: 'Tutup' }),
    )
    expect(radios('I02')[3]).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: /^2 / })).toBeInTheDocument()
  })

  test('a level that replaced another can be undone', async () => {
    const { user } = await open()
    radios('I05')[0]?.focus()
    await user.keyboard('23')
    expect(radios('I05')[2]).toBeChecked()
    await user.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(radios('I05')[1]).toBeChecked()
  })

  test('the subject is asked for where the maturity model has one, saved while typing, and shown on the page', async () => {
    const { user } = await open()
    const subjects = screen.getAllByLabelText(/^Nama layanan\/aplikasi yang dinilai/)
    expect(subjects).toHaveLength(16)
    rowRenders.clear()
    await user.type(screen.getByLabelText('Nama layanan/aplikasi yang dinilai, indikator 32'), 'e-Planning')
    await user.tab()
    // Its state changes once; the other rows rest.
    expect([...rowRenders.keys()].filter((number) => number !== '32')).toEqual([])
    await user.click(screen.getByRole('link', { name: 'Layanan Perencanaan' }))
    expect(await screen.findByRole('textbox', { name: /yang dinilai/ })).toHaveValue('e-Planning')
  })

  test('has only the rows of the scope', async () => {
    assessment = await storeExample(services, { scope: ['I01', 'I32'] })
    await open()
    expect(document.querySelectorAll('[role=radiogroup]')).toHaveLength(2)
    expect(within(screen.getByRole('table')).getAllByText('0 dari 1 terjawab')).toHaveLength(2)
  })
})
