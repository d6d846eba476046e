import { useEffect, useState } from 'react'
import type { OpenPdf, PdfFault } from './open-pdf'

/** Null while it is being opened. */
export type PdfState = OpenPdf | PdfFault | null

/** Opens a PDF and closes it when it is no longer looked at. The bytes must stay the same. */
export function useOpenPdf(bytes: Blob): PdfState {
  const [state, setState] = useState<PdfState>(null)
  useEffect(() => {
    let close: (() => void) | null = null
    let current = true
    // A browser too old for pdf.js fails to load it.
    void import('./open-pdf')
      .then(({ openPdf }) => openPdf(bytes))
      .catch(() => ({ status: 'refused', fault: 'not-shown' }) as const)
      .then((opening) => {
        if (opening.status === 'refused') {
          if (current) setState(opening.fault)
          return
        }
        if (!current) return opening.pdf.close()
        close = opening.pdf.close
        setState(opening.pdf)
      })
    return () => {
      current = false
      close?.()
    }
  }, [bytes])
  return state
}
