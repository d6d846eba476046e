import { Icon } from '../../ui/icon'
import '../../ui/file-button.css'

interface FilesButtonProps {
  readonly label: string
  readonly folder?: boolean
  readonly onFiles: (files: File[]) => void
}

/** Chooses files, or a folder with all in it. */
export function FilesButton({ label, folder = false, onFiles }: FilesButtonProps) {
  return (
    <label className="btn file-button">
      <Icon name={folder ? 'folder' : 'file'} />
      {label}
      <input
        type="file"
        className="vh"
        aria-label={label}
        multiple
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again.
          event.target.value = ''
          onFiles(files)
        }}
      />
    </label>
  )
}
