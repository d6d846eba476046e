import { OBSTACLE_LABELS } from '../answers/labels'
import type { Citation } from '../evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../evidence/labels'
import { citationLetter, fileToName, placeOf, shortHash, SHOWN_AT_INTERVIEW } from '../evidence/reference'
import { formatDate } from '../report/format'
import type { AnswerRow } from './answer-rows'
import type { SheetsInput } from './input'
import { stampRows } from './stamp'
import { cell, dayOrText, heads, type WrittenCell, type WrittenSheet } from './workbook'

const TABLE = { headRow: 0, frozenColumns: 0, landscape: true, choices: [] } as const

/** Which document is cited where. Neither place nor remark of a confidential one goes out. */
export function evidenceSheet(input: SheetsInput, rows: readonly AnswerRow[]): WrittenSheet {
  return {
    ...TABLE,
    name: 'Bukti',
    widths: [9, 34, 44, 22, 22, 16, 24, 28, 9, 40, 10, 36, 12, 10, 16],
    rows: [
      heads(
        ...['Rujukan', 'Indikator', 'Dokumen', 'Jenis', 'Nomor dokumen', 'Tanggal', 'Diterbitkan oleh'],
        ...['Tempat', 'Untuk tingkat', 'Keterangan', 'Rahasia'],
        ...['Berkas', 'Ukuran (byte)', 'Halaman berkas', 'Sidik berkas'],
      ),
      ...indicatorsOf(rows).flatMap(({ indicator }) =>
        (input.evidence.citations.get(indicator.id) ?? []).map((citation, at) => [
          cell(`${indicator.number}.${citationLetter(at)}`, 'text'),
          cell(indicator.shortName, 'text'),
          ...citationCells(citation),
          ...fileCells(input, citation),
        ]),
      ),
    ],
  }
}

function citationCells({ document, level, remark, ...citation }: Citation): WrittenCell[] {
  const { confidential } = document
  const place = confidential ? SHOWN_AT_INTERVIEW : placeOf({ document, level, remark, ...citation })
  return [
    cell(document.title || 'Dokumen tanpa judul', 'text'),
    cell(DOCUMENT_KIND_LABELS[document.kind], 'text'),
    cell(document.number || null, 'text'),
    dayOrText(document.date, formatDate(document.date)),
    cell(document.issuer || null, 'text'),
    cell(place || null, 'text'),
    cell(level, 'exact'),
    cell(confidential ? null : remark || null, 'text'),
    cell(confidential ? 'Ya' : 'Tidak', 'text'),
  ]
}

/** The file that stands for the document; none of a confidential one. */
function fileCells({ filePages }: SheetsInput, { document }: Citation): WrittenCell[] {
  const file = fileToName(document)
  return [
    cell(file?.name ?? null, 'text'),
    cell(file?.size ?? null, 'whole'),
    cell((file && filePages.get(file.sha256)) ?? null, 'whole'),
    cell(file ? shortHash(file.sha256) : null, 'text'),
  ]
}

/** What stands in the way and what will be done, where something was written. */
export function followUpSheet(input: SheetsInput, rows: readonly AnswerRow[]): WrittenSheet {
  return {
    ...TABLE,
    name: 'Kendala & Tindak Lanjut',
    widths: [8, 40, 10, 26, 50, 50, 26, 16, 14],
    rows: [
      heads(
        ...['Nomor', 'Indikator', 'Tingkat sekarang', 'Jenis kendala', 'Kendala'],
        ...['Tindak lanjut', 'Pelaksana', 'Tenggat', 'Target tingkat'],
      ),
      ...indicatorsOf(rows).flatMap((row) => followUpCells(input, row)),
    ],
  }
}

function followUpCells(input: SheetsInput, { indicator }: AnswerRow): WrittenCell[][] {
  const answer = input.answers.get(indicator.id) ?? {}
  const kinds = (answer.obstacleKinds ?? []).map((kind) => OBSTACLE_LABELS[kind]).join(', ')
  const due = answer.followUpDue ?? ''
  const target = answer.followUpLevel ?? null
  const texts = [kinds, answer.obstacle, answer.followUp, answer.followUpOwner, due]
  if (texts.every((text) => !text) && target === null) return []
  return [
    [
      cell(indicator.number, 'number'),
      cell(indicator.name, 'text'),
      cell(answer.value ?? null, 'exact'),
      cell(kinds || null, 'text'),
      cell(answer.obstacle || null, 'text'),
      cell(answer.followUp || null, 'text'),
      cell(answer.followUpOwner || null, 'text'),
      dayOrText(due, formatDate(due)),
      cell(target, 'exact'),
    ],
  ]
}

/** The criteria of each level, for those who fill in the sheet without the app. */
export function criteriaSheet(rows: readonly AnswerRow[]): WrittenSheet {
  return {
    ...TABLE,
    name: 'Kriteria',
    widths: [8, 40, 9, 80, 60],
    rows: [
      heads('Nomor', 'Indikator', 'Untuk tingkat', 'Kriteria', 'Bukti yang diminta'),
      ...indicatorsOf(rows).flatMap(({ indicator }) =>
        indicator.criteria.map((criterion) => [
          cell(indicator.number, 'number'),
          cell(indicator.shortName, 'text'),
          cell(criterion.level, 'exact'),
          cell(criterion.text, 'text'),
          cell(criterion.evidence.join('\n') || null, 'text'),
        ]),
      ),
    ],
  }
}

/** What this file was made from; by it the answers find their way back. */
export function aboutSheet(input: SheetsInput): WrittenSheet {
  const { instrument, madeAt, appVersion } = input
  return {
    name: 'Tentang berkas',
    widths: [30, 76],
    rows: [
      [cell('Tentang berkas ini', 'title')],
      [cell('Jangan dihapus: dari sini aplikasi tahu penilaian mana yang diisi.', 'note')],
      ...stampRows(input.stamp),
      [cell('Judul instrumen', 'label'), cell(instrument.title, 'text')],
      [cell('Aplikasi', 'label'), cell(`SPBE Mandiri ${appVersion}`, 'text')],
      [
        cell('Dibuat', 'label'),
        cell(`${formatDate(madeAt)} pukul ${madeAt.slice(11, 16).replace(':', '.')}`, 'text'),
      ],
      ...instrument.cautions
        .filter((caution) => !caution.indicator)
        .map(({ text }) => [cell('Yang belum pasti', 'label'), cell(text, 'text')]),
    ],
    headRow: null,
    frozenColumns: 0,
    landscape: false,
    choices: [],
  }
}

/** One row for each indicator, however many parts it is rated in. */
function indicatorsOf(rows: readonly AnswerRow[]): AnswerRow[] {
  return rows.filter((row) => row.targets.analysis !== undefined)
}
