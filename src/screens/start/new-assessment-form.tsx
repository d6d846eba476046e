import { useState, type ReactNode } from 'react'
import { FormProvider, type UseFormReturn } from 'react-hook-form'
import type { CatalogueEntry } from '../../instrument/catalogue'
import { askToPersist } from '../../storage/persistence'
import { writeAuthor } from '../../storage/settings'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { createAssessment } from '../session/create'
import type { Entry } from '../session/session'
import { InstitutionQuestion, WhoQuestion, YearQuestion } from './questions'
import { ScopeQuestion } from './scope-question'
import type { StartAnswers, StartForm } from './start-form'
import './start.css'

interface NewAssessmentFormProps {
  readonly form: UseFormReturn<StartForm, unknown, StartAnswers>
  readonly instrument: CatalogueEntry
  /** Under the year, which it depends on: by which instrument. */
  readonly instrumentQuestion: ReactNode
  /** What the assessment begins with besides the answers. */
  readonly inherited?: readonly Entry[]
  /** On the button. */
  readonly label: string
  /** Called with the id of the assessment once it is on disk. */
  readonly onMade: (assessment: string) => void
  /** Under the questions. */
  readonly children?: ReactNode
}

/** The four questions, and the assessment that is made of their answers. */
export function NewAssessmentForm(props: NewAssessmentFormProps) {
  const { form, instrument, instrumentQuestion, inherited = [], label, onMade, children } = props
  const services = useApp()
  const [failed, setFailed] = useState(false)

  async function make(answers: StartAnswers): Promise<void> {
    setFailed(false)
    const { institutionKind, institutionName, year, unit, person } = answers
    const target = { kind: 'assessment' } as const
    try {
      void askToPersist()
      await writeAuthor(services.database, { unit, person })
      const assessment = await createAssessment(services, {
        instrument,
        origin: 'own',
        scope: answers.scopeKind === 'all' ? 'all' : answers.chosen,
        author: { unit, person },
        entries: [
          { target, field: 'institutionKind', value: institutionKind },
          { target, field: 'institutionName', value: institutionName },
          { target, field: 'year', value: year },
          ...inherited,
        ],
      })
      onMade(assessment)
    } catch {
      setFailed(true)
    }
  }

  return (
    <FormProvider {...form}>
      <form className="qs" noValidate onSubmit={(event) => void form.handleSubmit(make)(event)}>
        <InstitutionQuestion number="1. " />
        <div className="field">
          <YearQuestion number="2. " />
          {instrumentQuestion}
        </div>
        <WhoQuestion number="3. " />
        <ScopeQuestion number="4. " instrument={instrument} />
        {children}
        {failed && (
          <Notice tone="err" live>
            <p>
              Penilaian belum dibuat: penyimpanan penuh atau terputus. Kosongkan ruang disk, lalu coba lagi.
            </p>
          </Notice>
        )}
        <div>
          <button type="submit" className="btn main big">
            {label}
          </button>
        </div>
      </form>
    </FormProvider>
  )
}
