import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { MediaType } from '../../src/answers/fields'
import { presentOf } from '../../src/answers/present'
import { wholeAnswer } from '../../src/answers/whole'
import { evidenceOf } from '../../src/evidence/evidence'
import { NOTHING_FOUND, type FileFacts } from '../../src/evidence/file-facts'
import { placedIndicators } from '../../src/instrument/lookup'
import type { FolderChoice, FolderInput, KeptFile } from '../../src/ministry-folder/plan'
import { changesOf, citationTarget, documentTarget, indicatorTarget } from '../examples/changes'
import { spbe2020 } from '../examples/spbe-2020'

export const CHOICE: FolderChoice = { withConfidential: false, sizeLimit: 10_000_000, smallerPhotos: false }

interface MadeFile {
  readonly document: string
  readonly bytes: Buffer<ArrayBuffer>
  readonly mediaType?: MediaType
  readonly facts?: Partial<FileFacts>
  readonly away?: boolean
}

interface Made {
  readonly documents: Readonly<Record<string, Parameters<typeof changesOf>[1]>>
  /** Document by indicator, in the order they are cited. */
  readonly cited: readonly (readonly [indicator: string, document: string])[]
  readonly files: readonly MadeFile[]
  readonly confidential?: readonly string[]
}

export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A folder's input as the screen puts it together, and the bytes by SHA-256. */
export function folderOf({ documents, cited, files, confidential = [] }: Made) {
  const present = presentOf([
    ...changesOf(indicatorTarget('I01'), { value: 3, analysis: 'Sudah\nterpadu.' }),
    ...Object.entries(documents).flatMap(([id, fields]) => changesOf(documentTarget(id), fields)),
    ...cited.flatMap(([indicator, document], at) =>
      changesOf(citationTarget(`c${at}`), { indicator, document, pages: '3' }),
    ),
    ...files.flatMap(({ document, bytes, mediaType = 'pdf' }, at) =>
      changesOf(
        { kind: 'file', id: `f${at}` },
        { document, sha256: sha256Of(bytes), name: `berkas ${at}.pdf`, size: bytes.length, mediaType },
      ),
    ),
  ])
  const here = new Map(
    files
      .filter(({ away }) => !away)
      .map(({ bytes, mediaType = 'pdf', facts }): [string, KeptFile] => [
        sha256Of(bytes),
        {
          size: bytes.length,
          crc32: crc32(bytes),
          mediaType,
          facts: facts ? { ...NOTHING_FOUND, ...facts } : null,
        },
      ]),
  )
  const placed = placedIndicators(spbe2020)
  const input: FolderInput = {
    placed,
    answers: new Map(
      placed.map(({ indicator }) => [indicator.id, wholeAnswer(present, indicator.id, undefined)]),
    ),
    citations: evidenceOf(present).citations,
    confidential: new Set(confidential),
    confidentialFiles: new Set(
      files.filter(({ document }) => confidential.includes(document)).map(({ bytes }) => sha256Of(bytes)),
    ),
    here,
  }
  const bytes = new Map(files.map((file) => [sha256Of(file.bytes), new Blob([file.bytes])]))
  return { input, bytes }
}
