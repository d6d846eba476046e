import type { ReportModel } from '../model'
import type { Atom } from './flow'
import { LEFT } from './geometry'
import { sectionHead, sentence, subHead } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { table, type Column } from './table'

const NUMBER: Column = { head: 'No.', width: 11 }
const PAGE: Column = { head: 'Halaman', width: 19, right: true }

/** Indicators without an answer, with who usually answers them. */
export function blankAtoms(measure: Measure, { blanks }: ReportModel): Atom[] {
  const head = sectionHead(measure, 'Indikator yang masih kosong', names.BLANKS)
  if (blanks.length === 0) return [...head, ...sentence(measure, 'Semua indikator sudah terjawab.')]
  const columns = [NUMBER, { head: 'Indikator', width: 70 }, { head: 'Pengampu yang lazim', width: 65 }, PAGE]
  const rows = blanks.map(({ id, number, name, owner }) => ({
    cells: [{ text: String(number) }, { text: name }, { text: owner }, { pageOf: names.indicatorName(id) }],
    to: names.indicatorName(id),
  }))
  return [...head, ...table(measure, LEFT, columns, rows)]
}

/** Every document that is cited, with the file that stands for it. */
export function documentAtoms(measure: Measure, { documents }: ReportModel): Atom[] {
  if (documents.length === 0) return []
  const columns = [
    { head: 'Dokumen', width: 67 },
    { head: 'Berkas', width: 48 },
    { head: 'Sidik', width: 27 },
    { head: 'Indikator', width: 23 },
  ]
  const rows = documents.map(({ name, details, file, size, hash, citedBy }) => ({
    cells: [
      { text: name, below: details },
      { text: file, below: size },
      { text: hash || '–' },
      { text: citedBy.join(', ') },
    ],
  }))
  return [...sectionHead(measure, 'Daftar dokumen', names.DOCUMENTS), ...table(measure, LEFT, columns, rows)]
}

/** Obstacles by the regulation's kinds. */
export function obstacleGroupAtoms(measure: Measure, { obstacles }: ReportModel): Atom[] {
  const head = sectionHead(measure, 'Kendala per jenis', names.OBSTACLES)
  if (obstacles.length === 0) return [...head, ...sentence(measure, 'Tidak ada kendala yang dicatat.')]
  const columns = [NUMBER, { head: 'Kendala', width: 135 }, PAGE]
  return [
    ...head,
    ...obstacles.flatMap(({ kind, items }, index) => [
      ...subHead(measure, kind, undefined, index === 0 ? 0 : 7),
      ...table(
        measure,
        LEFT,
        columns,
        items.map(({ id, number, text }) => ({
          cells: [{ text: String(number) }, { text: text || '–' }, { pageOf: names.indicatorName(id) }],
          to: names.indicatorName(id),
        })),
      ),
    ]),
  ]
}

/** Everything that is to be done, by indicator. */
export function followUpListAtoms(measure: Measure, { followUps }: ReportModel): Atom[] {
  const head = sectionHead(measure, 'Tindak lanjut', names.FOLLOW_UPS)
  if (followUps.length === 0) return [...head, ...sentence(measure, 'Tidak ada tindak lanjut yang dicatat.')]
  const columns = [
    NUMBER,
    { head: 'Kegiatan', width: 54 },
    { head: 'Pelaksana', width: 35 },
    { head: 'Tenggat', width: 28, right: true },
    { head: 'Target', width: 18, right: true },
    PAGE,
  ]
  const rows = followUps.map(({ id, number, what, who, due, target }) => ({
    cells: [
      { text: String(number) },
      ...[what, who, due, target].map((text) => ({ text: text || '–' })),
      { pageOf: names.indicatorName(id) },
    ],
    to: names.indicatorName(id),
  }))
  return [...head, ...table(measure, LEFT, columns, rows)]
}
