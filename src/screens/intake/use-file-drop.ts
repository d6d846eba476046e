import { useState, type DragEvent } from 'react'
import { droppedFiles } from './dropped-files'

/** What a place needs to take files and folders that are dropped on it. */
export interface FileDrop {
  readonly isOver: boolean
  /** Names of what could not be read of the last drop. */
  readonly unreadable: readonly string[]
  readonly place: {
    readonly onDragEnter: () => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

export function useFileDrop(take: (files: readonly File[]) => void): FileDrop {
  const [isOver, setOver] = useState(false)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  return {
    isOver,
    unreadable,
    place: {
      onDragEnter: () => setOver(true),
      onDragOver(event) {
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop(event) {
        event.preventDefault()
        setOver(false)
        setUnreadable([])
        void droppedFiles(event.dataTransfer).then((dropped) => {
          take(dropped.files)
          setUnreadable(dropped.unreadable)
        })
      },
    },
  }
}
