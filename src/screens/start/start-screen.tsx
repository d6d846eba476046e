import { zodResolver } from '@hookform/resolvers/zod'
import { lazy, Suspense, useEffect, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { shippedForYear, type CatalogueEntry } from '../../instrument/catalogue'
import { askToPersist } from '../../storage/persistence'
import { readAuthor, writeAuthor, type Author } from '../../storage/settings'
import { Notice } from '../../ui/notice'
import { useApp } from '../app/app-context'
import { goTo, hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { createAssessment } from '../session/create'
import { BareStrip } from '../strip/bare-strip'
import { InstitutionQuestion, WhoQuestion, YearQuestion } from './questions'
import { ScopeQuestion } from './scope-question'
import { startSchema, type StartAnswers, type StartForm } from './start-form'
import { useTexts } from './use-instrument'
import './start.css'

// What the texts of an instrument are needed for comes with them, after the questions stand there.
const InstrumentQuestion = lazy(() => import('./instrument-question'))
const BeginningCautions = lazy(() => import('./beginning-cautions'))

/** Mulai: four questions on one page; nothing else is needed to begin. */
export default function StartScreen() {
  useScreen('Mulai penilaian')
  const { database } = useApp()
  const [author, setAuthor] = useState<Author | null>(null)
  useEffect(() => {
    void readAuthor(database).then(setAuthor)
  }, [database])
  return (
    <>
      <BareStrip />
      <main className="page narrow" id="isi">
        <p className="small">
          <a href={hrefOf({ screen: 'home' })}>‹ Beranda</a>
        </p>
        <h1>Mulai penilaian</h1>
        <p className="read-2">
          Empat pertanyaan. Semuanya dapat Anda ubah nanti. <GuideLink section="mulai-empat-pertanyaan" />
        </p>
        {author && <StartQuestions author={author} />}
      </main>
    </>
  )
}

function StartQuestions({ author }: { readonly author: Author }) {
  const services = useApp()
  const [failed, setFailed] = useState(false)
  const form = useForm<StartForm, unknown, StartAnswers>({
    resolver: zodResolver(startSchema),
    defaultValues: {
      institutionKind: 'kabupaten',
      institutionName: '',
      year: String(new Date().getFullYear()),
      ...author,
      scopeKind: 'all',
      chosen: [],
    },
  })
  const year = useWatch({ control: form.control, name: 'year' })
  const [chosen, setChosen] = useState<CatalogueEntry | null>(null)
  const instrument = chosen ?? shippedForYear(Number(year))

  const texts = useTexts(instrument)
  // Ids of one instrument mean nothing in another.
  useEffect(() => form.setValue('chosen', []), [form, instrument.sha256])

  async function begin(answers: StartAnswers): Promise<void> {
    setFailed(false)
    const { institutionKind, institutionName, unit, person } = answers
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
          { target, field: 'year', value: answers.year },
        ],
      })
      goTo({ screen: 'fill-in', assessment, indicator: null })
    } catch {
      setFailed(true)
    }
  }

  return (
    <FormProvider {...form}>
      <form className="qs" noValidate onSubmit={(event) => void form.handleSubmit(begin)(event)}>
        <InstitutionQuestion number="1. " />
        <div className="field">
          <YearQuestion number="2. " />
          {texts && (
            <Suspense>
              <InstrumentQuestion year={Number(year)} chosen={instrument} onChoose={setChosen} />
            </Suspense>
          )}
        </div>
        <WhoQuestion number="3. " />
        <ScopeQuestion number="4. " instrument={instrument} />
        {texts && (
          <Suspense>
            <BeginningCautions instrument={texts} />
          </Suspense>
        )}
        {failed && (
          <Notice tone="err" live>
            <p>
              Penilaian belum dibuat: penyimpanan penuh atau terputus. Kosongkan ruang disk, lalu coba lagi.
            </p>
          </Notice>
        )}
        <div>
          <button type="submit" className="btn main big">
            Mulai mengisi
          </button>
        </div>
      </form>
    </FormProvider>
  )
}
