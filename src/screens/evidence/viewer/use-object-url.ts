import { useEffect, useState } from 'react'

/** An address for some bytes, as long as they are shown; null until it is there. */
export function useObjectUrl(bytes: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(bytes)
    // oxlint-disable-next-line react/set-state-in-effect -- taken outside of React, and given back
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return url
}
