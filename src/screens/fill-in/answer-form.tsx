import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, type ReactNode } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { answerIn, useSession } from '../session/session-context'
import { answerTextSchema, isTextField, TEXT_FIELDS, textOf, type AnswerText } from './answer-text'
import { IndicatorIdContext } from './indicator-id'

interface AnswerFormProps {
  readonly indicatorId: string
  readonly children: ReactNode
}

/**
 * The text fields of one answer. What is typed goes straight to the session, outside of React; what another tab,
 * undo or history changes comes back into fields that nobody is typing in.
 */
export function AnswerForm({ indicatorId, children }: AnswerFormProps) {
  const session = useSession()
  const form = useForm<AnswerText>({
    defaultValues: textOf(answerIn(session.getState(), indicatorId)),
    resolver: zodResolver(answerTextSchema),
    mode: 'onChange',
  })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback({ values, name }) {
          if (!isTextField(name)) return
          session.type({ target: { kind: 'indicator', id: indicatorId }, field: name, value: values[name] })
        },
      }),
    [form, session, indicatorId],
  )

  useEffect(() => {
    function takeOver(): void {
      const target = { kind: 'indicator', id: indicatorId } as const
      const text = textOf(answerIn(session.getState(), indicatorId))
      for (const name of TEXT_FIELDS) {
        if (form.getValues(name) === text[name]) continue
        // A text being typed stays. A field that only has the focus does not: what another tab wrote must be seen before
        // it is typed over.
        const hasFocus = document.activeElement?.getAttribute('name') === name
        if (hasFocus && session.isTyping(target, name)) continue
        // So does a text too long to be kept, until its author has shortened it.
        if (form.getFieldState(name).invalid) continue
        session.endTyping(target, name)
        form.setValue(name, text[name])
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
  }, [form, session, indicatorId])

  return (
    <IndicatorIdContext value={indicatorId}>
      <FormProvider {...form}>{children}</FormProvider>
    </IndicatorIdContext>
  )
}
