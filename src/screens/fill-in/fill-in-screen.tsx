import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PlacedIndicator } from '../../instrument/lookup'
import { goTo } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { useSession } from '../session/session-context'
import { HelpSheet } from './help-sheet'
import { IndicatorList } from './indicator-list'
import { IndicatorPage } from './indicator-page'
import { useScopedIndicators } from './use-scoped-indicators'
import './fill-in.css'

interface FillInScreenProps {
  /** From the address; null where it names none. */
  readonly indicator: string | null
  /** On a phone list and indicator are two pages. */
  readonly onlyList: boolean
}

/** Isi: the list beside one indicator. */
export function FillInScreen({ indicator, onlyList }: FillInScreenProps) {
  const session = useSession()
  const placed = useScopedIndicators()
  const [help, setHelp] = useState(false)
  const openHelp = useCallback(() => setHelp(true), [])
  const remembered = session.getState().local.place
  const current = placed.find((place) => place.indicator.id === (indicator ?? remembered)) ?? placed[0]
  useScreen(
    current && !onlyList ? `${current.indicator.number} ${current.indicator.shortName}` : 'Daftar indikator',
  )
  const assessment = session.getState().assessment.id
  const currentId = current?.indicator.id

  useEffect(() => {
    if (currentId && !onlyList) session.setPlace(currentId)
  }, [session, currentId, onlyList])

  const goToStep = useSteps(placed, currentId, assessment)

  useEffect(() => {
    function walk(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return
      if (event.key === '/') {
        event.preventDefault()
        setHelp(true)
      }
      if (event.key !== 'Enter') return
      event.preventDefault()
      goToStep(event.shiftKey ? -1 : 1)
    }
    addEventListener('keydown', walk)
    return () => removeEventListener('keydown', walk)
  }, [goToStep])

  if (!current) return null
  return (
    <div className={onlyList ? 'work only-list' : 'work'}>
      <IndicatorList placed={placed} current={current.indicator.id} heading={onlyList} onHelp={openHelp} />
      <IndicatorPage key={current.indicator.id} placed={placed} place={current} />
      {help && <HelpSheet onClose={() => setHelp(false)} />}
    </div>
  )
}

/** Goes some steps on in the list; the level group of the indicator arrived at takes the focus. */
function useSteps(placed: readonly PlacedIndicator[], currentId: string | undefined, assessment: string) {
  const arriving = useRef(false)
  useEffect(() => {
    if (!arriving.current) return
    arriving.current = false
    scrollTo(0, 0)
    const radios = [...document.querySelectorAll<HTMLInputElement>('.levels input[type=radio]')]
    const target = radios.find((radio) => radio.checked) ?? radios[0]
    target?.focus({ preventScroll: true })
  }, [currentId])
  return useMemo(
    () => (step: number) => {
      const index = placed.findIndex((place) => place.indicator.id === currentId)
      const next = placed[index + step]
      if (!next) return
      // Leaving a field saves it; the focus would otherwise vanish with it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      arriving.current = true
      goTo({ screen: 'fill-in', assessment, indicator: next.indicator.id })
    },
    [placed, currentId, assessment],
  )
}
