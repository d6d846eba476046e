import { useEffect, useRef, useState } from 'react'
import type { OpenPdf } from './open-pdf'
import { INCOMPLETE, UNDRAWN } from './words'

interface PdfPageProps {
  readonly pdf: OpenPdf
  readonly page: number
  /** CSS pixels. */
  readonly width: number
  readonly title: string
}

/** One page of a PDF as a picture, with its words for those who do not see it. */
export function PdfPage({ pdf, page, width, title }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<{ page: number; fault: string | null } | null>(null)
  useEffect(() => {
    // Drawn aside: the page before stays until the next one is whole.
    const aside = document.createElement('canvas')
    const drawing = pdf.draw(aside, page, width)
    let current = true
    drawing.done.then(
      () => {
        if (!current || !canvas.current) return
        canvas.current.width = aside.width
        canvas.current.height = aside.height
        canvas.current.getContext('2d')?.drawImage(aside, 0, 0)
        setDrawn({ page, fault: pdf.isIncomplete() ? INCOMPLETE : null })
      },
      () => current && setDrawn({ page, fault: UNDRAWN }),
    )
    return () => {
      current = false
      drawing.cancel()
    }
  }, [pdf, page, width])
  const busy = drawn?.page !== page
  return (
    <>
      {!busy && drawn.fault && <p className="small pad">{drawn.fault}</p>}
      <canvas
        ref={canvas}
        className="page-picture"
        role="img"
        aria-label={`Halaman ${page} dari ${title}`}
        aria-busy={busy}
        hidden={!busy && drawn.fault === UNDRAWN}
        style={{ width }}
      />
      <PageText pdf={pdf} page={page} />
    </>
  )
}

/** The words of the page, heard and not seen; it is said where there are none. */
function PageText({ pdf, page }: { readonly pdf: OpenPdf; readonly page: number }) {
  const [read, setRead] = useState<{ page: number; text: string } | null>(null)
  useEffect(() => {
    let current = true
    pdf.textOf(page).then(
      (text) => current && setRead({ page, text: text.trim() }),
      () => current && setRead(null),
    )
    return () => {
      current = false
    }
  }, [pdf, page])
  if (read?.page !== page) return null
  return (
    <div className="vh" role="region" aria-label="Teks halaman">
      {read.text || 'Halaman ini gambar tanpa teks.'}
    </div>
  )
}
