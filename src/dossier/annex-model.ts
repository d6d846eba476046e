import { DOCUMENT_KIND_LABELS, MEDIA_TYPE_LABELS } from '../evidence/labels'
import { documentName, placeOf, shortHash } from '../evidence/reference'
import { formatBytes, formatCount, formatDate, formatNumber } from '../report/format'
import type { ReportInput } from '../report/input'
import type { Fact } from '../report/model'
import type { Annex, Claim } from './annex'
import { pagesText } from './cited-pages'
import { annexPagePlace, annexPlace, claimPlace } from './places'
import { whySheet } from './why-words'

/** What is said of a document before its pages, and on the strip below each of them. */
export interface AnnexModel {
  /** "Lampiran 21.a" */
  readonly heading: string
  /** Where links to the document lead. */
  readonly place: string
  readonly title: string
  readonly facts: readonly Fact[]
  readonly claims: readonly ClaimRow[]
  /** What follows, or why nothing does. */
  readonly note: string
  readonly frames: readonly FrameModel[]
}

export interface ClaimRow {
  /** "21.a" */
  readonly mark: string
  /** "Manajemen Risiko SPBE" */
  readonly indicator: string
  /** "Bab III, hlm. 14–22" */
  readonly place: string
  readonly level: string
  /** The claim itself, where it is made. */
  readonly to: string
}

/** A page that is copied: where links to it lead, and what its strip says. */
export interface FrameModel {
  readonly place: string
  readonly text: string
  readonly below: string
}

/** Tells an annex. `attached`: what its original is called inside the PDF; undefined where it is not in it. */
export function annexModel(annex: Annex, input: ReportInput, attached: string | undefined): AnnexModel {
  const { document, file, mark, claims } = annex
  return {
    heading: `Lampiran ${mark}`,
    place: annexPlace(document.id),
    title: documentName(document),
    facts: [
      { label: 'Jenis', text: DOCUMENT_KIND_LABELS[document.kind] },
      { label: 'Nomor dan tanggal', text: numberAndDate(annex) },
      { label: 'Penerbit', text: document.issuer || '–' },
      { label: 'Dilampirkan', text: annexedText(annex) },
      ...(file
        ? [
            { label: 'Berkas', text: `${file.name}, ${formatBytes(file.size)}` },
            { label: 'SHA-256', text: file.sha256 },
          ]
        : []),
      ...(attached !== undefined ? [{ label: 'Asli terlampir', text: attached }] : []),
      ...(document.link ? [{ label: 'Alamat', text: document.link }] : []),
    ],
    claims: claims.map(claimRow),
    note: noteOf(annex, input, attached !== undefined),
    frames: framesOf(annex),
  }
}

function numberAndDate({ document: { number, date } }: Annex): string {
  return [number, formatDate(date)].filter(Boolean).join(', ') || '–'
}

function annexedText({ content, file }: Annex): string {
  switch (content.kind) {
    case 'pages':
      return content.pages.length === content.of
        ? `Seluruhnya, ${formatCount(content.of)} halaman`
        : `Halaman ${pagesText(content.pages)} dari ${formatCount(content.of)} halaman`
    case 'picture':
      return file ? MEDIA_TYPE_LABELS[file.mediaType] : ''
    case 'unread':
    case 'sheet':
      return 'Hanya lembar ini'
  }
}

function claimRow({ citation, indicator, mark, beyond }: Claim): ClaimRow {
  const place = placeOf(citation) || '–'
  return {
    mark,
    indicator: indicator.shortName,
    place: beyond ? `${place} (halaman tidak ada pada berkas)` : place,
    level: citation.level === null ? '–' : formatNumber(citation.level),
    to: claimPlace(citation.id),
  }
}

function noteOf(annex: Annex, input: ReportInput, originalInside: boolean): string {
  const { content, signed, document } = annex
  const original = originalInside ? 'asli terlampir di dalam PDF ini' : 'asli di map kementerian'
  const secret = document.confidential ? ['Dokumen ini rahasia.'] : []
  if (content.kind === 'sheet')
    return [whySheet(annex, content.why, input, originalInside), ...secret].join(' ')
  return [
    ...(signed ? [`Ditandatangani secara elektronik: ini salinan; ${original}.`] : []),
    content.kind === 'picture'
      ? 'Gambar berikut hanya disesuaikan ukurannya.'
      : 'Halaman berikut disalin apa adanya.',
    'Cap nomor lampiran berada pada jalur tambahan di tepi bawah, tidak di atas halaman asli.',
    ...secret,
  ].join(' ')
}

function framesOf({ document, file, mark, content, signed }: Annex): FrameModel[] {
  if (!file) return []
  const below = `Sidik ${inFours(shortHash(file.sha256))}${signed ? ', salinan' : ''}`
  if (content.kind === 'picture') {
    return [{ place: annexPagePlace(document.id, 1), text: `Lampiran ${mark}, gambar ${file.name}`, below }]
  }
  if (content.kind !== 'pages') return []
  return content.pages.map((page) => ({
    place: annexPagePlace(document.id, page),
    text: `Lampiran ${mark}, halaman ${formatCount(page)} dari ${formatCount(content.of)}`,
    below,
  }))
}

function inFours(hash: string): string {
  return (hash.match(/.{1,4}/g) ?? []).join(' ')
}
