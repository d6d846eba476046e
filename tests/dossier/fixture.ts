import { createHash } from 'node:crypto'
import type { MediaType } from '../../src/answers/fields'
import type { DossierFile } from '../../src/dossier/options'
import type { Citation, EvidenceDocument } from '../../src/evidence/evidence'
import { NOTHING_FOUND, type FileFacts } from '../../src/evidence/file-facts'
import type { ReportInput } from '../../src/report/input'
import { inputFixture, type FixtureOptions } from '../report/fixture'

export interface CitedDocument {
  readonly id: string
  readonly fields?: Partial<EvidenceDocument>
  readonly file?: {
    readonly name: string
    readonly mediaType: MediaType
    readonly bytes: Uint8Array
    readonly facts?: Partial<FileFacts> | null
  }
}

/** A citation: indicator, document, pages. */
export type Cite = readonly [indicator: string, document: string, pages?: string, fields?: Partial<Citation>]

export interface DossierFixture {
  readonly input: ReportInput
  readonly files: ReadonlyMap<string, DossierFile>
  readonly bytes: ReadonlyMap<string, Uint8Array>
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The usual assessment, its indicators citing these documents and no others. */
export function dossierFixture(
  documents: readonly CitedDocument[],
  cites: readonly Cite[],
  options: FixtureOptions = {},
): DossierFixture {
  const known = new Map(documents.map((one) => [one.id, documentOf(one)]))
  const citations = new Map<string, Citation[]>()
  cites.forEach(([indicator, id, pages = '', fields], index) => {
    const document = known.get(id)
    if (!document) throw new RangeError(`no document ${id}`)
    const citation: Citation = {
      ...{ id: `c-${index}`, indicator, document, pages, label: '', level: null, remark: '' },
      ...{ pdfPages: pages, file: '' },
      ...fields,
    }
    citations.set(indicator, [...(citations.get(indicator) ?? []), citation])
  })
  const withFile = documents.flatMap(({ file }) => (file ? [file] : []))
  return {
    input: {
      ...inputFixture(options),
      evidence: {
        documents: [...known.values()],
        citations,
        removedDocuments: [],
        detachedCitations: [],
      },
    },
    files: new Map(
      withFile.map(({ bytes, facts }) => [
        sha256Of(bytes),
        { size: bytes.length, facts: facts === null ? null : { ...NOTHING_FOUND, ...facts } },
      ]),
    ),
    bytes: new Map(withFile.map(({ bytes }) => [sha256Of(bytes), bytes])),
  }
}

function documentOf({ id, fields, file }: CitedDocument): EvidenceDocument {
  return {
    ...{ id, title: `Dokumen ${id}`, kind: 'laporan', number: '', date: '2024-11-20' },
    ...{ issuer: 'Dinas Contoh', confidential: false, link: '', shownAtInterview: false },
    files: file
      ? [
          {
            id: `f-${id}`,
            sha256: sha256Of(file.bytes),
            name: file.name,
            size: file.bytes.length,
            mediaType: file.mediaType,
          },
        ]
      : [],
    removedFiles: [],
    ...fields,
  }
}
