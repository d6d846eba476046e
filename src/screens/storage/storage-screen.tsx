import { useCallback, useEffect, useState } from 'react'
import { formatBytes, formatCount } from '../../report/format'
import { readFileRows } from '../../storage/files'
import { removeEverything } from '../../storage/leave'
import { readStorageFacts, type StorageFacts } from '../../storage/persistence'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { notBackedUp } from '../app/clock'
import { autoBackupOf } from '../auto-backup/auto-backup'
import { AutoBackupSection } from '../auto-backup/auto-backup-section'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { emptyWorkshop } from '../parcel/workshop'
import { useHome } from '../home/use-home'
import type { Summary } from '../home/summaries'
import { BarePage } from '../strip/bare-strip'
import '../../ui/key-values.css'

interface Kept {
  readonly facts: StorageFacts
  readonly files: number
  /** In bytes. */
  readonly bytes: number
  readonly biggest: number
  readonly unused: number
}

/** Penyimpanan: what this computer keeps and how much room there is; and how to leave nothing behind on a shared one. */
export default function StorageScreen() {
  useScreen('Penyimpanan')
  const { database } = useApp()
  const { home, reload } = useHome()
  const [kept, setKept] = useState<Kept | null>(null)
  const [outcome, setOutcome] = useState<'gone' | 'refused' | 'failed' | null>(null)
  const read = useCallback(() => {
    readKept(database).then(setKept, () => undefined)
  }, [database])
  useEffect(read, [read])
  const all = home ? [...home.summaries, ...home.trash] : []
  return (
    <BarePage>
      <h1>Penyimpanan</h1>
      <p className="read-2">
        Yang disimpan peramban ini, di komputer ini. <GuideLink section="penyimpanan-dan-komputer-bersama" />
      </p>
      {kept && home && <Filling kept={kept} assessments={all.length} trash={home.trash.length} />}
      <AutoBackupSection />
      {home && (
        <Leaving
          all={all}
          unreadable={home.unreadable}
          outcome={outcome}
          onOutcome={(next) => {
            setOutcome(next)
            reload()
            read()
          }}
        />
      )}
    </BarePage>
  )
}

interface FillingProps {
  readonly kept: Kept
  readonly assessments: number
  readonly trash: number
}

function Filling({ kept, assessments, trash }: FillingProps) {
  const { facts, files, bytes, biggest, unused } = kept
  return (
    <dl className="kv gap-top">
      <dt>Terpakai</dt>
      <dd>
        {facts.used === undefined || facts.quota === undefined
          ? 'Peramban tidak menyebutkannya'
          : `${formatBytes(facts.used)} dari ${formatBytes(facts.quota)} yang disediakan peramban`}
      </dd>
      <dt>Penilaian</dt>
      <dd>
        {formatCount(assessments)}
        {trash > 0 && `, ${formatCount(trash)} di antaranya di Sampah`}
      </dd>
      <dt>Berkas bukti</dt>
      <dd>
        {formatCount(files)} berkas, {formatBytes(bytes)}
        {files > 0 && `; yang terbesar ${formatBytes(biggest)}`}
      </dd>
      {unused > 0 && (
        <>
          <dt>Tidak dipakai lagi</dt>
          <dd>{formatCount(unused)} berkas; dihapus sendiri setelah 30 hari</dd>
        </>
      )}
      <dt>Dijaga peramban</dt>
      <dd>
        {facts.persisted
          ? 'Ya: peramban berjanji tidak menghapusnya sendiri'
          : 'Belum: peramban dapat menghapusnya bila ruang disk habis; simpanlah cadangan'}
      </dd>
    </dl>
  )
}

interface LeavingProps {
  readonly all: readonly Summary[]
  /** Ids of assessments that cannot be read, and so not backed up either. */
  readonly unreadable: readonly string[]
  readonly outcome: 'gone' | 'refused' | 'failed' | null
  readonly onOutcome: (outcome: 'gone' | 'refused' | 'failed') => void
}

