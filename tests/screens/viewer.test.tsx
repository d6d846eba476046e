import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { EvidenceFile } from '../../src/evidence/evidence'
import { NOTHING_FOUND } from '../../src/evidence/file-facts'
import Viewer from '../../src/screens/evidence/viewer/viewer'

const bytes = new Blob(['film'])
vi.mock('../../src/screens/evidence/viewer/use-file-bytes', () => ({ useFileBytes: () => bytes }))

/** Addresses made and not given back. */
const made = new Set<string>()
beforeEach(() => {
  made.clear()
  // jsdom has none.
  URL.createObjectURL = () => {
    const url = `blob:film-${made.size}`
    made.add(url)
    return url
  }
  URL.revokeObjectURL = (url) => void made.delete(url)
})

const file: EvidenceFile = {
  id: 'f',
  sha256: 'a'.repeat(64),
  name: 'Peragaan.mp4',
  size: 4,
  mediaType: 'mp4',
}

function show() {
  return render(<Viewer file={file} facts={null} title="Peragaan" citation={null} under={() => null} />)
}

/** The browser has read the head of the file: a picture of this width, or none. */
function loaded(width: number): void {
  const video = screen.getByLabelText('Video Peragaan')
  Object.defineProperty(video, 'videoWidth', { value: width })
  fireEvent.loadedMetadata(video)
}

test('a video is played from the disk, and let go of when it is left', () => {
  const { unmount } = show()
  loaded(640)
  expect(screen.getByLabelText('Video Peragaan')).toHaveAttribute('src', 'blob:film-0')
  expect(screen.getByRole('button', { name: 'Unduh Peragaan.mp4' })).toBeInTheDocument()
  expect(made.size).toBe(1)
  unmount()
  expect(made.size).toBe(0)
})

test.each([
  ['has sound but no picture here', () => loaded(0)],
  ['cannot be read', () => fireEvent.error(screen.getByLabelText('Video Peragaan'))],
])('a video that %s says so, and can still be downloaded', (_, happen) => {
  show()
  happen()
  expect(screen.queryByLabelText('Video Peragaan')).toBeNull()
  expect(screen.getByText(/^Video ini tidak dapat diputar di sini/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Unduh Peragaan.mp4' })).toBeInTheDocument()
  expect(made.size).toBe(0)
})

test('a picture of 20,000 × 20,000 pixels is not drawn, which would end the page, and can be downloaded', () => {
  const facts = { ...NOTHING_FOUND, pixels: { width: 20_000, height: 20_000 } }
  const huge = { ...file, name: 'raksasa.png', mediaType: 'png' } as const
  render(<Viewer file={huge} facts={facts} title="Raksasa" citation={null} under={() => null} />)
  expect(screen.getByText(/^Gambar ini terlalu besar untuk ditampilkan/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Unduh raksasa.png' })).toBeInTheDocument()
  expect(screen.queryByRole('img')).toBeNull()
  expect(made.size).toBe(0)
})
