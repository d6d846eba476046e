import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { pastYearSettings, pastYearsOf } from '../../comparison/years'
import { entryOf, findShipped, shippedForYear, type CatalogueEntry } from '../../instrument/catalogue'
import type { Instrument } from '../../instrument/schema'
import { readAuthor, type Author } from '../../storage/settings'
import { fetched } from '../../ui/fetched'
import { useApp } from '../app/app-context'
import { Opening } from '../app/opening'
import { goTo } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import type { Entry } from '../session/session'
import { NewAssessmentForm } from '../start/new-assessment-form'
import { startSchema, type StartAnswers, type StartForm } from '../start/start-form'
import { BarePage } from '../strip/bare-strip'
import { readSource, type StoredSource } from './read-source'

const InstrumentQuestion = fetched(() => import('../start/instrument-question'))

type Loading =
  | { readonly status: 'opening' }
  | { readonly status: 'missing' }
  | { readonly status: 'read'; readonly source: StoredSource; readonly author: Author }

/** A new assessment from an old one: the questions of Mulai, answered beforehand as far as they can be. */
export default function SuccessorScreen({ source }: { readonly source: string }) {
  const { database } = useApp()
  const [loading, setLoading] = useState<Loading>({ status: 'opening' })
  useScreen('Penilaian baru dari yang ini', loading.status !== 'opening')
  useEffect(() => {
    let current = true
    void Promise.all([readSource(database, source), readAuthor(database)]).then(([read, author]) => {
      if (current) setLoading(read ? { status: 'read', source: read, author } : { status: 'missing' })
    })
    return () => {
      current = false
    }
  }, [database, source])
  if (loading.status === 'opening') return <Opening text="Membuka penilaian…" />
  return <BarePage>{loading.status === 'missing' ? <Missing /> : <Successor {...loading} />}</BarePage>
}

function Missing() {
  return (
    <>
      <h1>Penilaian asal tidak ada di komputer ini</h1>
      <p className="read-2">Pulihkan dulu dari Sampah atau dari cadangannya, lalu coba lagi.</p>
    </>
  )
}

interface SuccessorProps {
  readonly source: StoredSource
  readonly author: Author
}

function Successor({ source, author }: SuccessorProps) {
  const { institutionName = 'Tanpa nama', year = '' } = source.facts
  return (
    <>
      <h1>Penilaian baru dari yang ini</h1>
      <p className="read-2">
        Asalnya: {institutionName}, {year}. Penilaian itu tetap seperti adanya. Tidak ada isian yang ikut
        dengan sendirinya: catatan dan bukti lama muncul sebagai usulan, dan baru dipakai setelah Anda
        mengambilnya. <GuideLink section="penilaian-baru-dari-yang-lama" />
      </p>
      <SuccessorQuestions source={source} author={author} />
    </>
  )
}

function SuccessorQuestions({ source, author }: SuccessorProps) {
  const form = useForm<StartForm, unknown, StartAnswers>({
    resolver: zodResolver(startSchema),
    defaultValues: proposed(source, author),
  })
  const year = Number(useWatch({ control: form.control, name: 'year' }))
  const [chosen, setChosen] = useState(() => ownFile(source))
  const instrument = chosen ?? shippedForYear(year)
  const isSame = instrument.id === source.instrument.id
  // Ids of another instrument name other indicators.
  useEffect(() => {
    if (!isSame) form.setValue('chosen', [])
  }, [form, isSame])

  return (
    <NewAssessmentForm
      form={form}
      instrument={instrument}
      instrumentQuestion={
        <>
          <InstrumentQuestion year={year} chosen={instrument} onChoose={setChosen} />
          <GoesOn isSame={isSame} source={source.instrument} />
        </>
      }
      inherited={inheritedFrom(source)}
      label="Buat dan lihat daftar kerja"
      onMade={(assessment) => goTo({ screen: 'work-list', assessment })}
    />
  )
}

/** Where it came from, and the results of past years: those are the institution's, wherever they were typed in. */
function inheritedFrom({ stored, present }: StoredSource): Entry[] {
  return [
    { target: { kind: 'assessment' }, field: 'sourceAssessment', value: stored.assessment.id },
    ...pastYearsOf(present).flatMap(pastYearSettings),
  ]
}

/** How the indicators of the old assessment are found again in the new one. */
function GoesOn({ isSame, source }: { readonly isSame: boolean; readonly source: Instrument }) {
  return (
    <span className="hint">
      {isSame ? (
        'Instrumennya sama dengan penilaian asal: tiap indikator bersambung dengan dirinya sendiri.'
      ) : (
        <>
          Instrumennya lain dari penilaian asal ({source.shortTitle}). Yang bersambung dicari lewat{' '}
          <Term id="crosswalk">padanan indikator</Term>, menurut penilaian kami.
        </>
      )}
    </span>
  )
}

/** The instrument of the old assessment where it came from a file: what is shipped for a year is not meant then. */
function ownFile({ stored, instrument }: StoredSource): CatalogueEntry | null {
  const ref = stored.assessment.instrument
  return findShipped(ref) ? null : entryOf(ref, instrument)
}

/** The year after; the same unit and the same indicators. */
function proposed({ stored, facts }: StoredSource, author: Author): StartForm {
  const year = (facts.year ?? new Date().getFullYear() - 1) + 1
  const { scope } = stored.assessment
  return {
    institutionKind: facts.institutionKind ?? 'lainnya',
    institutionName: facts.institutionName ?? '',
    year: String(year),
    unit: author.unit || stored.local.unit,
    person: author.person || stored.local.person,
    scopeKind: scope === 'all' ? 'all' : 'chosen',
    chosen: scope === 'all' ? [] : [...scope],
  }
}
