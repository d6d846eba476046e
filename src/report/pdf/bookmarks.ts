import type { ReportModel } from '../model'
import { aspectTitle, domainTitle } from './domain'
import type { Bookmark } from './drawing'
import * as names from './names'

/** The outline: parts of the report, and domain → aspect → indicator. */
export function bookmarksOf(model: ReportModel): Bookmark[] {
  return [
    leaf('Ringkasan', names.SUMMARY),
    leaf('Daftar indikator', names.CONTENTS),
    ...model.domains.map((domain) => ({
      title: domainTitle(model, domain),
      to: names.domainName(domain.id),
      children: domain.aspects.map((aspect) => ({
        title: aspectTitle(aspect),
        to: names.aspectName(aspect.id),
        children: aspect.indicators.map(({ id, number, shortName }) =>
          leaf(`${number} ${shortName}`, names.indicatorName(id)),
        ),
      })),
    })),
    ...closingBookmarks(model),
  ]
}

/** The parts of the report that follow the indicators. */
export function closingBookmarks(model: ReportModel): Bookmark[] {
  return [
    ...(model.generalAnswers ? [leaf('Pertanyaan umum', names.QUESTIONS)] : []),
    ...(model.years.length > 0 ? [leaf('Tahun ke tahun', names.YEARS)] : []),
    leaf('Indikator yang masih kosong', names.BLANKS),
    ...(model.documents.length > 0 ? [leaf('Daftar dokumen', names.DOCUMENTS)] : []),
    leaf('Kendala per jenis', names.OBSTACLES),
    leaf('Tindak lanjut', names.FOLLOW_UPS),
    ...(model.cautions.length > 0 ? [leaf('Catatan tentang instrumen', names.NOTES)] : []),
    leaf('Lembar tanda tangan dan asal laporan', names.SIGNATURES),
  ]
}

/** A bookmark with nothing below it. */
export function leaf(title: string, to: string): Bookmark {
  return { title, to, children: [] }
}
