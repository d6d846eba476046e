import { valueKeys } from '../instrument/lookup'
import { formatBytes, formatDate } from '../report/format'
import {
  cell,
  dayOrText,
  heads,
  type WrittenBook,
  type WrittenCell,
  type WrittenSheet,
} from '../spreadsheet/workbook'
import type { PlannedCitation, PlannedFile, PlannedFolder } from './plan'
import { WARNING_TEXTS } from './warnings'

/** Of which assessment the folder is, and when it was made. */
export interface FolderFacts {
  /** "Map kementerian SPBE 2025, Kabupaten Contoh". */
  readonly title: string
  readonly author: string
  readonly instrument: string
  readonly appVersion: string
  /** Files above it are warned of, in bytes. */
  readonly sizeLimit: number
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
}

/** A file as it was written: its own bytes, or those of a smaller copy. */
export interface WrittenFile {
  /** Folder and name, with a slash between. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly isSmallerCopy: boolean
}

const TABLE = { headRow: 0, frozenColumns: 0, landscape: true, choices: [] } as const

/** Where in the folder a file lies. */
export function pathOf(folder: { readonly name: string }, name: string): string {
  return `${folder.name}/${name}`
}

/** The index as a workbook: a row for each citation, one for each indicator, and what the folder was made of. */
export function indexBook(
  facts: FolderFacts,
  folders: readonly PlannedFolder[],
  written: ReadonlyMap<string, WrittenFile>,
): WrittenBook {
  return {
    ...{ title: facts.title, author: facts.author, madeAt: facts.madeAt, names: [] },
    sheets: [filesSheet(facts, folders, written), indicatorsSheet(folders), aboutSheet(facts)],
  }
}

function filesSheet(
  { sizeLimit }: FolderFacts,
  folders: readonly PlannedFolder[],
  written: ReadonlyMap<string, WrittenFile>,
): WrittenSheet {
  return {
    ...TABLE,
    name: 'Berkas',
    widths: [10, 34, 7, 44, 22, 16, 36, 50, 14, 10, 40, 18, 66],
    rows: [
      heads(
        ...['Indikator', 'Nama indikator', 'Huruf', 'Dokumen', 'Nomor dokumen', 'Tanggal', 'Map', 'Berkas'],
        ...['Ukuran (byte)', 'Halaman', 'Peringatan', 'Salinan', 'Sidik (SHA-256)'],
      ),
      ...folders.flatMap((folder) =>
        folder.citations.map((citation) => citationRow(folder, citation, written, sizeLimit)),
      ),
    ],
  }
}

function citationRow(
  folder: PlannedFolder,
  { letter, document, file, instead }: PlannedCitation,
  written: ReadonlyMap<string, WrittenFile>,
  sizeLimit: number,
): WrittenCell[] {
  const { indicator } = folder.placed
  return [
    cell(indicator.number, 'number'),
    cell(indicator.shortName, 'text'),
    cell(letter, 'text'),
    cell(document.title || 'Dokumen tanpa judul', 'text'),
    cell(document.number || null, 'text'),
    dayOrText(document.date, formatDate(document.date)),
    ...(file ? fileCells(folder, file, written, sizeLimit) : [cell(null, 'text'), cell(instead, 'text')]),
  ]
}

function fileCells(
  folder: PlannedFolder,
  file: PlannedFile,
  written: ReadonlyMap<string, WrittenFile>,
  sizeLimit: number,
): WrittenCell[] {
  const made = written.get(pathOf(folder, file.name))
  const small = made !== undefined && made.size <= sizeLimit
  const warnings = file.warnings.filter((warning) => !(warning === 'size' && small))
  return [
    cell(folder.name, 'text'),
    cell(file.name, 'text'),
    cell(made?.size ?? null, 'whole'),
    cell(file.facts?.pages ?? null, 'whole'),
    cell(warnings.map((warning) => WARNING_TEXTS[warning]).join('; ') || null, 'text'),
    cell(made?.isSmallerCopy ? 'salinan lebih kecil' : 'asli', 'text'),
    cell(made?.sha256 ?? null, 'text'),
  ]
}

/** A row for each indicator, and one for each part of those that are rated in parts. */
function indicatorsSheet(folders: readonly PlannedFolder[]): WrittenSheet {
  return {
    ...TABLE,
    name: 'Indikator',
    widths: [10, 40, 10, 40, 40, 12, 12],
    rows: [
      heads('Indikator', 'Nama indikator', 'Tingkat', 'Layanan/aplikasi', 'Map', 'Berkas', 'Huruf catatan'),
      ...folders.flatMap((folder) => [indicatorRow(folder), ...partRows(folder)]),
    ],
  }
}

function indicatorRow({ placed: { indicator }, answer, name, note, files }: PlannedFolder): WrittenCell[] {
  return [
    cell(indicator.number, 'number'),
    cell(indicator.shortName, 'text'),
    cell(answer.value ?? null, 'exact'),
    cell(answer.subject || null, 'text'),
    cell(name, 'text'),
    cell(files.length, 'whole'),
    cell(note.length, 'whole'),
  ]
}

function partRows({ placed: { indicator }, answer, name }: PlannedFolder): WrittenCell[][] {
  if (!indicator.parts) return []
  return valueKeys(indicator).map((_, at) => [
    cell(`${indicator.number}-${at + 1}`, 'text'),
    cell(indicator.shortName, 'text'),
    cell(answer.parts?.[at]?.value ?? null, 'exact'),
    cell(answer.parts?.[at]?.subject || null, 'text'),
    cell(name, 'text'),
  ])
}

function aboutSheet({ title, instrument, appVersion, madeAt, sizeLimit }: FolderFacts): WrittenSheet {
  const made = `${formatDate(madeAt)} pukul ${madeAt.slice(11, 16).replace(':', '.')}`
  return {
    name: 'Tentang map',
    widths: [26, 90],
    rows: [
      [cell(title, 'title')],
      [cell('Instrumen', 'label'), cell(instrument, 'text')],
      [cell('Dibuat', 'label'), cell(`${made} dengan SPBE Mandiri ${appVersion}`, 'text')],
      [
        cell('Nama berkas', 'label'),
        cell('nomor indikator, huruf rujukan, dokumen; sama seperti pada FAKTA', 'text'),
      ],
      [cell('Batas ukuran', 'label'), cell(`${formatBytes(sizeLimit)} tiap berkas, seperti dipilih`, 'text')],
      [
        cell('Salinan lebih kecil', 'label'),
        cell('foto yang diperkecil untuk map ini; aslinya tetap utuh dalam aplikasi', 'text'),
      ],
      [
        cell('Memeriksa', 'label'),
        cell(
          'SHA256SUMS.txt memuat sidik semua berkas; periksa dengan “sha256sum -c SHA256SUMS.txt”',
          'text',
        ),
      ],
    ],
    headRow: null,
    frozenColumns: 0,
    landscape: false,
    choices: [],
  }
}
