import { BareStrip } from '../strip/bare-strip'
import { Notice } from '../../ui/notice'

/** Why the app cannot begin. */
export type StorageFailure = 'blocked' | 'newer' | 'waiting' | 'outdated' | 'lost' | 'emptied'

const MESSAGES: Readonly<Record<StorageFailure, { title: string; what: string; todo: string }>> = {
  blocked: {
    title: 'Penyimpanan peramban diblokir',
    what: 'Peramban ini tidak mengizinkan halaman menyimpan data, sehingga isian tidak dapat disimpan.',
    todo: 'Buka di jendela biasa (bukan jendela privat), izinkan data situs untuk alamat ini pada pengaturan peramban, atau kosongkan ruang disk. Setelah itu muat ulang.',
  },
  newer: {
    title: 'Data di komputer ini dibuat oleh versi yang lebih baru',
    what: 'Versi ini tidak menyentuh data itu. Isian Anda aman.',
    todo: 'Muat ulang halaman untuk memakai versi baru, atau buka dengan versi terakhir yang Anda pakai.',
  },
  waiting: {
    title: 'Menunggu tab lain selesai',
    what: 'Aplikasi versi lama masih terbuka di tab lain dan memegang data. Isian Anda aman.',
    todo: 'Tutup tab SPBE Mandiri yang lain. Halaman ini terbuka sendiri sesudahnya.',
  },
  outdated: {
    title: 'Versi baru sudah dibuka di tab lain',
    what: 'Isian di tab ini aman: yang belum sempat tersimpan dipulihkan sesudah dimuat ulang.',
    todo: 'Muat ulang tab ini untuk melanjutkan dengan versi baru.',
  },
  lost: {
    title: 'Sambungan ke penyimpanan terputus',
    what: 'Peramban menutup basis data. Yang sudah tersimpan tetap aman.',
    todo: 'Muat ulang halaman untuk melanjutkan. Teks yang belum tersimpan dipulihkan saat halaman dibuka lagi.',
  },
  emptied: {
    title: 'Peramban mengosongkan penyimpanannya',
    what: 'Peramban menemukan basis datanya rusak, misalnya sesudah listrik padam, dan memulai dari kosong. Penilaian yang ada di sini tidak dapat dibaca lagi.',
    todo: 'Muat ulang halaman, lalu pilih “Buka atau pulihkan dari cadangan” di Beranda dan ambil cadangan terakhir Anda.',
  },
}

/** Told before the first word is typed, or as soon as storage is gone. */
export function StorageFailureScreen({ failure }: { readonly failure: StorageFailure }) {
  const { title, what, todo } = MESSAGES[failure]
  return (
    <>
      <BareStrip />
      <main className="page narrow" id="isi">
        <h1>{title}</h1>
        <p className="read-2">{what}</p>
        <Notice tone="warn" live>
          <p>{todo}</p>
        </Notice>
        <div className="actions">
          <button type="button" className="btn main" onClick={() => location.reload()}>
            Muat ulang
          </button>
        </div>
      </main>
    </>
  )
}
