import { Icon, type IconName } from './icon'
import './file-button.css'

interface ChooserProps {
  readonly icon: IconName
  readonly label: string
  /** As wide and high as the small buttons beside it. */
  readonly small?: boolean
  /** What those hear who do not see what stands around it. */
  readonly spoken: string
  readonly accept?: string
  readonly multiple?: boolean
  readonly folder?: boolean
  readonly onFiles: (files: File[]) => void
}

/** A native input behind a button of ours: its own speaks the browser's language, not the page's. */
function Chooser({ icon, label, small = false, spoken, folder = false, onFiles, ...input }: ChooserProps) {
  return (
    <label className={small ? 'btn sm file-button' : 'btn file-button'}>
      <Icon name={icon} />
      {label}
      <input
        type="file"
        className="vh"
        aria-label={spoken}
        {...input}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file may be chosen again, after it was mended.
          event.target.value = ''
          onFiles(files)
        }}
      />
    </label>
  )
}

interface FileButtonProps {
  /** On the button; what is chosen follows in `name`. */
  readonly label: string
  /** What the file is, for those who hear the button without what stands around it. */
  readonly name: string
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** Chooses a file. */
export function FileButton({ label, name, accept, onFile }: FileButtonProps) {
  return (
    <Chooser
      icon="file"
      label={label}
      spoken={`${label}: ${name}`}
      accept={accept}
      onFiles={([file]) => file && onFile(file)}
    />
  )
}

interface FilesButtonProps {
  readonly label: string
  readonly small?: boolean
  readonly folder?: boolean
  readonly onFiles: (files: File[]) => void
}

/** Chooses files, or a folder with all in it. */
export function FilesButton({ label, small = false, folder = false, onFiles }: FilesButtonProps) {
  return (
    <Chooser
      icon={folder ? 'folder' : 'file'}
      label={label}
      spoken={label}
      small={small}
      multiple
      folder={folder}
      onFiles={onFiles}
    />
  )
}
