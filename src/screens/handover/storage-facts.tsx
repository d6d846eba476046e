import { useEffect, useState } from 'react'
import { formatBytes } from '../../report/format'
import { readStorageFacts, type StorageFacts } from '../../storage/persistence'

/** Where the data lies, how much room there is, and whether the browser has promised to keep it. */
export function StorageFactsLine() {
  const [facts, setFacts] = useState<StorageFacts | null>(null)
  useEffect(() => {
    void readStorageFacts().then(setFacts)
  }, [])
  if (!facts) return null
  const { persisted, used, quota } = facts
  return (
    <p className="hint gap-top">
      Data tinggal di peramban ini, di komputer ini.{' '}
      {used !== undefined &&
        quota !== undefined &&
        `Terpakai ${formatBytes(used)} dari ${formatBytes(quota)} yang disediakan peramban. `}
      {persisted
        ? 'Peramban berjanji tidak menghapusnya sendiri.'
        : 'Peramban dapat menghapusnya bila ruang disk habis; karena itu simpanlah cadangan.'}
    </p>
  )
}