function Leaving({ all, unreadable, outcome, onOutcome }: LeavingProps) {
  const { database, news } = useApp()
  const [asking, setAsking] = useState(false)
  const open = all.filter(
    ({ stored }) => stored.assessment.origin !== 'example' && stored.local.unsavedSince !== null,
  )

  async function leave(): Promise<void> {
    setAsking(false)
    const gone = await removeEverything(database, unreadable)
    if (gone) {
      localStorage.clear()
      await emptyWorkshop()
      // The folder is forgotten too; what lies in it stays.
      await autoBackupOf(database).look()
      news.publish({ kind: 'assessments' })
    }
    onOutcome(gone ? 'gone' : 'refused')
  }

  return (
    <section className="gap-top">
      <h2>Meninggalkan komputer bersama</h2>
      <p className="read-2">
        Menghapus semua penilaian, berkas bukti, dan Sampah dari peramban ini. Yang sudah Anda simpan di
        flashdisk atau komputer lain tidak tersentuh.
      </p>
      {open.length > 0 && (
        <Notice tone="warn">
          <p>
            <b>Simpan cadangannya dulu.</b> Baru setelah semua penilaian diketahui tersimpan, ini dapat
            dihapus:
          </p>
          <ul>
            {open.map(({ stored, facts }) => (
              <li key={stored.assessment.id}>
                <Unsaved summary={{ stored, facts }} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unreadable.length > 0 && (
        <Notice tone="warn">
          <p>
            {formatCount(unreadable.length)} penilaian tidak dapat dibaca, jadi juga tidak dicadangkan. Semua
            akan ikut terhapus.
          </p>
        </Notice>
      )}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn danger"
          disabled={open.length > 0}
          onClick={() => setAsking(true)}
        >
          Hapus semua dari komputer ini
        </button>
      </div>
      {outcome === 'gone' && (
        <Notice tone="ok" live>
          <p>
            <b>Semua sudah dihapus dari peramban ini.</b> Hapus juga berkas di folder Unduhan bila ada.
          </p>
        </Notice>
      )}
      {(outcome === 'refused' || outcome === 'failed') && (
        <Notice tone="err" live>
          <p>
            <b>Tidak ada yang dihapus.</b>{' '}
            {outcome === 'refused'
              ? 'Ada isian yang baru disimpan di tab lain. Simpan cadangan, lalu coba lagi.'
              : 'Penyimpanan terputus. Muat ulang halaman ini, lalu coba lagi.'}
          </p>
        </Notice>
      )}
      {asking && (
        <Dialog title="Hapus semua dari komputer ini?" onClose={() => setAsking(false)}>
          <p>
            {formatCount(all.length)} penilaian akan hilang dari peramban ini. Semuanya tercatat sudah
            dicadangkan; pastikan berkas cadangannya ada pada Anda.
          </p>
          {unreadable.length > 0 && (
            <p>
              {formatCount(unreadable.length)} penilaian yang tidak dapat dibaca ikut hilang, tanpa cadangan.
            </p>
          )}
          <div className="actions">
            <button type="button" className="btn main" onClick={() => setAsking(false)}>
              Jangan hapus
            </button>
            <button
              type="button"
              className="btn danger"
              onClick={() => void leave().catch(() => onOutcome('failed'))}
            >
              Hapus semua
            </button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

/** An assessment that is not backed up, with the way to do it; from Sampah it must come back first. */
function Unsaved({ summary }: { readonly summary: Pick<Summary, 'stored' | 'facts'> }) {
  const { assessment, local } = summary.stored
  const name = `${summary.facts.institutionName ?? 'Tanpa nama'}, ${summary.facts.year ?? 'tanpa tahun'}`
  return local.deletedAt ? (
    <>
      {name}, di <a href={hrefOf({ screen: 'trash' })}>Sampah</a>: pulihkan lalu cadangkan, atau hapus
      selamanya
    </>
  ) : (
    <>
      <a href={hrefOf({ screen: 'handover', assessment: assessment.id })}>{name}</a>:{' '}
      {notBackedUp(local.unsavedSince ?? '').toLowerCase()}
    </>
  )
}

async function readKept(database: Parameters<typeof readFileRows>[0]): Promise<Kept> {
  const rows = [...(await readFileRows(database)).values()]
  const sizes = rows.map(({ size }) => size)
  return {
    facts: await readStorageFacts(),
    files: rows.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    biggest: sizes.reduce((most, size) => Math.max(most, size), 0),
    unused: rows.filter(({ unusedSince }) => unusedSince !== null).length,
  }
}
