import { useEffect, useState } from 'react'

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

/** An address for some bytes, as long as they are shown. */
function useObjectUrl(bytes: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(bytes)
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the address must be given back with the effect
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return url
}
