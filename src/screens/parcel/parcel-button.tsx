import { FileButton } from '../../ui/file-button'

interface ParcelButtonProps {
  /** What the file is chosen for, said to screen readers. */
  readonly name: string
  readonly onFile: (file: File) => void
}

/** Chooses a file that may be a parcel: locked or not, or a backup of older versions. */
export function ParcelButton({ name, onFile }: ParcelButtonProps) {
  return (
    <FileButton
      label="Pilih berkas"
      name={name}
      accept=".zip,.age,.json,application/zip,application/json"
      onFile={onFile}
    />
  )
}
