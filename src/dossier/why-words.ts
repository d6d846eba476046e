import { MEDIA_TYPE_LABELS } from '../evidence/labels'
import type { ReportInput } from '../report/input'
import type { Annex } from './annex'
import type { Why } from './options'

/** In a few words: why a document has no pages in the dossier. */
export const WHY_WORDS: Readonly<Record<Why, string>> = {
  'no-file': 'belum ada berkasnya',
  link: 'hanya alamat',
  interview: 'ditunjukkan saat interviu',
  'not-here': 'berkasnya tidak ada di komputer ini',
  office: 'berkas perkantoran',
  video: 'video',
  archive: 'arsip',
  'picture-format': 'jenis gambarnya tidak dapat dibuka peramban ini',
  'too-large': 'gambarnya terlalu besar untuk dibuka',
  locked: 'terkunci kata sandi',
  'unpacks-too-large': 'isinya mengembang terlalu besar saat dibuka',
  broken: 'berkasnya rusak',
  other: 'jenisnya tidak dikenal',
}

/** In sentences, on the sheet: why no page follows, and where the original is. */
export function whySheet(annex: Annex, why: Why, input: ReportInput, originalInside: boolean): string {
  return `${reasonOf(annex, why)} ${originalOf(annex, why, input, originalInside)}`
}

function reasonOf({ file }: Annex, why: Why): string {
  const type = file ? MEDIA_TYPE_LABELS[file.mediaType] : ''
  switch (why) {
    case 'no-file':
      return 'Dokumen ini dirujuk tanpa berkas.'
    case 'link':
      return 'Dokumen ini dirujuk dengan alamatnya saja.'
    case 'interview':
      return 'Dokumen ini tidak dilampirkan.'
    case 'not-here':
      return 'Berkasnya tidak ada di komputer tempat berkas asesor ini dibuat.'
    case 'office':
    case 'video':
    case 'archive':
      return `Berkas jenis ini, ${type}, tidak dapat disajikan sebagai halaman.`
    case 'picture-format':
      return `Peramban yang membuat berkas ini tidak dapat membuka jenis gambarnya (${type}).`
    case 'too-large':
      return 'Gambar ini terlalu besar untuk disajikan sebagai halaman.'
    case 'locked':
      return 'Berkas PDF ini terkunci kata sandi sehingga halamannya tidak dapat disalin.'
    case 'unpacks-too-large':
      return 'Isi berkas PDF ini mengembang melebihi batas saat dibuka sehingga halamannya tidak dapat disalin.'
    case 'broken':
      return 'Berkas ini rusak atau tidak utuh sehingga halamannya tidak dapat disalin.'
    case 'other':
      return 'Jenis berkas ini tidak dikenal sehingga tidak dapat disajikan sebagai halaman.'
  }
}

function originalOf({ file }: Annex, why: Why, input: ReportInput, originalInside: boolean): string {
  if (why === 'interview') return 'Aslinya ditunjukkan saat interviu.'
  const keeper = input.unit || input.institution
  if (!file) return `Mintalah aslinya kepada ${keeper}.`
  if (why === 'not-here') return `Mintalah berkas dengan sidik di atas kepada ${keeper}.`
  return originalInside
    ? 'Berkas aslinya terlampir di dalam PDF ini.'
    : `Berkas aslinya disimpan ${keeper}; cocokkan dengan sidik di atas.`
}
