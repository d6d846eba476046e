import { useEffect, useState } from 'react'
import {
  entryOf,
  findShipped,
  loadTexts,
  shippedInstruments,
  type CatalogueEntry,
} from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { updateInstrument } from '../../storage/assessments'
import { readInstrumentFile } from '../../storage/instruments'
import { keptInstruments } from '../../storage/kept-instruments'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { useApp } from '../app/app-context'
import { saveFile } from '../handover/save-file'
import { useReopen, useSession } from '../session/session-context'
import { FilePicker } from './file-picker'
import { VersionChanges } from './version-changes'
import './instrument-file.css'

interface Version {
  readonly entry: CatalogueEntry
  readonly texts: Instrument
}

/**
 * Which version of its instrument an assessment is made with, and another one to change to: what would change and what
 * the index would become are shown first, and every version stays here to go back to.
 */
export default function InstrumentVersions() {
  const { database, news } = useApp()
  const session = useSession()
  const reopen = useReopen()
  const offerUndo = useUndo()
  const { assessment } = session.getState()
  const here = entryOf(assessment.instrument, session.instrument)
  const [others, setOthers] = useState<readonly CatalogueEntry[]>([])
  const [looking, setLooking] = useState<Version | null>(null)
  const [fault, setFault] = useState('')

  useEffect(() => {
    let current = true
    void otherVersions(database, here).then((found) => {
      if (current) setOthers(found)
    })
    return () => {
      current = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- an entry is made anew each time; its content is its hash
  }, [database, here.sha256])

  async function look(entry: CatalogueEntry): Promise<void> {
    setFault('')
    if (entry.id !== here.id) {
      return setFault(`Berkas itu instrumen lain (${entry.id}). Untuk instrumen lain mulai penilaian baru.`)
    }
    if (entry.sha256 === here.sha256) return setFault('Penilaian ini sudah memakai versi itu.')
    setLooking({ entry, texts: await loadTexts(entry) })
  }

  async function use(entry: CatalogueEntry, previous: CatalogueEntry): Promise<void> {
    setFault('')
    try {
      await session.flush()
      const { id, version, sha256 } = entry
      await updateInstrument(database, assessment.id, { id, version, sha256 })
      news.publish({ kind: 'assessments' })
      setLooking(null)
      reopen()
    } catch {
      return setFault('Belum diganti: penyimpanan penuh atau terputus. Kosongkan ruang disk, lalu coba lagi.')
    }
    offerUndo(`Instrumen diganti ke versi ${entry.version}`, () => void use(previous, entry))
  }

  async function download(): Promise<void> {
    const text = await readInstrumentFile(database, assessment.instrument)
    if (text === undefined) return setFault('Berkas instrumen ini tidak ada di komputer ini.')
    const blob = new Blob([text], { type: 'application/json' })
    await saveFile({ name: `${here.id}-v${here.version}.json`, blob, description: 'Berkas instrumen' })
  }

  return (
    <section className="version" aria-labelledby="version-title">
      <h2 id="version-title">Instrumen</h2>
      <p>
        {here.shortTitle}, versi {here.version}. <span className="hint">Sidik (SHA-256):</span>{' '}
        <code>{here.sha256}</code>
      </p>
      {!findShipped(assessment.instrument) && (
        <div>
          <button type="button" className="btn" onClick={() => void download()}>
            Unduh berkas instrumen
          </button>
        </div>
      )}
      {others.length > 0 && !looking && (
        <ul>
          {others.map((entry) => (
            <li key={entry.sha256}>
              Versi {entry.version}{' '}
              <button type="button" className="link" onClick={() => void look(entry)}>
                Lihat yang berubah bila memakai versi {entry.version}
              </button>
            </li>
          ))}
        </ul>
      )}
      {looking ? (
        <VersionChanges
          entry={looking.entry}
          texts={looking.texts}
          onUse={() => void use(looking.entry, here)}
          onClose={() => setLooking(null)}
        />
      ) : (
        <>
          <p className="hint">
            Bila instrumen ini diperbaiki, buka berkas versi barunya: yang berubah ditunjukkan dulu.
          </p>
          <FilePicker label="Buka versi lain" onRead={(entry) => void look(entry)} />
        </>
      )}
      {fault && (
        <Notice tone="err" live>
          <p>{fault}</p>
        </Notice>
      )}
    </section>
  )
}

/** The versions of the same instrument that are known here, newest first. */
async function otherVersions(
  database: Parameters<typeof keptInstruments>[0],
  here: CatalogueEntry,
): Promise<CatalogueEntry[]> {
  const kept = (await keptInstruments(database)).map(({ ref, instrument }) => entryOf(ref, instrument))
  const all = new Map([...shippedInstruments, ...kept].map((entry) => [entry.sha256, entry]))
  return [...all.values()]
    .filter(({ id, sha256 }) => id === here.id && sha256 !== here.sha256)
    .sort((one, other) => other.version - one.version)
}
