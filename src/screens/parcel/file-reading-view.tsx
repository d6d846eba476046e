import { useState } from 'react'
import { formatBytes } from '../../report/format'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { ProgressBar } from '../../ui/progress-bar'
import type { FileReading } from './use-file-reading'
import './parcel.css'

/** How far the reading of a file has come, what it asks for, or why it was refused. */
export function FileReadingView({ reading }: { readonly reading: FileReading }) {
  const { state } = reading
  switch (state.kind) {
    case 'idle':
      return null
    case 'reading':
      return (
        <ByteProgress
          label="Memeriksa berkas"
          done={state.done}
          total={state.total}
          onCancel={reading.cancel}
        />
      )
    case 'locked':
      return <PasswordQuestion key={state.file.name} wrong={state.wrong} onAnswer={reading.unlock} />
    case 'refused':
      return (
        <Notice tone="err" live>
          <p>
            <b>Tidak ada yang berubah.</b> {state.message}
          </p>
        </Notice>
      )
  }
}

interface ByteProgressProps {
  readonly label: string
  readonly done: number
  readonly total: number
  readonly onCancel?: () => void
}

/** A bar by bytes, with a way to call the work off. */
export function ByteProgress({ label, done, total, onCancel }: ByteProgressProps) {
  return (
    <div className="making">
      <ProgressBar label={label} share={total === 0 ? null : done / total} />
      <div className="under">
        <span role="status">
          {total === 0 ? `${label}…` : `${label}: ${formatBytes(done)} dari ${formatBytes(total)}`}
        </span>
        {onCancel && (
          <button type="button" className="btn sm" onClick={onCancel}>
            Batalkan
          </button>
        )}
      </div>
    </div>
  )
}

interface PasswordQuestionProps {
  readonly wrong: boolean
  readonly onAnswer: (password: string) => void
}

function PasswordQuestion({ wrong, onAnswer }: PasswordQuestionProps) {
  const [typed, setTyped] = useState('')
  const [visible, setVisible] = useState(false)
  return (
    <form
      className="password-question"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim()) onAnswer(typed)
      }}
    >
      <Field
        label="Kata sandi paket ini"
        hint="Yang ditulis ketika paket dibuat. Tanpa itu isinya tidak dapat dibaca siapa pun."
        error={wrong ? 'Kata sandi ini tidak cocok. Periksa ejaannya, lalu coba lagi.' : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            type={visible ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <label className="tick">
        <input type="checkbox" checked={visible} onChange={() => setVisible(!visible)} />
        Tampilkan kata sandi
      </label>
      <div className="actions">
        <button type="submit" className="btn main">
          Buka kunci
        </button>
      </div>
    </form>
  )
}
