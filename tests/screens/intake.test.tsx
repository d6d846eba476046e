/** What becomes of files whose bytes are on disk: documents, citations and a word for each; the worker's findings are given. */
import { createHash } from 'node:crypto'
import { waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { FILE_SIZE_LIMIT } from '../../src/evidence/media-type'
import type { AppServices } from '../../src/screens/app/app-context'
import { createIntake, type Intake } from '../../src/screens/intake/intake'
import { pastedFiles } from '../../src/screens/intake/screenshot'
import { openSession, type Session } from '../../src/screens/session/session'
import { readAssessment } from '../../src/storage/assessments'
import { readInstrument } from '../../src/storage/instruments'
import type { IntakeOutcome, startIntake } from '../../src/workers/intake-job'
import { freshServices, storeExample } from './render-app'

let services: AppServices
let session: Session

beforeEach(async () => {
  services = await freshServices()
  const stored = await readAssessment(services.database, await storeExample(services))
  if (!stored) throw new Error('not stored')
  const instrument = await readInstrument(services.database, stored.assessment.instrument)
  if (!instrument) throw new Error('no instrument')
  session = await openSession({ ...services, instrument, stored })
})

interface Given {
  readonly name: string
  readonly text: string
  /** Where it is not kept. */
  readonly outcome?: Exclude<IntakeOutcome, { status: 'kept' }>
}

const kept = (text: string): IntakeOutcome => ({
  status: 'kept',
  sha256: createHash('sha256').update(text).digest('hex'),
  size: text.length,
  mediaType: 'pdf',
  misnamed: false,
})

/** Takes files as the worker would speak of them, all in one go, and waits until all is said. */
async function taken(given: readonly Given[], aim: Parameters<Intake['take']>[1] = {}): Promise<Intake> {
  const start: typeof startIntake = (files, { onFile }) => {
    given.forEach(({ text, outcome }, index) => onFile(index, outcome ?? kept(text)))
    expect(files).toHaveLength(given.length)
    return { result: Promise.resolve(), cancel: () => undefined }
  }
  const intake = createIntake(services.database, session, start)
  intake.take(
    given.map(({ name, text }) => new File([text], name)),
    aim,
  )
  await waitFor(() => expect(intake.getState().phase).toBe('done'))
  return intake
}

const documents = () => session.getState().evidence.documents
const messages = (intake: Intake) => intake.getState().messages.map(({ name, text }) => `${name}: ${text}`)

test('the same bytes under two names at once: one document, one file, one citation, and a word', async () => {
  const same = { text: 'naskah' }
  const intake = await taken(
    [
      { ...same, name: 'SK.pdf' },
      { ...same, name: 'Salinan SK.pdf' },
      { name: 'Lain.pdf', text: 'lain' },
    ],
    { indicator: 'I01' },
  )
  expect(documents().map(({ title, files }) => [title, files.map(({ name }) => name)])).toEqual([
    ['SK', ['SK.pdf']],
    ['Lain', ['Lain.pdf']],
  ])
  expect(session.getState().evidence.citations.get('I01')).toHaveLength(2)
  expect(messages(intake)).toEqual(['Salinan SK.pdf: sudah ada sebagai “SK”. Tidak ada yang berubah.'])
})

test('whatever files are called, each becomes a document with all that is known of its file', async () => {
  const long = `${'n'.repeat(300)}.pdf`
  const names = [
    '📎 bukti 🇮🇩.pdf',
    '../../etc/passwd',
    'CON',
    'nul.pdf',
    'SK.pdf',
    'sk.pdf',
    '.pdf',
    ' . ',
    long,
  ]
  await taken(names.map((name, at) => ({ name, text: `isi ${at}` })))
  const files = documents().flatMap((document) => document.files)
  expect(files.map(({ name }) => name)).toEqual([
    '📎 bukti 🇮🇩.pdf',
    'passwd',
    '_CON',
    '_nul.pdf',
    'SK.pdf',
    'sk.pdf',
    '.pdf',
    'berkas',
    `${'n'.repeat(295)}….pdf`,
  ])
  expect(files.map(({ size, sha256 }) => [size, sha256.length])).toEqual(names.map(() => [5, 64]))
  expect(documents().at(-1)?.title).toBe(`${'n'.repeat(295)}…`)
})

test('what is not kept has a word that names it and says what to do, and the rest comes in', async () => {
  expect(FILE_SIZE_LIMIT).toBe(200_000_000)
  const intake = await taken([
    { name: 'film.mp4', text: 'x', outcome: { status: 'refused', reason: 'too-large' } },
    { name: 'utuh.pdf', text: 'utuh' },
    { name: 'alat.exe', text: 'x', outcome: { status: 'refused', reason: 'program' } },
    { name: 'penuh.pdf', text: 'x', outcome: { status: 'failed', reason: 'disk-full' } },
  ])
  expect(documents().map(({ title }) => title)).toEqual(['utuh'])
  expect(intake.getState()).toMatchObject({ done: 4, total: 4, kept: 1 })
  expect(messages(intake)).toEqual([
    'film.mp4: lebih dari 200 MB. Perkecil atau bagi berkasnya, atau tulis tautannya pada dokumen.',
    expect.stringContaining('alat.exe: program, tidak disimpan sebagai bukti.'),
    expect.stringContaining('penuh.pdf: belum tersimpan, penyimpanan penuh.'),
  ])
})

describe('a paste', () => {
  const NOW = new Date(2025, 5, 12, 9, 5, 7)

  /** As a browser tells of it: where, what kinds of content, and the files. */
  function paste(target: EventTarget, types: readonly string[], ...files: readonly File[]) {
    return { target, clipboardData: { types, files } } as unknown as ClipboardEvent
  }
  const picture = new File(['x'], 'image.png', { type: 'image/png' })

  test('of a screenshot is a file named by its moment; other files keep their names', () => {
    const files = pastedFiles(paste(document.body, ['Files'], picture, new File(['x'], 'SK.pdf')), NOW)
    expect(files.map(({ name }) => name)).toEqual(['Tangkapan layar 2025-06-12 09.05.07.png', 'SK.pdf'])
  })

  test('of words into a field stays words, though spreadsheets add a picture of them', () => {
    const field = document.createElement('textarea')
    expect(pastedFiles(paste(field, ['text/plain', 'Files'], picture), NOW)).toEqual([])
    expect(pastedFiles(paste(field, ['Files'], picture), NOW)).toHaveLength(1)
  })
})
