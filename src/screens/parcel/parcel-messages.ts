import type { ParcelFault } from '../../handover/parcel-fault'
import { formatCount } from '../../report/format'

const AGAIN = 'Salin ulang dari asalnya, mintalah dikirim ulang, atau pakai cadangan lain.'

/** What is wrong with a parcel, in words that say what to do next. Nothing has changed when one of these is shown. */
export function parcelFaultMessage(fault: ParcelFault): string {
  switch (fault.kind) {
    case 'not-a-parcel':
      return 'Berkas ini bukan paket SPBE Mandiri. Pilih berkas yang namanya berawalan “Cadangan” atau “Isian”.'
    case 'cut-off':
      return `Paket ini terpotong: akhirnya tidak ada. ${AGAIN}`
    case 'too-large':
      return fault.what === 'entry'
        ? `Isi “${fault.name}” lebih besar dari yang wajar. Paket ini tidak dibuka.`
        : 'Paket ini lebih besar atau isinya lebih banyak dari yang wajar. Pastikan Anda memilih paket SPBE Mandiri.'
    case 'inconsistent':
      return `Susunan paket ini rusak${fault.name ? ` pada “${fault.name}”` : ''}. ${AGAIN}`
    case 'foreign-name':
      return `Di dalam berkas ini ada “${fault.name}”, yang tidak pernah ada dalam paket SPBE Mandiri. Paket ini tidak dibuka.`
    case 'twice':
      return `“${fault.name}” ada dua kali dalam paket ini. Paket ini tidak dibuka; mintalah dikirim ulang.`
    case 'unsupported':
      return `“${fault.name}” dikemas dengan cara yang tidak dibaca aplikasi ini. Minta paket aslinya, jangan dikemas ulang.`
    case 'bomb':
      return `“${fault.name}” mengembang jauh melebihi ukurannya. Paket ini tidak dibuka.`
    case 'missing':
      return `“${fault.name}” tidak ada dalam paket ini. ${AGAIN}`
    case 'extra':
      return `“${fault.name}” tidak tercatat dalam daftar isi paket ini. Paket ini tidak dibuka; mintalah dikirim ulang.`
    case 'altered':
      return `“${fault.name}” berubah sejak paket ini disegel. ${AGAIN}`
    case 'damaged':
      return `“${fault.name}” rusak${fault.where ? ` pada bagian “${fault.where}”` : ''}. ${AGAIN}`
    case 'newer-format':
      return `Paket ini dibuat oleh versi yang lebih baru (format ${formatCount(fault.formatVersion)}). Muat ulang untuk memperbarui aplikasi, lalu buka lagi.`
    case 'untrue':
      return `Daftar isi paket ini tidak sesuai isinya (“${fault.what}”). Paket ini tidak dibuka; mintalah dikirim ulang.`
    case 'unknown-indicator':
      return `Paket ini berisi jawaban untuk “${fault.id}”, yang tidak ada dalam instrumennya. Mintalah dikirim ulang.`
    case 'wrong-password':
      return 'Kata sandi ini bukan kata sandi paketnya. Periksa ejaannya, lalu coba lagi.'
    case 'damaged-lock':
      return `Paket terkunci ini rusak atau terpotong. ${AGAIN}`
  }
}

/** The same in one word, for one entry of a list. */
export const ENTRY_STATE_WORDS = {
  whole: 'Utuh',
  altered: 'Berubah',
  missing: 'Tidak ada',
  extra: 'Tidak tercatat',
} as const

export const UNREADABLE =
  'Berkas tidak dapat dibaca. Pastikan flashdisk masih terpasang, lalu pilih lagi berkasnya.'
