import { useEffect, useMemo, useState } from 'react'
import { maturityModelOf, valueKeys, type PlacedIndicator } from '../../instrument/lookup'
import { goTo, hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { Term } from '../guide/term'
import { HelpSheet } from '../fill-in/help-sheet'
import { useScopedIndicators } from '../fill-in/use-scoped-indicators'
import { TextForm } from '../fields/text-form'
import { answerIn, useSession, useSessionState } from '../session/session-context'
import { QuickRow } from './quick-row'
import { subjectPlaces, subjectsSchema } from './subject-places'
import '../../ui/table.css'
import './quick-list.css'

/** Daftar cepat: one row per indicator, for two people at one laptop against the clock. */
export default function QuickListScreen() {
  useScreen('Daftar cepat')
  const session = useSession()
  const { instrument } = session
  const placed = useScopedIndicators()
  const places = useMemo(() => subjectPlaces(instrument, placed), [instrument, placed])
  const assessment = session.getState().assessment.id
  const { min, max } = instrument.scale
  const [help, setHelp] = useState(false)

  function walk(event: React.KeyboardEvent<HTMLElement>): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.seg')
    if (!row || event.altKey || event.metaKey) return
    // As on the page of one indicator.
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault()
      focusRow(event.currentTarget, row, event.shiftKey ? -1 : 1)
    }
    if (event.ctrlKey) return
    if (event.key === 'Enter') {
      goTo({ screen: 'fill-in', assessment, indicator: row.dataset.indicator ?? null })
      return
    }
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    focusRow(event.currentTarget, row, step)
  }

  useEffect(() => {
    function ask(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.key !== '/' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setHelp(true)
    }
    addEventListener('keydown', ask)
    return () => removeEventListener('keydown', ask)
  }, [])

  return (
    <main className="page quick" id="isi">
      <div className="page-head">
        <div>
          <h1>Daftar cepat</h1>
          <p className="hint">
            Tekan <kbd>{min}</kbd>–<kbd>{max}</kbd> untuk memilih <Term id="level">tingkat</Term>,{' '}
            <kbd>↑</kbd> <kbd>↓</kbd> untuk berpindah baris, <kbd>Enter</kbd> untuk membuka indikator.
          </p>
        </div>
        <a className="btn" href={hrefOf({ screen: 'fill-in', assessment, indicator: null })}>
          Kembali ke satu indikator
        </a>
      </div>
      <TextForm places={places} schema={subjectsSchema}>
        <div className="scroll-x">
          {/* Keys of the radios inside: the table itself is not operated. */}
          <table onKeyDown={walk}>
            <thead>
              <tr>
                <th scope="col" className="num">
                  No.
                </th>
                <th scope="col">Indikator</th>
                <th scope="col">Tingkat</th>
                <th scope="col">Layanan/aplikasi</th>
                <th scope="col">Keadaan</th>
              </tr>
            </thead>
            {byAspect(placed).map(({ aspect, rows }) => (
              <tbody key={aspect.id}>
                <AspectRow name={aspect.name} rows={rows} />
                {rows.flatMap(({ indicator }) =>
                  valueKeys(indicator).map((key) => (
                    <QuickRow
                      key={key}
                      indicator={indicator}
                      valueKey={key}
                      hasSubject={Boolean(maturityModelOf(instrument, indicator).subjectLabel)}
                    />
                  )),
                )}
              </tbody>
            ))}
          </table>
        </div>
      </TextForm>
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </main>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Gives the focus to the chosen level of the row some steps on, or to its first level. */
function focusRow(table: HTMLElement, row: HTMLElement, step: number): void {
  const groups = [...table.querySelectorAll<HTMLElement>('.seg')]
  const radios = [...(groups[groups.indexOf(row) + step]?.querySelectorAll('input') ?? [])]
  const target = radios.find((radio) => radio.checked) ?? radios[0]
  target?.focus()
}

function AspectRow({ name, rows }: { readonly name: string; readonly rows: readonly PlacedIndicator[] }) {
  const answered = useSessionState(
    (state) => rows.filter(({ indicator }) => typeof answerIn(state, indicator.id).value === 'number').length,
  )
  return (
    <tr className="aspect">
      <td />
      <th scope="rowgroup" colSpan={3}>
        {name}
      </th>
      <td className="hint">
        {answered} dari {rows.length} terjawab
      </td>
    </tr>
  )
}

function byAspect(placed: readonly PlacedIndicator[]) {
  const aspects = [...new Set(placed.map(({ aspect }) => aspect))]
  return aspects.map((aspect) => ({ aspect, rows: placed.filter((place) => place.aspect === aspect) }))
}
