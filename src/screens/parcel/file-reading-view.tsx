import { useState } from 'react'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { ByteProgress } from './byte-progress'
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
