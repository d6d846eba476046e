import type { BackupFault } from '../../handover/backup'
import { formatCount } from '../../report/format'

/** What is wrong with a file, in words that say what to do next. Nothing has changed when one of these is shown. */
export function backupFaultMessage(fault: BackupFault): string {
  switch (fault.kind) {
    case 'too-large':
      return 'Berkas ini terlalu besar untuk sebuah cadangan. Pastikan Anda memilih berkas cadangan SPBE Mandiri.'
    case 'not-json':
      return 'Berkas ini terpotong atau bukan cadangan SPBE Mandiri. Salin ulang dari asalnya, lalu coba lagi.'
    case 'not-a-backup':
      return 'Berkas ini bukan cadangan SPBE Mandiri. Pilih berkas yang namanya berawalan “Cadangan” atau “Isian”.'
    case 'newer-format':
      return `Berkas ini dibuat oleh versi yang lebih baru (format ${formatCount(fault.formatVersion)}). Muat ulang untuk memperbarui aplikasi, lalu buka lagi.`
    case 'damaged':
      return `Berkas ini rusak${fault.where ? ` pada bagian “${fault.where}”` : ''}. Mintalah dikirim ulang, atau pakai cadangan lain.`
  }
}

export const MERGE_REFUSED =
  'Berkas ini bertentangan dengan yang ada di komputer ini: satu perubahan punya dua isi. Buka sebagai salinan, lalu bandingkan.'
export const NOT_STORED =
  'Berkas belum masuk: penyimpanan penuh atau terputus. Penilaian Anda tetap seperti semula. Kosongkan ruang disk, lalu coba lagi.'
