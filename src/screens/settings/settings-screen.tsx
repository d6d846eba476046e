import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { valuesOf } from '../../answers/present'
import { entryOf } from '../../instrument/catalogue'
import { fetched } from '../../ui/fetched'
import { Notice } from '../../ui/notice'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { DifferenceChooser } from '../fill-in/difference-chooser'
import { useSession, useSessionState } from '../session/session-context'
import { InstitutionQuestion, WhoQuestion, YearQuestion } from '../start/questions'
import { ScopeQuestion } from '../start/scope-question'
import { startSchema, type StartAnswers, type StartForm } from '../start/start-form'
import '../start/start.css'

const InstrumentVersions = fetched(() => import('../instrument-file/instrument-versions'))

const FACTS = [
  { field: 'institutionKind', word: 'jenis instansi' },
  { field: 'institutionName', word: 'nama instansi' },
  { field: 'year', word: 'tahun' },
] as const

/** The four questions of the beginning, to be answered anew. */
export default function SettingsScreen() {
  useScreen('Identitas penilaian')
  const session = useSession()
  const [outcome, setOutcome] = useState<'saved' | 'failed' | null>(null)
  const { assessment, local, present } = session.getState()
  const facts = valuesOf(present, { kind: 'assessment' })
  const instrument = entryOf(assessment.instrument, session.instrument)
  const form = useForm<StartForm, unknown, StartAnswers>({
    resolver: zodResolver(startSchema),
    defaultValues: {
      institutionKind: facts.institutionKind ?? 'lainnya',
      institutionName: facts.institutionName ?? '',
      year: facts.year === undefined ? '' : String(facts.year),
      unit: local.unit,
      person: local.person,
      scopeKind: assessment.scope === 'all' ? 'all' : 'chosen',
      chosen: assessment.scope === 'all' ? [] : assessment.scope,
    },
  })

  async function save(answers: StartAnswers): Promise<void> {
    const { institutionKind, institutionName, year, unit, person } = answers
    const target = { kind: 'assessment' } as const
    try {
      session.set([
        { target, field: 'institutionKind', value: institutionKind },
        { target, field: 'institutionName', value: institutionName },
        { target, field: 'year', value: year },
      ])
      session.setAuthor({ unit, person })
      await session.setScope(answers.scopeKind === 'all' ? 'all' : answers.chosen)
      await session.flush()
      setOutcome('saved')
    } catch {
      setOutcome('failed')
    }
  }

  return (
    <main className="page narrow" id="isi">
      <p className="small">
        <a href={hrefOf({ screen: 'fill-in', assessment: assessment.id, indicator: null })}>‹ Pengisian</a>
      </p>
      <h1>Identitas penilaian</h1>
      <p className="read-2">Nama, tahun, pengisi, dan indikator yang diisi. Isian indikator tidak berubah.</p>
      <FactDifferences />
      <FormProvider {...form}>
        <form className="qs" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
          <InstitutionQuestion number="" />
          <YearQuestion number="" />
          <WhoQuestion number="" />
          <ScopeQuestion number="" instrument={instrument} />
          <div>
            <button type="submit" className="btn main">
              Simpan
            </button>
          </div>
        </form>
      </FormProvider>
      {outcome === 'saved' && (
        <Notice tone="ok" live>
          <p>Identitas penilaian tersimpan.</p>
        </Notice>
      )}
      <InstrumentVersions />
      {outcome === 'failed' && (
        <Notice tone="err" live>
          <p>Belum tersimpan: penyimpanan penuh atau terputus. Kosongkan ruang disk, lalu simpan lagi.</p>
        </Notice>
      )}
    </main>
  )
}

function FactDifferences() {
  const differing = useSessionState((state) =>
    FACTS.filter(({ field }) => state.present.differences.has(`assessment/${field}`))
      .map(({ field }) => field)
      .join(' '),
  )
  return FACTS.filter(({ field }) => differing.split(' ').includes(field)).map(({ field, word }) => (
    <DifferenceChooser
      key={field}
      target={{ kind: 'assessment' }}
      field={field}
      title={`Dua isian untuk ${word}`}
    />
  ))
}
