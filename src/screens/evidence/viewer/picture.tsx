import { useObjectUrl } from './use-object-url'

interface PictureProps {
  readonly bytes: Blob
  /** CSS pixels. */
  readonly width: number
  readonly title: string
  readonly onUnreadable: () => void
}

/** A picture, turned as its camera noted. */
export function Picture({ bytes, width, title, onUnreadable }: PictureProps) {
  const url = useObjectUrl(bytes)
  if (!url) return null
  return (
    <img
      className="page-picture"
      src={url}
      alt={`Gambar ${title}`}
      style={{ width }}
      onError={onUnreadable}
    />
  )
}
