import { useState } from 'react'
import { newestFile, type Citation, type EvidenceFile } from '../../evidence/evidence'
import { firstPage } from '../../evidence/pages'
import type { PoolRow } from '../../evidence/pool'
import { Icon } from '../../ui/icon'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { QuoteDialog } from './quote-dialog'
import './page-foot.css'

interface PageFootProps {
  readonly row: PoolRow
  readonly file: EvidenceFile
  /** The citation one came for. */
  readonly citation: Citation | null
  /** From 1. */
  readonly page: number
  /** What is printed on the page, where the file says so. */
  readonly label: string | null
}

/** Under a page: which citations point to it, and to quote it. */
export function PageFoot({ row, file, citation, page, label }: PageFootProps) {
  const placed = useScopedIndicators()
  const [quoting, setQuoting] = useState(false)
  const newest = newestFile(row.document)
  const pointing = placed
    .filter(({ indicator }) =>
      row.citations.some(
        (candidate) =>
          candidate.indicator === indicator.id &&
          candidate.file === file.sha256 &&
          firstPage(candidate.pdfPages) === page,
      ),
    )
    .map(({ indicator }) => indicator.number)
  return (
    <div className="page-foot">
      <p className="hint" role="status">
        {pointing.length > 0 && `Rujukan indikator ${pointing.join(', ')} menunjuk halaman ini.`}
        {file.id !== newest?.id && 'Ini bukan berkas terbaru dokumen ini.'}
      </p>
      {!row.removed && (
        <button type="button" className="btn sm" onClick={() => setQuoting(true)}>
          <Icon name="link" />
          Kutip halaman ini
        </button>
      )}
      {quoting && (
        <QuoteDialog
          row={row}
          file={file}
          citation={citation}
          page={page}
          label={label}
          onClose={() => setQuoting(false)}
        />
      )}
    </div>
  )
}
