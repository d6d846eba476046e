import { useObjectUrl } from './use-object-url'

interface FilmProps {
  readonly bytes: Blob
  readonly title: string
  readonly onUnplayable: () => void
}

/** A video, played from the disk with the browser's own buttons. */
export function Film({ bytes, title, onUnplayable }: FilmProps) {
  const url = useObjectUrl(bytes)
  if (!url) return null
  return (
    <video
      className="film"
      src={url}
      controls
      preload="metadata"
      aria-label={`Video ${title}`}
      onError={onUnplayable}
      // Sound without a picture: the codec of the picture is not known.
      onLoadedMetadata={({ currentTarget }) => currentTarget.videoWidth === 0 && onUnplayable()}
    />
  )
}
