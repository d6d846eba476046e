import type { Dispatch, SetStateAction } from 'react'
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
  readonly onChange: Dispatch<SetStateAction<Password>>
}

const NONE: Password = { kind: 'none' }
const OWN: Password = { kind: 'own', text: '' }

/** Whether the words are still being drawn: nothing can be locked until they have been read. */
export function isBeingDrawn(password: Password): boolean {
  return password.kind === 'proposed' && password.text === ''
}

/** Whether a parcel is locked, and with what: six words by chance, or words of one's own. */
export function PasswordChoice({ password, tooShort, onChange }: PasswordChoiceProps) {
  function lock(): void {
    onChange({ kind: 'proposed', text: '' })
    draw()
  }

  function draw(): void {
    // One may have thought better of it by the time the list of words is there.
    proposePassword().then(
      (text) => onChange((now) => (now.kind === 'proposed' ? { kind: 'proposed', text } : now)),
      () => onChange((now) => (isBeingDrawn(now) ? OWN : now)),
    )
  }

  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={password.kind !== 'none'}
          onChange={() => (password.kind === 'none' ? lock() : onChange(NONE))}
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
      {isBeingDrawn(password) && <p className="small">Menyusun kata sandi …</p>}
      {password.kind === 'proposed' && password.text && (
        <>
          <p className="proposed-password" aria-label="Kata sandi yang diusulkan">
            {password.text}
          </p>
          <div className="actions">
            <button type="button" className="btn sm" onClick={draw}>
              Usulkan yang lain
            </button>
            <button type="button" className="btn sm" onClick={() => onChange(OWN)}>
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
