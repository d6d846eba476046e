import { useEffect, useState } from 'react'
import { readFileRows, type FileRow } from '../../storage/files'
import { useApp } from '../app/app-context'

/** The files on this computer by SHA-256, read once; null until they are, none where they cannot be read. */
export function useFilesHere(): ReadonlyMap<string, FileRow> | null {
  const { database } = useApp()
  const [here, setHere] = useState<ReadonlyMap<string, FileRow> | null>(null)
  useEffect(() => {
    let current = true
    readFileRows(database).then(
      (rows) => current && setHere(rows),
      () => current && setHere(new Map()),
    )
    return () => {
      current = false
    }
  }, [database])
  return here
}
