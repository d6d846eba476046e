import { useEffect, useState } from 'react'
import { ProgressBar } from '../../ui/progress-bar'

/** Waiting shorter than this shows nothing, in milliseconds. */
const PATIENCE = 400

/** Says that something is being opened, once it takes long enough to be noticed. */
export function Opening({ text }: { readonly text: string }) {
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!visible) return null
  return (
    <main className="page narrow" role="status">
      <p>{text}</p>
      <ProgressBar label={text} share={null} />
    </main>
  )
}
