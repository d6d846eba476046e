import type { ReactNode } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { fieldKey } from '../../answers/change'
import { Field } from '../../ui/field'
import { useSession, useSessionState } from '../session/session-context'
import { DifferenceChooser } from '../fill-in/difference-chooser'
import { useTextPlace } from './text-form'

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly light?: boolean
  /** What stands beside the label, and is no part of it. */
  readonly beside?: ReactNode
}

/** A field of one line. */
export function LineField(props: TextFieldProps & { readonly type?: 'text' | 'date' }) {
  return (
    <WithDifference {...props}>
      {(register) => (
        <LabelledField {...props}>
          {(ids) => <input type={props.type ?? 'text'} {...ids} {...register} autoComplete="off" />}
        </LabelledField>
      )}
    </WithDifference>
  )
}

/** A field of several lines. */
export function NoteField(props: TextFieldProps & { readonly rows: number }) {
  return (
    <WithDifference {...props}>
      {(register) => (
        <LabelledField {...props}>
          {(ids) => (
            // A form of its own: at each key Chromium's autofill reads the form through, else the whole page.
            <form>
              <textarea rows={props.rows} {...ids} {...register} />
            </form>
          )}
        </LabelledField>
      )}
    </WithDifference>
  )
}

type Registration = ReturnType<ReturnType<typeof useFormContext<Record<string, string>>>['register']>

interface WithDifferenceProps extends TextFieldProps {
  readonly children: (register: Registration) => ReactNode
}

/** The field, or, where two people wrote different things, both of them until somebody decides. */
function WithDifference({ name, children }: WithDifferenceProps) {
  const session = useSession()
  const { register } = useFormContext<Record<string, string>>()
  const { target, field, label } = useTextPlace(name)
  const differs = useSessionState((state) => state.present.differences.has(fieldKey(target, field)))
  if (differs) return <DifferenceChooser target={target} field={field} title={`Dua isian untuk ${label}`} />
  return children(register(name, { onBlur: () => session.endTyping(target, field) }))
}

interface LabelledFieldProps extends TextFieldProps {
  readonly children: Parameters<typeof Field>[0]['children']
}

function LabelledField({ name, label, hint, light, beside, children }: LabelledFieldProps) {
  const { errors } = useFormState<Record<string, string>>({ name })
  return (
    <Field
      label={label}
      beside={beside}
      error={errors[name]?.message}
      light={light ?? false}
      {...(hint ? { hint } : {})}
    >
      {children}
    </Field>
  )
}
