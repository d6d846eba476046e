import type { EvidenceDocument } from '../../evidence/evidence'
import { FilesButton } from '../../ui/file-button'
import { useIntake } from './use-intake'

interface NewVersionButtonProps {
  readonly document: EvidenceDocument
  readonly small?: boolean
}

/** Brings a document its first file, or a newer version of it. */
export function NewVersionButton({ document, small = false }: NewVersionButtonProps) {
  const { take } = useIntake()
  return (
    <FilesButton
      label={document.files.length > 0 ? 'Ganti dengan versi baru' : 'Tambah berkas dokumen ini'}
      small={small}
      onFiles={(files) => take(files, { document: document.id })}
    />
  )
}
