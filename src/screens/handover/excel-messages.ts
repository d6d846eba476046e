import { formatBytes, formatCount } from '../../report/format'
import { FILE_LIMIT } from '../../spreadsheet/files/guard'
import type { BookNote, RefusedCell, RefusedWhy, Remark, SheetFault } from '../../spreadsheet/proposal'

/** Why a file is not read, and what to do. That nothing changed is said before it. */
export function sheetFaultMessage(fault: SheetFault): string {
  switch (fault.kind) {
    case 'too-large':
      return `Berkas ini terlalu besar untuk dibaca. Paling besar ${formatBytes(FILE_LIMIT)}; salin lembar Isian saja ke buku kerja baru.`
    case 'too-many-rows':
      return `Lembar ${fault.sheet} berisi terlalu banyak baris. Hapus baris di bawah isian, simpan, lalu pilih lagi.`
    case 'password':
      return 'Berkas ini berkata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu pilih lagi.'
    case 'old-excel':
      return 'Berkas ini berformat Excel lama (.xls), apa pun nama belakangnya. Simpan di Excel sebagai “Buku Kerja Excel (.xlsx)”.'
    case 'binary-excel':
      return 'Berkas ini berformat Excel biner (.xlsb). Simpan di Excel sebagai “Buku Kerja Excel (.xlsx)”.'
    case 'open-document':
      return 'Berkas ini berformat OpenDocument (.ods). Simpan di LibreOffice sebagai “Excel 2007–365 (.xlsx)”.'
    case 'plain-text':
      return 'Berkas ini teks (CSV atau halaman web), bukan buku kerja. Simpan sebagai “Buku Kerja Excel (.xlsx)”.'
    case 'not-a-spreadsheet':
      return 'Berkas ini bukan buku kerja Excel (.xlsx). Pilih berkas yang lain.'
    case 'damaged':
      return 'Berkas ini rusak atau tidak utuh. Minta dikirim ulang, atau buka di Excel lalu simpan kembali.'
    case 'no-table':
      return 'Tidak ada lembar dengan kolom Nomor dan Tingkat. Pakai templat dari halaman ini, dan jangan ubah judul kolomnya.'
    case 'head-twice':
      return `Ada dua kolom berjudul ${fault.title}. Hapus atau ganti judul salah satunya.`
    case 'other-instrument':
      return 'Lembar ini dari instrumen lain; nomornya berarti lain di sini. Pakai templat dari penilaian ini.'
    case 'newer-layout':
      return 'Lembar ini dibuat aplikasi yang lebih baru. Perbarui aplikasi ini, lalu pilih lagi.'
  }
}

/** What is said of the file before what it would change. */
export function bookNoteMessage(note: BookNote): string {
  switch (note.kind) {
    case 'macros':
      return 'Berkas ini berisi makro. Makronya tidak dijalankan; hanya isian yang dibaca.'
    case 'external-links':
      return 'Berkas ini merujuk berkas lain. Yang dibaca adalah nilai yang terakhir tersimpan.'
    case 'hidden-sheet':
      return 'Lembarnya tersembunyi, dan tetap dibaca.'
    case 'no-stamp':
      return 'Lembar ini tidak menyebut asalnya. Indikator dicocokkan menurut nomor dan namanya; periksa baik-baik.'
    case 'other-assessment':
      return 'Lembar ini dibuat dari penilaian lain dengan instrumen yang sama. Pastikan instansi dan tahunnya benar.'
    case 'renamed-sheet':
      return `Isian dibaca dari lembar “${note.sheet}”.`
    case 'hidden-rows':
      return `${formatCount(note.count)} baris tersembunyi ikut dibaca.`
    case 'missing-columns':
      return `Kolom yang tidak ada: ${note.titles.join(', ')}. Isiannya di sini tidak berubah.`
  }
}

const REMARKS: Readonly<Record<Remark, string>> = {
  'typed-as-text': 'Angka yang diketik sebagai teks.',
  formula: 'Hasil rumus yang terakhir tersimpan.',
  date: 'Sel ini berformat tanggal; angkanya mungkin bukan yang dimaksud.',
  merged: 'Sel gabungan; hanya dibaca untuk baris pertamanya.',
  'hidden-row': 'Baris ini tersembunyi.',
  'name-differs': 'Nama di barisnya lain dari nama indikator.',
  'level-beside-index': 'Tingkat di barisnya bukan nilai dari indeks ini; yang diambil nilai dari indeksnya.',
  'index-let-go':
    'Bukan nilai dari indeks instansi pembina yang tersimpan di sini; bila diambil, indeks itu dilepas.',
}

/** What is said beside a proposed value. */
export function remarkMessage(remark: Remark): string {
  return REMARKS[remark]
}

const REFUSALS: Readonly<Record<RefusedWhy, string>> = {
  'unknown-indicator': 'nomor indikator tidak dikenal',
  'number-and-name-differ': 'nomor dan namanya milik indikator yang berbeda',
  'outside-scope': 'indikator ini tidak termasuk yang Anda isi',
  duplicate: 'indikator ini ada di beberapa baris',
  'not-a-number': 'harus angka',
  'not-a-level': 'bukan tingkat pada instrumen ini',
  'not-an-index': 'di luar rentang indeks instansi pembina pada instrumen ini',
  date: 'berisi tanggal, bukan tingkat; ubah format selnya menjadi angka',
  error: 'berisi galat rumus',
  uncomputed: 'rumusnya belum dihitung; buka dan simpan di Excel dulu',
  'too-long': 'teksnya terlalu panjang',
  'no-such-field': 'indikator ini tidak punya isian ini',
  waiting: 'dua isian berbeda menunggu keputusan Anda di halaman indikator',
  merged: 'sel gabungan, hanya dibaca untuk baris pertamanya',
}

/** A cell that is not taken: where, why, and what stands there. */
export function refusedMessage({ why, cell, number, text }: RefusedCell): string {
  const where = number === null ? `Sel ${cell}` : `Sel ${cell}, indikator ${number}`
  return `${where}: ${REFUSALS[why]}${text ? ` (“${text}”)` : ''}.`
}
