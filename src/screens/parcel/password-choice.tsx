import { PASSWORD_LENGTH } from '../../handover/parcel-limits'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { proposePassword } from './propose-password'

/** The password a parcel is to have. */
export type Password =
  | { readonly kind: 'none' }
  | { readonly kind: 'proposed' | 'own'; readonly text: string }

interface PasswordChoiceProps {
  readonly password: Password
  /** An own one was tried that is too short. */
  readonly tooShort: boolean
  readonly onChange: (password: Password) => void
}

/** Whether a parcel is locked, and with what: six words by chance, or words of one's own. */
export function PasswordChoice({ password, tooShort, onChange }: PasswordChoiceProps) {
  function propose(): void {
    // Empty, and so too short to lock with, until the list of words is there.
    onChange({ kind: 'proposed', text: '' })
    void proposePassword().then((text) => onChange({ kind: 'proposed', text }))
  }
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={password.kind !== 'none'}
          onChange={() => (password.kind === 'none' ? propose() : onChange({ kind: 'none' }))}
        />
        <span>
          Kunci dengan kata sandi
          <span className="hint">Isinya tidak dapat dibaca orang yang menemukan flashdisk Anda.</span>
        </span>
      </label>
      {password.kind !== 'none' && (
        <Notice tone="warn">
          <p>
            <b>Catat kata sandinya sekarang.</b> Bila lupa, paket ini tidak dapat dibuka lagi oleh siapa pun,
            juga oleh aplikasi ini. Sampaikan lewat jalan lain daripada berkasnya.
          </p>
        </Notice>
      )}
      {password.kind === 'proposed' && password.text && (
        <>
          <p className="proposed-password" aria-label="Kata sandi yang diusulkan">
            {password.text}
          </p>
          <div className="actions">
            <button type="button" className="btn sm" onClick={propose}>
              Usulkan yang lain
            </button>
            <button type="button" className="btn sm" onClick={() => onChange({ kind: 'own', text: '' })}>
              Pakai kata sandi sendiri
            </button>
          </div>
        </>
      )}
      {password.kind === 'own' && (
        <Field
          label="Kata sandi sendiri"
          hint={`Paling sedikit ${PASSWORD_LENGTH} huruf; beberapa kata lebih mudah diingat daripada satu kata aneh.`}
          error={tooShort ? `Terlalu pendek: paling sedikit ${PASSWORD_LENGTH} huruf.` : undefined}
        >
          {(ids) => (
            <input
              {...ids}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={password.text}
              onChange={(event) => onChange({ kind: 'own', text: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
