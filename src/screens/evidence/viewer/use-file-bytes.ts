import { useEffect, useState } from 'react'
import { readFileBytes } from '../../../storage/files'
import { useApp } from '../../app/app-context'

/** Null while they are being read; `missing` where this computer does not keep them. */
export type FileBytes = Blob | 'missing' | null

/** The bytes of a file, as a handle to the disk. Give the component that asks a key of its own for each file. */
export function useFileBytes(sha256: string): FileBytes {
  const { database } = useApp()
  const [bytes, setBytes] = useState<FileBytes>(null)
  useEffect(() => {
    let current = true
    void readFileBytes(database, sha256)
      .catch(() => null)
      .then((read) => current && setBytes(read ?? 'missing'))
    return () => {
      current = false
    }
  }, [database, sha256])
  return bytes
}
