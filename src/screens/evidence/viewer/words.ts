import type { MediaType } from '../../../answers/fields'
import type { PdfFault } from './open-pdf'

/** Why a file is not shown, and what to do instead. */
export const MISSING =
  'Isi berkas ini tidak ada di komputer ini. Mintalah paket yang memuat berkasnya, atau masukkan lagi.'
export const DAMAGED = 'Berkas ini tidak dapat dibaca. Mungkin rusak. Unduh untuk memeriksanya.'
export const TOO_LARGE = 'Gambar ini terlalu besar untuk ditampilkan. Unduh untuk melihatnya.'

export const UNDRAWN = 'Halaman ini tidak dapat digambar di sini. Unduh berkasnya untuk melihatnya.'

export const INCOMPLETE =
  'Mungkin ada gambar atau huruf yang tidak tampak di sini: bagian aplikasi yang menggambarnya belum ada di komputer ini. ' +
  'Sambungkan internet, lalu buka dokumen ini lagi, atau unduh berkasnya untuk melihatnya.'

export const UNPLAYABLE =
  'Video ini tidak dapat diputar di sini: rusak, atau peramban ini tidak mengenal kodeknya. Unduh untuk memutarnya.'

export const PDF_FAULTS: Readonly<Record<PdfFault, string>> = {
  password:
    'Berkas ini meminta kata sandi, jadi tidak ditampilkan di sini. Unduh, lalu buka dengan kata sandinya.',
  damaged: DAMAGED,
  lost: 'Berkas ini tidak dapat dibaca lagi dari disk komputer ini. Tambahkan ulang berkasnya dengan Tambah berkas.',
  'not-shown': 'Peramban ini tidak dapat menampilkan PDF di sini. Unduh untuk melihatnya.',
}

/** For a file of a type that browsers do not show. */
export function unshown(mediaType: MediaType): string {
  const what = mediaType === 'lainnya' ? 'Berkas jenis ini' : `Berkas ${mediaType.toUpperCase()}`
  return `${what} tidak dapat ditampilkan di sini. Unduh untuk melihatnya.`
}
