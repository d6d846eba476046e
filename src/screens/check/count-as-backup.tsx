import { useEffect, useState } from 'react'
import type { Backup } from '../../handover/backup'
import { fileOf } from '../../handover/manifest'
import { noteBackup, readAssessment } from '../../storage/assessments'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import type { ReadFile } from '../parcel/use-file-reading'

interface CountAsBackupProps {
  readonly read: ReadFile
  readonly backup: Backup
}

/** One's own parcel, dropped back in, is known to lie somewhere: it may count as the backup of its assessment. */
export function CountAsBackup({ read, backup }: CountAsBackupProps) {
  const { database, news } = useApp()
  const [state, setState] = useState<'other' | 'own' | 'whole' | 'newer' | 'failed'>('other')
  const { id } = backup.assessment
  useEffect(() => {
    let current = true
    readAssessment(database, id).then(
      (stored) => current && setState(stored ? 'own' : 'other'),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [database, id])

  async function count(): Promise<void> {
    const entries = read.kind === 'parcel' ? read.parcel.manifest.entries : []
    const files = new Set(entries.flatMap(({ path }) => fileOf(path)?.sha256 ?? []))
    const local = await noteBackup(database, id, backup.changes, new Date().toISOString(), files)
    news.publish({ kind: 'changes', assessment: id, ids: [] })
    setState(local?.unsavedSince === null ? 'whole' : 'newer')
  }

  if (state === 'other') return null
  if (state === 'own') {
    return (
      <div className="actions gap-top">
        <button type="button" className="btn" onClick={() => void count().catch(() => setState('failed'))}>
          Hitung sebagai cadangan penilaian di komputer ini
        </button>
      </div>
    )
  }
  return (
    <Notice tone={state === 'whole' ? 'ok' : 'warn'} live>
      <p>
        {state === 'whole' && <b>Dihitung tersimpan. Semua isian sudah dicadangkan.</b>}
        {state === 'newer' &&
          'Dihitung tersimpan, tetapi ada isian atau berkas yang tidak ada di dalamnya. Simpan cadangan lagi.'}
        {state === 'failed' &&
          'Belum tercatat: penyimpanan penuh atau terputus. Kosongkan ruang disk, lalu coba lagi.'}
      </p>
    </Notice>
  )
}
