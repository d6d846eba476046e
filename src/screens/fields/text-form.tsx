import { zodResolver } from '@hookform/resolvers/zod'
import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { targetKey, type Target } from '../../answers/change'
import type { Present } from '../../answers/present'
import type { z } from '../../schema-setup'
import { useSession } from '../session/session-context'

/** Where the text of a form's field is kept, and what the field is called. */
export interface TextPlace {
  readonly target: Target
  readonly field: string
  /** "Analisis", also above two texts that differ and in the history. */
  readonly label: string
}

/** The fields of a form by their names in it. */
export type TextPlaces = Readonly<Record<string, TextPlace>>
type Texts = Record<string, string>

const PlacesContext = createContext<TextPlaces>({})

/** The place of a field of the form around. Throws RangeError for a name the form does not have. */
export function useTextPlace(name: string): TextPlace {
  const place = useContext(PlacesContext)[name]
  if (!place) throw new RangeError(`the form has no field ${name}`)
  return place
}

interface TextFormProps {
  /** The same object from one drawing to the next: another one is another form. */
  readonly places: TextPlaces
  /** Says what is wrong with a draft; it never keeps a draft from being saved that the field can hold. */
  readonly schema: z.ZodMiniType<Texts, Texts>
  readonly children: ReactNode
}

/**
 * Text fields that save themselves. What is typed goes straight to the session, outside of React; what another tab,
 * undo or history changes comes back into fields that nobody is typing in.
 */
export function TextForm({ places, schema, children }: TextFormProps) {
  const session = useSession()
  const form = useForm<Texts>({
    defaultValues: textsOf(session.getState().present, places),
    resolver: zodResolver(schema),
    mode: 'onChange',
  })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values, name }) {
          const place = name === undefined ? undefined : places[name]
          if (name === undefined || !place) return
          session.type({ target: place.target, field: place.field, value: values[name] ?? '' })
        },
      }),
    [form, session, places],
  )

  useEffect(() => {
    function takeOver(): void {
      const texts = textsOf(session.getState().present, places)
      for (const [name, { target, field }] of Object.entries(places)) {
        const text = texts[name] ?? ''
        if (form.getValues(name) === text) continue
        // A text being typed stays. A field that only has the focus does not: what another tab wrote must be seen before
        // it is typed over.
        const hasFocus = document.activeElement?.getAttribute('name') === name
        if (hasFocus && session.isTyping(target, field)) continue
        // So does a text too long to be kept, until its author has shortened it.
        if (form.getFieldState(name).invalid) continue
        session.endTyping(target, field)
        form.setValue(name, text)
      }
    }
    document.addEventListener('focusout', takeOverLater)
    function takeOverLater(): void {
      queueMicrotask(takeOver)
    }
    const stop = session.subscribe(takeOver)
    return () => {
      stop()
      document.removeEventListener('focusout', takeOverLater)
    }
  }, [form, session, places])

  return (
    <PlacesContext value={places}>
      <FormProvider {...form}>{children}</FormProvider>
    </PlacesContext>
  )
}

/** The texts as a form shows them: blank where there is none, or where two people wrote different ones. */
function textsOf(present: Present, places: TextPlaces): Texts {
  return Object.fromEntries(
    Object.entries(places).map(([name, { target, field }]) => {
      const value = present.targets.get(targetKey(target))?.[field]
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}
