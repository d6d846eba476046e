import type { WholeAnswer } from '../answers/whole'
import type { Citation, EvidenceDocument } from '../evidence/evidence'
import type { FileFacts } from '../evidence/file-facts'
import { cutWords, ministryFileNames, plainWords } from '../evidence/ministry-name'
import { citationLetter, fileToName, SHOWN_AT_INTERVIEW } from '../evidence/reference'
import type { PlacedIndicator } from '../instrument/lookup'
import type { MediaType } from '../answers/fields'
import { noteText } from '../report/note'
import { warningsOf, type FileWarning } from './warnings'

/** What is known of a file whose bytes are on this computer. */
export interface KeptFile {
  /** In bytes. */
  readonly size: number
  readonly crc32: number
  readonly mediaType: MediaType
  readonly facts: FileFacts | null
}

/** What the folder is made of. */
export interface FolderInput {
  /** The indicators of the scope, in the order of the instrument. */
  readonly placed: readonly PlacedIndicator[]
  readonly answers: ReadonlyMap<string, WholeAnswer>
  readonly citations: ReadonlyMap<string, readonly Citation[]>
  /** Ids of the documents that count as confidential. */
  readonly confidential: ReadonlySet<string>
  /** SHA-256 of the files of those, also where another document has the same bytes. */
  readonly confidentialFiles: ReadonlySet<string>
  /** Files on this computer, by SHA-256. */
  readonly here: ReadonlyMap<string, KeptFile>
}

export interface FolderChoice {
  readonly withConfidential: boolean
  /** Above this, a file is warned of. In bytes. */
  readonly sizeLimit: number
  /** Large photos go along as smaller copies. */
  readonly smallerPhotos: boolean
}

/** A file of the folder. */
export interface PlannedFile extends KeptFile {
  readonly name: string
  readonly sha256: string
  /** A smaller copy of it is tried. */
  readonly shrinks: boolean
  readonly warnings: readonly FileWarning[]
}

/** One citation in the index. */
export interface PlannedCitation {
  readonly letter: string
  readonly document: EvidenceDocument
  /** The file that goes along, perhaps under the letter of an earlier citation; null where none does. */
  readonly file: PlannedFile | null
  /** Why none does: "ditunjukkan saat interviu", an address, or a word; empty where one does. */
  readonly instead: string
}

/** What lies in the folder of one indicator. */
export interface PlannedFolder {
  readonly placed: PlacedIndicator
  readonly answer: WholeAnswer
  readonly name: string
  /** The note, ready to be pasted; empty where nothing is written. */
  readonly note: string
  readonly files: readonly PlannedFile[]
  readonly citations: readonly PlannedCitation[]
}

export interface FolderPlan {
  /** Of the indicators with a note or a citation. */
  readonly folders: readonly PlannedFolder[]
  /** Sum of the files as they lie here, in bytes. */
  readonly bytes: number
  readonly leftOut: {
    /** Confidential documents that are cited and stay. */
    readonly confidential: number
    /** Cited files that are not on this computer, by name. */
    readonly notHere: readonly string[]
    /** Cited documents without any file. */
    readonly withoutFile: number
    /** Indicators with nothing to be put into a folder. */
    readonly blank: number
  }
}

/** Said in the index where the file of a citation is on another computer. */
export const NOT_HERE = 'berkasnya tidak ada di komputer ini'
const WITHOUT_FILE = 'tanpa berkas'
/** Longest name of an indicator's folder, in characters. */
const FOLDER_NAME_LIMIT = 40
/** A photo below this is small enough; in bytes. */
const PHOTO_WORTH = 500_000

/** Decides what lies in the ministry folder. Every indicator has one folder, every file in it one name. */
export function planFolder(input: FolderInput, choice: FolderChoice): FolderPlan {
  const names = folderNames(input.placed)
  const folders = input.placed.map((placed, index): PlannedFolder => {
    const { id, number } = placed.indicator
    const citations = (input.citations.get(id) ?? []).map((citation) => asItGoesOut(citation, input, choice))
    const answer = input.answers.get(id) ?? {}
    const planned = planCitations(number, citations, input, choice)
    return {
      placed,
      answer,
      name: names[index] ?? id,
      note: noteText(number, answer, citations),
      files: [...new Set(planned.flatMap(({ file }) => file ?? []))],
      citations: planned,
    }
  })
  const filled = folders.filter(({ note, citations }) => note || citations.length > 0)
  return {
    folders: filled,
    bytes: filled.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0),
    leftOut: { ...leftOutOf(filled), blank: folders.length - filled.length },
  }
}

/** "01-Kebijakan-Arsitektur-SPBE": they sort by number, and differ in small letters too. */
function folderNames(placed: readonly PlacedIndicator[]): string[] {
  const digits = String(Math.max(0, ...placed.map(({ indicator }) => indicator.number))).length
  const taken = new Set<string>()
  return placed.map(({ indicator: { id, number, shortName } }) => {
    const begin = String(number).padStart(digits, '0')
    const words = cutWords(plainWords(shortName), FOLDER_NAME_LIMIT - begin.length - 1)
    const name = [begin, words].filter(Boolean).join('-')
    const own = taken.has(name.toLowerCase()) ? `${name}-${id}` : name
    taken.add(own.toLowerCase())
    return own
  })
}

/**
 * A citation as it leaves the institution: all of it where confidential documents are wished for; else a document counts
 * as confidential too where its bytes are those of one.
 */
function asItGoesOut(citation: Citation, input: FolderInput, { withConfidential }: FolderChoice): Citation {
  const { document } = citation
  const secret =
    input.confidential.has(document.id) ||
    document.files.some(({ sha256 }) => input.confidentialFiles.has(sha256))
  return { ...citation, document: { ...document, confidential: secret && !withConfidential } }
}

function planCitations(
  number: number,
  citations: readonly Citation[],
  { here }: FolderInput,
  choice: FolderChoice,
): PlannedCitation[] {
  const names = ministryFileNames(number, citations)
  const planned = new Map<string, PlannedFile>()
  return citations.map(({ document }, index) => {
    const letter = citationLetter(index)
    const named = fileToName(document)
    const kept = named && here.get(named.sha256)
    const name = names[index]
    if (!named || !kept || name === undefined) {
      return { letter, document, file: null, instead: named ? NOT_HERE : withoutFile(document) }
    }
    const { size, crc32, mediaType, facts } = kept
    const file = planned.get(named.sha256) ?? {
      ...{ name, sha256: named.sha256, size, crc32, mediaType, facts },
      shrinks: choice.smallerPhotos && mediaType === 'jpeg' && size > PHOTO_WORTH,
      warnings: warningsOf(kept, choice.sizeLimit),
    }
    planned.set(named.sha256, file)
    return { letter, document, file, instead: '' }
  })
}

function withoutFile({ confidential, shownAtInterview, link }: EvidenceDocument): string {
  if (confidential || shownAtInterview) return SHOWN_AT_INTERVIEW
  return link || WITHOUT_FILE
}

function leftOutOf(folders: readonly PlannedFolder[]) {
  const without = folders.flatMap(({ citations }) => citations).filter(({ file }) => file === null)
  const distinct = (citations: readonly PlannedCitation[]) => [
    ...new Map(citations.map(({ document }) => [document.id, document])).values(),
  ]
  const away = distinct(without.filter(({ instead }) => instead === NOT_HERE))
  const secret = distinct(without.filter(({ document }) => document.confidential))
  return {
    confidential: secret.length,
    notHere: away.map((document) => fileToName(document)?.name ?? ''),
    withoutFile: distinct(without).length - away.length - secret.length,
  }
}
