import { useEffect, useMemo, useRef, useState } from 'react'
import { filterPool, poolRows, type PoolFilterId, type PoolRow } from '../../evidence/pool'
import { readFileRows, type FileRow } from '../../storage/files'
import { useApp } from '../app/app-context'
import { localDay } from '../app/clock'
import { useFileRows } from '../intake/file-rows'
import { useDrawnState } from '../session/session-context'

/** What this computer knows of its files, by SHA-256. */
export type FileRows = ReadonlyMap<string, FileRow>

export interface Pool {
  readonly rows: readonly PoolRow[]
  readonly fitting: ReadonlyMap<PoolFilterId, readonly PoolRow[]>
  readonly files: FileRows
}

/** The documents of the open assessment with what was found in their files. */
export function usePool(): Pool {
  const evidence = useDrawnState((state) => state.evidence)
  const stored = useStoredRows(evidence)
  const live = useFileRows()
  const files = useMemo(() => new Map([...stored, ...live]), [stored, live])
  return useMemo(() => {
    const facts = new Map([...files].flatMap(([id, row]) => (row.facts ? [[id, row.facts]] : [])))
    const rows = poolRows({ evidence, facts })
    return { rows, fitting: filterPool(rows, localDay()), files }
  }, [evidence, files])
}

const NO_FILES: FileRows = new Map()
/** Milliseconds without a change of the evidence until the files are read again. */
const READ_PAUSE = 500

/** Read anew with the evidence, and when the window is come back to: other tabs and parcels bring files too. */
function useStoredRows(evidence: object): FileRows {
  const { database } = useApp()
  const [files, setFiles] = useState(NO_FILES)
  const isFirst = useRef(true)
  useEffect(() => {
    let current = true
    const read = () =>
      void readFileRows(database)
        .then((rows) => current && setFiles(rows))
        // Without it only pages and text layers are not told.
        .catch(() => undefined)
    // Once after many changes in a row, as while files are taken in.
    const timer = setTimeout(read, isFirst.current ? 0 : READ_PAUSE)
    isFirst.current = false
    addEventListener('focus', read)
    return () => {
      current = false
      clearTimeout(timer)
      removeEventListener('focus', read)
    }
  }, [database, evidence])
  return files
}
