import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { shippedForYear, type CatalogueEntry } from '../../instrument/catalogue'
import { readAuthor, type Author } from '../../storage/settings'
import { fetched } from '../../ui/fetched'
import { useApp } from '../app/app-context'
import { localDay } from '../app/clock'
import { goTo } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { BarePage } from '../strip/bare-strip'
import { NewAssessmentForm } from './new-assessment-form'
import { startSchema, type StartAnswers, type StartForm } from './start-form'
import { useTexts } from './use-instrument'

// What the texts of an instrument are needed for comes with them, after the questions stand there.
const InstrumentQuestion = fetched(() => import('./instrument-question'))
const BeginningCautions = fetched(() => import('./beginning-cautions'))

/** Mulai: four questions on one page; nothing else is needed to begin. */
export default function StartScreen() {
  useScreen('Mulai penilaian')
  const { database } = useApp()
  const [author, setAuthor] = useState<Author | null>(null)
  useEffect(() => {
    void readAuthor(database).then(setAuthor)
  }, [database])
  return (
    <BarePage>
      <h1>Mulai penilaian</h1>
      <p className="read-2">
        Empat pertanyaan. Semuanya dapat Anda ubah nanti. <GuideLink section="mulai-empat-pertanyaan" />
      </p>
      {author && <StartQuestions author={author} />}
    </BarePage>
  )
}

function StartQuestions({ author }: { readonly author: Author }) {
  const form = useForm<StartForm, unknown, StartAnswers>({
    resolver: zodResolver(startSchema),
    defaultValues: {
      institutionKind: 'kabupaten',
      institutionName: '',
      year: localDay().slice(0, 4),
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

  return (
    <NewAssessmentForm
      form={form}
      instrument={instrument}
      instrumentQuestion={
        texts && <InstrumentQuestion year={Number(year)} chosen={instrument} onChoose={setChosen} />
      }
      label="Mulai mengisi"
      onMade={(assessment) => goTo({ screen: 'fill-in', assessment, indicator: null })}
    >
      {texts && <BeginningCautions instrument={texts} />}
    </NewAssessmentForm>
  )
}
