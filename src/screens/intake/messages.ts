import type { TakeIn } from '../../evidence/take-in'
import { FILE_SIZE_LIMIT } from '../../evidence/media-type'
import { MEDIA_TYPE_LABELS } from '../../evidence/labels'
import { formatBytes } from '../../report/format'
import type { IntakeFailure, IntakeOutcome, IntakeRefusal } from '../../workers/intake-job'
import type { Tone } from '../../ui/notice'

/** One file that a person should know something about. */
export interface IntakeMessage {
  readonly tone: Tone
  /** The file as it is called. */
  readonly name: string
  readonly text: string
}

const REFUSED: Readonly<Record<IntakeRefusal, string>> = {
  empty: 'kosong (0 byte). Periksa aslinya, lalu salin ulang.',
  'too-large': `lebih dari ${formatBytes(FILE_SIZE_LIMIT)}. Perkecil atau bagi berkasnya, atau tulis tautannya pada dokumen.`,
  program: 'program, tidak disimpan sebagai bukti. Simpan tangkapan layarnya atau dokumennya.',
  script: 'skrip, tidak disimpan sebagai bukti. Simpan tangkapan layarnya atau dokumennya.',
  'web-page':
    'halaman web atau gambar SVG, dapat menjalankan perintah. Cetak dahulu menjadi PDF, lalu tambahkan PDF-nya.',
}

const FAILED: Readonly<Record<IntakeFailure, string>> = {
  unreadable:
    'tidak terbaca. Mungkin dipindah, sedang dipakai, atau sebuah folder. Tutup programnya, lalu tambahkan lagi.',
  'disk-full': 'belum tersimpan, penyimpanan penuh. Beri ruang pada disk, lalu tambahkan lagi.',
  'not-taken':
    'belum tersimpan, ditolak peramban. Muat ulang halaman ini, lalu tambahkan lagi. Jendela privat Safari tidak dapat menyimpan berkas: pakai jendela biasa.',
  failed: 'belum tersimpan. Tambahkan lagi; jika tetap gagal, muat ulang halaman ini.',
}

/** What to say of a file that was not kept. */
export function messageOfFault(
  name: string,
  outcome: Exclude<IntakeOutcome, { status: 'kept' }>,
): IntakeMessage {
  return outcome.status === 'refused'
    ? { tone: 'warn', name, text: REFUSED[outcome.reason] }
    : { tone: 'err', name, text: FAILED[outcome.reason] }
}

/** What to say of a file that was kept; null where there is nothing beside that. */
export function messageOfKept(
  name: string,
  { misnamed, mediaType }: Extract<IntakeOutcome, { status: 'kept' }>,
  { what, title }: Pick<TakeIn, 'what' | 'title'>,
): IntakeMessage | null {
  const known = {
    'cited-known': `sudah ada sebagai “${title}”. Dokumen itu dirujuk di sini; berkasnya tidak disimpan dua kali.`,
    known: `sudah ada sebagai “${title}”. Tidak ada yang berubah.`,
  }
  if (what === 'cited-known' || what === 'known') return { tone: 'info', name, text: known[what] }
  if (!misnamed) return null
  return {
    tone: 'warn',
    name,
    text: `isinya ${MEDIA_TYPE_LABELS[mediaType]}, berbeda dari namanya. Disimpan apa adanya; periksa apakah ini berkas yang dimaksud.`,
  }
}
