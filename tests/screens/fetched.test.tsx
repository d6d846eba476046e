import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../src/screens/failure/error-boundary'
import { fetched } from '../../src/ui/fetched'

afterEach(() => void vi.restoreAllMocks())

const code = { default: ({ name }: { readonly name: string }) => <p>Halo {name}</p> }

it('shows what waits until its code is here', async () => {
  let arrive: () => void = () => undefined
  const Greeting = fetched(
    () => new Promise<typeof code>((resolve) => (arrive = () => resolve(code))),
    <p>Membuka…</p>,
  )
  render(<Greeting name="Sari" />)
  expect(screen.getByText('Membuka…')).toBeVisible()
  arrive()
  expect(await screen.findByText('Halo Sari')).toBeVisible()
  expect(screen.queryByText('Membuka…')).toBeNull()
})

it('is fetched once, and shown at once from then on', async () => {
  const fetchCode = vi.fn(() => Promise.resolve(code))
  const Greeting = fetched(fetchCode)
  const first = render(<Greeting name="Sari" />)
  await screen.findByText('Halo Sari')
  first.unmount()
  render(<Greeting name="Budi" />)
  expect(screen.getByText('Halo Budi')).toBeVisible()
  expect(fetchCode).toHaveBeenCalledTimes(1)
})

it('fails where it stands when its code cannot be fetched', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const Greeting = fetched<{ name: string }>(() => Promise.reject(new TypeError('gone')))
  render(
    <ErrorBoundary>
      <Greeting name="Sari" />
    </ErrorBoundary>,
  )
  expect(await screen.findByRole('heading', { name: 'Halaman ini tidak dapat ditampilkan' })).toBeVisible()
})
