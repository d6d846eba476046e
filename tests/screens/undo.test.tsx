import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UndoProvider, useUndo } from '../../src/ui/undo'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const undone = vi.fn()

function Change() {
  const offerUndo = useUndo()
  return (
    <button type="button" onClick={() => offerUndo('Tingkat diubah', undone)}>
      Ubah
    </button>
  )
}

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
}

function renderChange(): void {
  render(
    <UndoProvider>
      <Change />
    </UndoProvider>,
  )
}

/** Makes a change; resolves when its undo is offered. */
async function change(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Ubah' }))
  await pass(100)
}

const offer = () => screen.queryByRole('button', { name: 'Urungkan' })
const piecesLeft = () => document.querySelectorAll('.undo-time i:not(.out)').length

it('is offered for ten seconds, shown in five pieces', async () => {
  renderChange()
  await change()
  for (const left of [5, 4, 3, 2, 1]) {
    expect(piecesLeft()).toBe(left)
    await pass(2000)
  }
  expect(offer()).toBeNull()
})

it('begins anew with the next change', async () => {
  renderChange()
  await change()
  await pass(9000)
  expect(piecesLeft()).toBe(1)
  await change()
  expect(piecesLeft()).toBe(5)
  await pass(9000)
  fireEvent.click(screen.getByRole('button', { name: 'Urungkan' }))
  expect(undone).toHaveBeenCalledOnce()
  expect(offer()).toBeNull()
})

it('stands still while the offer has the focus', async () => {
  renderChange()
  await change()
  act(() => offer()?.focus())
  await pass(60_000)
  expect(piecesLeft()).toBe(5)
  act(() => offer()?.blur())
  await pass(10_000)
  expect(offer()).toBeNull()
})
