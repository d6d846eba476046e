import { useState } from 'react'
import { formatCount } from '../../../report/format'
import { Icon } from '../../../ui/icon'
import './page-controls.css'

interface PageControlsProps {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** "Hlm. 6 dari 18", with a field to go to a page and buttons to turn it. */
export function PageControls({ page, pages, onPage }: PageControlsProps) {
  return (
    <>
      <PageField key={page} page={page} pages={pages} onPage={onPage} />
      <button
        type="button"
        className="icon-btn"
        aria-label="Halaman sebelumnya"
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label="Halaman berikutnya"
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="right" />
      </button>
    </>
  )
}

/** What is typed counts when the field is left or Enter is pressed; what is no page of the file is taken back. */
function PageField({ page, pages, onPage }: PageControlsProps) {
  const [text, setText] = useState(String(page))
  function take(): void {
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) {
      if (wanted !== page) onPage(wanted)
      return
    }
    setText(String(page))
  }
  return (
    <label className="page-field">
      Hlm.
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={`Halaman, 1 sampai ${pages}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      dari {formatCount(pages)}
    </label>
  )
}

const ZOOMS = [1, 1.5, 2, 3] as const
export type Zoom = (typeof ZOOMS)[number]

interface ZoomControlsProps {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
}

/** Larger and smaller, in four steps; the first fills the width. */
export function ZoomControls({ zoom, onZoom }: ZoomControlsProps) {
  const at = ZOOMS.indexOf(zoom)
  const [smaller, larger] = [ZOOMS[at - 1], ZOOMS[at + 1]]
  return (
    <span className="zooms">
      <button
        type="button"
        className="icon-btn"
        aria-label="Perkecil"
        disabled={!smaller}
        onClick={() => smaller && onZoom(smaller)}
      >
        <Icon name="less" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label="Perbesar"
        disabled={!larger}
        onClick={() => larger && onZoom(larger)}
      >
        <Icon name="add" />
      </button>
    </span>
  )
}
