import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** Re-renders once a minute, for what says how long ago. */
export function useMinute(): void {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), MINUTE)
    return () => clearInterval(timer)
  }, [])
}
