import { useRef, useState, type ReactNode } from 'react'
import { citedPage } from '../../../evidence/pages'
import type { Citation, EvidenceFile } from '../../../evidence/evidence'
import type { FileFacts } from '../../../evidence/file-facts'
import { download } from '../../handover/save-file'
import { Icon } from '../../../ui/icon'
import { Film } from './film'
import { useFileBytes } from './use-file-bytes'
import { PageControls, ZoomControls, type Zoom } from './page-controls'
import { PdfPage } from './pdf-page'
import { Picture } from './picture'
import type { OpenPdf } from './open-pdf'
import { useOpenPdf } from './use-open-pdf'
import { useWidth } from './use-width'
import { DAMAGED, MISSING, PDF_FAULTS, TOO_LARGE, UNPLAYABLE, unshown } from './words'
import './viewer.css'

interface ViewerProps {
  readonly file: EvidenceFile
  readonly facts: FileFacts | null
  /** Of the document. */
  readonly title: string
  /** The citation whose page is shown first; null for the first page. */
  readonly citation: Citation | null
  /** What stands under a page: what points to it, and to quote it. `label` is what is printed on it, where the file says so. */
  readonly under: (page: number, label: string | null) => ReactNode
}

const PICTURES: readonly string[] = ['jpeg', 'png', 'webp', 'heic']
/** Pixels of a picture that is still drawn. */
const MOST_PIXELS = 100_000_000

/** Shows a file as far as a browser can, and hands it out. Needs a key of its own for each file. */
export default function Viewer(props: ViewerProps) {
  const { file, facts } = props
  const bytes = useFileBytes(file.sha256)
  if (bytes === null) return <Frame file={file} bytes={null} />
  if (bytes === 'missing') return <Frame file={file} bytes={null} why={MISSING} />
  if (file.mediaType === 'pdf') return <PdfFrame {...props} bytes={bytes} />
  if (file.mediaType === 'mp4') return <FilmFrame {...props} bytes={bytes} />
  if (!PICTURES.includes(file.mediaType)) {
    return <Frame file={file} bytes={bytes} why={unshown(file.mediaType)} />
  }
  const { width = 0, height = 0 } = facts?.pixels ?? {}
  if (width * height > MOST_PIXELS) return <Frame file={file} bytes={bytes} why={TOO_LARGE} />
  return <PictureFrame {...props} bytes={bytes} />
}

interface FrameProps {
  readonly file: EvidenceFile
  /** Null while there is nothing to hand out. */
  readonly bytes: Blob | null
  readonly controls?: ReactNode
  /** Why nothing is shown. */
  readonly why?: string
  readonly children?: ReactNode
}

function Frame({ file, bytes, controls, why, children }: FrameProps) {
  return (
    <figure className="view" aria-label={`Pratinjau ${file.name}`}>
      <figcaption>
        <span className="controls">{controls}</span>
        {bytes && (
          <button
            type="button"
            className="icon-btn"
            aria-label={`Unduh ${file.name}`}
            onClick={() => download({ name: file.name, blob: bytes })}
          >
            <Icon name="save" />
          </button>
        )}
      </figcaption>
      {why ? <p className="unshown small">{why}</p> : children}
    </figure>
  )
}

type ShownProps = ViewerProps & { readonly bytes: Blob }

function PdfFrame(props: ShownProps) {
  const { file, bytes } = props
  const pdf = useOpenPdf(bytes)
  if (pdf === null) return <Frame file={file} bytes={bytes} />
  if (typeof pdf === 'string') return <Frame file={file} bytes={bytes} why={PDF_FAULTS[pdf]} />
  return <PdfPages {...props} pdf={pdf} />
}

/** A page one turned to, as long as one came for the same citation. */
interface Turned {
  readonly citation: string | undefined
  readonly page: number
}

function PdfPages({ file, title, citation, under, bytes, pdf }: ShownProps & { readonly pdf: OpenPdf }) {
  const [turned, setTurned] = useState<Turned | null>(null)
  const [zoom, setZoom] = useState<Zoom>(1)
  const cited = citation && citedPage(citation, pdf.pages, pdf.labels)
  const page = turned && turned.citation === citation?.id ? turned.page : (cited ?? 1)
  const turn = (to: number) => setTurned({ citation: citation?.id, page: to })
  return (
    <Frame
      file={file}
      bytes={bytes}
      controls={
        <>
          <PageControls page={page} pages={pdf.pages} onPage={turn} />
          <ZoomControls zoom={zoom} onZoom={setZoom} />
        </>
      }
    >
      <PaperBox zoom={zoom}>
        {(width) => <PdfPage pdf={pdf} page={page} width={width} title={title} />}
      </PaperBox>
      {under(page, pdf.labels?.[page - 1] ?? null)}
    </Frame>
  )
}

function PictureFrame({ file, title, bytes }: ShownProps) {
  const [zoom, setZoom] = useState<Zoom>(1)
  const [unreadable, setUnreadable] = useState(false)
  const why = file.mediaType === 'heic' ? unshown('heic') : DAMAGED
  if (unreadable) return <Frame file={file} bytes={bytes} why={why} />
  return (
    <Frame file={file} bytes={bytes} controls={<ZoomControls zoom={zoom} onZoom={setZoom} />}>
      <PaperBox zoom={zoom}>
        {(width) => (
          <Picture bytes={bytes} width={width} title={title} onUnreadable={() => setUnreadable(true)} />
        )}
      </PaperBox>
    </Frame>
  )
}

function FilmFrame({ file, title, bytes }: ShownProps) {
  const [unplayable, setUnplayable] = useState(false)
  if (unplayable) return <Frame file={file} bytes={bytes} why={UNPLAYABLE} />
  return (
    <Frame file={file} bytes={bytes}>
      <Film bytes={bytes} title={title} onUnplayable={() => setUnplayable(true)} />
    </Frame>
  )
}

interface PaperBoxProps {
  readonly zoom: Zoom
  /** `width` in CSS pixels. */
  readonly children: (width: number) => ReactNode
}

/** What is larger than its place is moved inside it. */
function PaperBox({ zoom, children }: PaperBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  return (
    <div className="paper-box" ref={box} tabIndex={0} role="region" aria-label="Halaman berkas">
      {width > 0 && children(width * zoom)}
    </div>
  )
}
