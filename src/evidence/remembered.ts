import type { Values } from '../answers/fields'
import type { Citation, EvidenceDocument, EvidenceFile } from './evidence'

/** What was made of the values of a target, which are another object once anything of it changed. */
const knownDocuments = new WeakMap<object, EvidenceDocument>()
const knownFiles = new WeakMap<object, EvidenceFile>()
const knownCitations = new WeakMap<object, Citation>()
/** Lists of citations, by the first of them. */
const knownLists = new WeakMap<Citation, readonly Citation[]>()

/** A document from its values: the same object as before, unless it or its files are others. */
export function documentOf(
  id: string,
  values: Values<'document'>,
  confidential: boolean,
  files: readonly EvidenceFile[],
  removedFiles: readonly EvidenceFile[],
): EvidenceDocument {
  const known = knownDocuments.get(values)
  if (known && sameItems(known.files, files) && sameItems(known.removedFiles, removedFiles)) return known
  const document: EvidenceDocument = {
    id,
    title: values.title ?? '',
    kind: values.kind ?? 'lainnya',
    number: values.number ?? '',
    date: values.date ?? '',
    issuer: values.issuer ?? '',
    confidential,
    link: values.link ?? '',
    shownAtInterview: values.shownAtInterview ?? false,
    files,
    removedFiles,
  }
  knownDocuments.set(values, document)
  return document
}

/** A citation from its values: the same object as before, unless it or its document is another. */
export function citationOf(
  id: string,
  values: Values<'citation'>,
  indicator: string,
  document: EvidenceDocument,
): Citation {
  const known = knownCitations.get(values)
  if (known?.document === document) return known
  const citation: Citation = {
    id,
    indicator,
    document,
    pages: values.pages ?? '',
    label: values.label ?? '',
    level: values.level ?? null,
    remark: values.remark ?? '',
    pdfPages: values.pdfPages ?? '',
    file: values.file ?? '',
  }
  knownCitations.set(values, citation)
  return citation
}

/** A file from its values: the same object as before, unless it changed. */
export function fileOf(id: string, sha256: string, values: Values<'file'>): EvidenceFile {
  const known = knownFiles.get(values)
  if (known) return known
  const { name = '', size = 0, mediaType = 'lainnya' } = values
  const file = { id, sha256, name, size, mediaType }
  knownFiles.set(values, file)
  return file
}

/** The list that was made before, if its items are these. */
export function sameList(list: readonly Citation[]): readonly Citation[] {
  const [first] = list
  const known = first && knownLists.get(first)
  if (known && sameItems(known, list)) return known
  if (first) knownLists.set(first, list)
  return list
}

/** Whether two lists hold the same objects in the same order. */
export function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
