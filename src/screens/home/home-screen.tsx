import { useState } from 'react'
import { fetched } from '../../ui/fetched'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { dayAndTime, notBackedUp } from '../app/clock'
import { goTo, hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { BareStrip } from '../strip/bare-strip'
import { AssessmentRow } from './assessment-row'
import { loadExample } from './example'
import type { Home, Summary } from './summaries'
import { useHome } from './use-home'
import './home.css'

const OpenBackup = fetched(() => import('./open-backup'))

/** Beranda: go on where one was, begin, open what exists, learn. */
export function HomeScreen() {
  const { home, failed, reload } = useHome()
  useScreen('Beranda', home !== null)
  const [opening, setOpening] = useState(false)
  return (
    <>
      <BareStrip />
      <main className="page" id="isi">
        {!window.isSecureContext && <InsecureNotice />}
        {failed && (
          <Notice tone="err" live>
            <p>
              <b>Daftar penilaian tidak dapat dibaca.</b> Tidak ada yang berubah. Muat ulang halaman ini.
            </p>
          </Notice>
        )}
        {home && (
          <div className="home">
            <div className="hero">
              {home.summaries.length === 0 ? (
                <Welcome home={home} />
              ) : (
                <Overview home={home} reload={reload} />
              )}
            </div>
            <Side onOpen={() => setOpening(true)} />
          </div>
        )}
        <p className="foot">
          Semua isian tinggal di peramban ini, di komputer ini. Tidak ada yang dikirim ke internet. SPBE
          Mandiri bukan aplikasi resmi Kementerian PANRB; hasilnya sementara.
        </p>
      </main>
      {opening && <OpenBackup onClose={() => setOpening(false)} onOpened={reload} />}
    </>
  )
}

function Welcome({ home }: { readonly home: Home }) {
  return (
    <>
      <h1>Siapkan penilaian mandiri SPBE</h1>
      <p className="lead">
        Isi indikator, rujuk buktinya, dan lihat indeks sementara. Tanpa internet, di komputer ini.
      </p>
      <div className="actions">
        <a className="btn main big" href={hrefOf({ screen: 'start' })}>
          Mulai penilaian
        </a>
        <TrashLink home={home} />
      </div>
      <Unreadable home={home} />
      <ol className="steps">
        <li>
          <div>
            <b>Isi</b>
            <span>Pilih tingkat tiap indikator, rujuk buktinya, tulis catatan.</span>
          </div>
        </li>
        <li>
          <div>
            <b>Periksa</b>
            <span>Lihat indeks sementara, yang masih kosong, dan yang belum lengkap.</span>
          </div>
        </li>
        <li>
          <div>
            <b>Kirim</b>
            <span>Buat laporan PDF untuk asesor, dan cadangan untuk Anda sendiri.</span>
          </div>
        </li>
      </ol>
    </>
  )
}

function Overview({ home, reload }: { readonly home: Home; readonly reload: () => void }) {
  const [latest] = home.summaries
  return (
    <>
      <h1>{greeting(home.author.person)}</h1>
      {latest && <Continue summary={latest} />}
      <Unreadable home={home} />
      <h2 className="section">Penilaian di komputer ini</h2>
      <ul className="asm">
        {home.summaries.map((summary) => (
          <AssessmentRow key={summary.stored.assessment.id} summary={summary} reload={reload} />
        ))}
      </ul>
      <div className="actions">
        <a className="btn" href={hrefOf({ screen: 'start' })}>
          <Icon name="add" />
          Mulai penilaian baru
        </a>
        <TrashLink home={home} />
      </div>
    </>
  )
}

function TrashLink({ home }: { readonly home: Home }) {
  if (home.trash.length === 0) return null
  return (
    <a className="btn plain trash" href={hrefOf({ screen: 'trash' })}>
      Sampah ({home.trash.length})
    </a>
  )
}

function Unreadable({ home }: { readonly home: Home }) {
  const count = home.unreadable.length
  if (count === 0) return null
  return (
    <Notice tone="warn">
      <p>
        <b>{count} penilaian tidak dapat dibaca</b> dan dibiarkan apa adanya. Muat ulang; bila tetap begitu,
        pulihkan dari cadangan.
      </p>
    </Notice>
  )
}

function Continue({ summary }: { readonly summary: Summary }) {
  const { stored, facts, place } = summary
  const { assessment, local } = stored
  const href = hrefOf({ screen: 'fill-in', assessment: assessment.id, indicator: local.place })
  return (
    <>
      <div className="go">
        <b>
          {facts.institutionName}, {facts.year}
        </b>
        <p className="hint">
          {place ? `Terakhir di indikator ${place}. ` : 'Belum ada isian. '}
          {local.lastChangeAt && dayAndTime(local.lastChangeAt)}
        </p>
        <a className="btn main big" href={href}>
          Lanjutkan
        </a>
      </div>
      {local.unsavedSince && assessment.origin === 'own' && (
        <Notice tone="warn">
          <p>
            <b>{notBackedUp(local.unsavedSince)}.</b> Simpan cadangan di flashdisk atau komputer lain.{' '}
            <a href={hrefOf({ screen: 'handover', assessment: assessment.id })}>Buat cadangan</a>
          </p>
        </Notice>
      )}
    </>
  )
}

function Side({ onOpen }: { readonly onOpen: () => void }) {
  const services = useApp()
  const [failed, setFailed] = useState(false)
  async function openExample(): Promise<void> {
    try {
      goTo({ screen: 'fill-in', assessment: await loadExample(services), indicator: null })
    } catch {
      setFailed(true)
    }
  }
  return (
    <aside className="side" aria-label="Buka dan belajar">
      <section>
        <h2>Buka yang sudah ada</h2>
        <ul>
          <li>
            <button type="button" className="link" onClick={onOpen}>
              <Icon name="undo" />
              Buka atau pulihkan dari cadangan
            </button>
          </li>
          <li>
            <a className="to-guide" href={hrefOf({ screen: 'check' })}>
              <Icon name="tick" />
              Periksa berkas
            </a>
          </li>
          <li>
            <a className="to-guide" href={hrefOf({ screen: 'storage' })}>
              <Icon name="save" />
              Penyimpanan
            </a>
          </li>
        </ul>
      </section>
      <section>
        <h2>Belajar dulu</h2>
        <ul>
          <li>
            <button type="button" className="link" onClick={() => void openExample()}>
              <Icon name="change" />
              Coba dengan contoh
            </button>
            <span className="hint">Kota Bandar Lampung 2022, hasil yang diterbitkan</span>
          </li>
          <li>
            <a className="to-guide" href={hrefOf({ screen: 'guide', section: null })}>
              <Icon name="help" />
              Panduan
            </a>
            <span className="hint">Cara memakai aplikasi ini dan arti istilahnya</span>
          </li>
        </ul>
      </section>
      {failed && (
        <Notice tone="err" live>
          <p>Contoh tidak dapat disimpan. Kosongkan ruang disk, lalu coba lagi. Isian Anda yang lain aman.</p>
        </Notice>
      )}
    </aside>
  )
}

function InsecureNotice() {
  return (
    <Notice tone="warn">
      <p>
        <b>Alamat ini tidak memakai https atau localhost.</b> Di alamat seperti ini peramban tidak menyediakan
        mode luring dan dapat menghapus data. Pakai alamat https, atau jalankan di komputer ini sendiri.
      </p>
    </Notice>
  )
}

/** By the time of day, with the name where it is known. */
function greeting(person: string): string {
  const hour = new Date().getHours()
  const part = hour < 11 ? 'pagi' : hour < 15 ? 'siang' : hour < 18 ? 'sore' : 'malam'
  return person ? `Selamat ${part}, ${person}` : `Selamat ${part}`
}
