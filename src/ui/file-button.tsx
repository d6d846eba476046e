import { Icon } from './icon'
import './file-button.css'

interface FileButtonProps {
  /** On the button; what is chosen follows in `name`. */
  readonly label: string
  /** What the file is, for those who hear the button without what stands around it. */
  readonly name: string
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** Chooses a file. A native input behind a button of ours: its own speaks the browser's language, not the page's. */
export function FileButton({ label, name, accept, onFile }: FileButtonProps) {
  return (
    <label className="btn file-button">
      <Icon name="file" />
      {label}
      <input
        type="file"
        className="vh"
        aria-label={`${label}: ${name}`}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again, after it was mended.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
