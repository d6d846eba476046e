import { newId } from '../app/new-id'
import { useEffect, useState } from 'react'
import { inScope, type Scope } from '../../answers/assessment'
import type { Change } from '../../answers/change'
import { valuesOf, presentOf } from '../../answers/present'
import type { Backup } from '../../handover/backup'
import { unknownIndicator } from '../../handover/parcel-check'
import type { Instrument } from '../../instrument/schema'
import { keepInstrument } from '../../storage/instruments'
import type { Database } from '../../storage/database'
import { readAuthor, type Author } from '../../storage/settings'
import { mergeChanges } from '../../storage/merge-changes'
import { Dialog } from '../../ui/dialog'
import { Notice } from '../../ui/notice'
import { cancelledBy, JobCancelled } from '../../workers/job'
import { startRestoringFiles } from '../../workers/parcel-job'
import { useApp } from '../app/app-context'
import { useCallOff } from '../app/use-call-off'
import { goTo, hrefOf } from '../app/routes'
import { newlyStored, storeAssessment } from '../session/create'
import { ByteProgress } from '../parcel/byte-progress'
import { ParcelButton } from '../parcel/parcel-button'
import { FileReadingView } from '../parcel/file-reading-view'
import { parcelFaultMessage } from '../parcel/parcel-messages'
import { useFileReading, type ReadFile } from '../parcel/use-file-reading'
import { MERGE_REFUSED, NOT_STORED } from './backup-messages'
import { findInstrument, type ToKeep } from './carried-instrument'
import { OpenBackupChoices, type OpeningChoice } from './open-backup-choices'
import { readHome, type Summary } from './summaries'

interface OpenBackupProps {
  readonly onClose: () => void
  readonly onOpened: () => void
}

interface Ready {
  readonly backup: Backup
  readonly instrument: Instrument
  /** Its instrument, where the parcel carries one that is not here yet. */
  readonly keep: ToKeep | null
  /** The parcel its files are in; null for a backup that has none. */
  readonly zip: Blob | null
  readonly files: number
  /** Assessments here that the file could be merged with, the same one first. */
  readonly candidates: readonly Summary[]
}

const NO_FILES = { zip: null, files: 0 }

interface Merged {
  readonly assessment: string
  readonly added: number
  readonly differences: number
  /** Merged indicators that do not belong to the part answered here. */
  readonly outside: number
}

/** Opens a backup: says what is in it, and merges it or opens it as one of its own, as the person chooses. */
export default function OpenBackup({ onClose, onOpened }: OpenBackupProps) {
  const services = useApp()
  const [fault, setFault] = useState<string | null>(null)
  const [ready, setReady] = useState<Ready | null>(null)
  const [merged, setMerged] = useState<Merged | null>(null)

  const [restoring, setRestoring] = useState<{ done: number; total: number } | null>(null)
  const { begin, cancel } = useCallOff()
  async function take(read: ReadFile): Promise<void> {
    const backup = read.kind === 'parcel' ? read.parcel.backup : read.backup
    const sealFault = read.kind === 'parcel' ? read.parcel.fault : null
    if (sealFault) return setFault(parcelFaultMessage(sealFault))
    if (!backup) return
    const { database } = services
    const finding = await findInstrument(
      database,
      backup.assessment,
      read.kind === 'parcel' ? read.parcel : null,
    )
    if (finding.status === 'refused') return setFault(finding.message)
    const { instrument, keep } = finding
    const unknown = unknownIndicator(instrument, backup.changes)
    if (unknown) return setFault(parcelFaultMessage(unknown))
    const { summaries, trash } = await readHome(database)
    const candidates = candidatesFor(backup, [...summaries, ...trash])
    const carried =
      read.kind === 'parcel' ? { zip: read.zip, files: read.parcel.manifest.counts.files } : NO_FILES
    setReady({ backup, instrument, keep, candidates, ...carried })
  }

  async function open({ backup, keep, zip, files }: Ready, choice: OpeningChoice): Promise<void> {
    setFault(null)
    // First of all: an assessment without its instrument could not be opened.
    if (keep) await keepInstrument(services.database, keep.ref, keep.text)
    if (zip && files > 0 && !(await keepFiles(zip))) return
    if (choice.kind === 'merge') return merge(backup, choice.assessment)
    const at = new Date().toISOString()
    const assessment =
      choice.kind === 'copy'
        ? { ...backup.assessment, id: newId(), origin: 'copy' as const }
        : backup.assessment
    const author = await authorHere(services.database, backup)
    await storeAssessment(services, newlyStored(assessment, author, at), backup.changes)
    onOpened()
    goTo({ screen: 'fill-in', assessment: assessment.id, indicator: null })
  }

  /** The bytes come before the changes that name them: what a crash leaves then is named by nothing. */
  async function keepFiles(zip: Blob): Promise<boolean> {
    setRestoring({ done: 0, total: 0 })
    try {
      const restored = await cancelledBy(
        begin(),
        startRestoringFiles(zip, new Date().toISOString(), (done, total) => setRestoring({ done, total })),
      )
      if (restored.status === 'refused') setFault(parcelFaultMessage(restored.fault))
      return restored.status === 'restored'
    } catch (cause) {
      if (cause instanceof JobCancelled) return false
      throw cause
    } finally {
      setRestoring(null)
    }
  }

  async function merge(backup: Backup, assessment: string): Promise<void> {
    const union = await mergeChanges(services.database, assessment, backup.changes, new Date().toISOString())
    if (union.status === 'refused') return setFault(MERGE_REFUSED)
    services.news.publish({ kind: 'changes', assessment, ids: union.added.map((change) => change.id) })
    services.news.publish({ kind: 'assessments' })
    const { summaries } = await readHome(services.database)
    const summary = summaries.find(({ stored }) => stored.assessment.id === assessment)
    const scope = summary?.stored.assessment.scope ?? 'all'
    setReady(null)
    setMerged({
      assessment,
      added: union.added.length,
      differences: summary?.differences ?? 0,
      outside: indicatorsOutside(scope, union.added),
    })
    onOpened()
  }

  const reading = useFileReading((read) => {
    take(read).catch(() => setFault(NOT_STORED))
  })
  useEffect(() => cancel, [cancel])

  return (
    <Dialog title="Buka atau pulihkan dari cadangan" onClose={onClose} wide>
      {!ready && !merged && (
        <>
          <p>
            Pilih berkas cadangan atau isian. Isinya diperiksa dan ditunjukkan dulu; tidak ada yang berubah
            sebelum Anda memutuskan.
          </p>
          <div>
            <ParcelButton
              name="Berkas cadangan atau isian"
              onFile={(file) => {
                setFault(null)
                reading.take(file)
              }}
            />
          </div>
          <FileReadingView reading={reading} />
        </>
      )}
      {fault && (
        <Notice tone="err" live>
          <p>
            <b>Tidak ada yang berubah.</b> {fault}
          </p>
        </Notice>
      )}
      {ready && !restoring && (
        <OpenBackupChoices
          backup={ready.backup}
          files={ready.files}
          instrument={ready.instrument}
          keep={ready.keep}
          facts={valuesOf(presentOf(ready.backup.changes), { kind: 'assessment' })}
          candidates={ready.candidates}
          onChoose={(choice) => {
            open(ready, choice).catch(() => setFault(NOT_STORED))
          }}
        />
      )}
      {restoring && <ByteProgress label="Menyimpan berkas bukti" {...restoring} onCancel={cancel} />}
      {merged && <MergedNotice merged={merged} />}
      <div className="actions">
        <button type="button" className="btn" onClick={onClose}>
          {merged ? 'Selesai' : 'Batal'}
        </button>
        {merged && (
          <button
            type="button"
            className="btn main"
            onClick={() => goTo({ screen: 'fill-in', assessment: merged.assessment, indicator: null })}
          >
            Buka penilaian
          </button>
        )}
      </div>
    </Dialog>
  )
}

function MergedNotice({ merged }: { readonly merged: Merged }) {
  return (
    <Notice tone={merged.differences > 0 ? 'warn' : 'ok'} live>
      <p>
        <b>Cadangan sudah digabung.</b> {merged.added} perubahan baru
        {merged.differences > 0
          ? `, ${merged.differences} perbedaan menunggu keputusan Anda. Kedua isian disimpan.`
          : ', tanpa perbedaan.'}
      </p>
      {merged.outside > 0 && (
        <p>
          {merged.outside} indikator di antaranya tidak termasuk bagian yang Anda isi, jadi tidak tampak pada
          daftar.{' '}
          <a href={hrefOf({ screen: 'settings', assessment: merged.assessment })}>
            Ubah indikator yang diisi
          </a>
        </p>
      )}
    </Notice>
  )
}

/** Who works here, if that is known; otherwise whoever wrote the file. */
async function authorHere(database: Database, backup: Backup): Promise<Author> {
  const here = await readAuthor(database)
  const { unit, person } = backup
  return here.unit || here.person ? here : { unit, person }
}

function indicatorsOutside(scope: Scope, changes: readonly Change[]): number {
  const outside = changes.flatMap(({ target }) =>
    target.kind === 'indicator' && !inScope(scope, target.id) ? [target.id] : [],
  )
  return new Set(outside).size
}

/** Assessments here with the same instrument; the very same one first. Examples take nothing in. */
function candidatesFor(backup: Backup, summaries: readonly Summary[]): Summary[] {
  const { id, instrument } = backup.assessment
  const fitting = summaries.filter(
    ({ stored }) =>
      stored.assessment.id === id ||
      (stored.assessment.instrument.sha256 === instrument.sha256 &&
        stored.assessment.origin !== 'example' &&
        !stored.local.deletedAt),
  )
  return fitting.sort(
    (one, other) => Number(other.stored.assessment.id === id) - Number(one.stored.assessment.id === id),
  )
}
