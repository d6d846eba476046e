import { useState } from 'react'
import { inScope } from '../../answers/assessment'
import { formatCount, formatLevel } from '../../report/format'
import { levelTone } from '../../report/tone'
import { strengthsOf, weaknessesOf, type Rated } from '../../scoring/strengths'
import { LevelMark } from '../../ui/level-mark'
import { hrefOf } from '../app/routes'
import { useSession, useSessionState } from '../session/session-context'
import './ends.css'

/** So many are listed at first. */
const FIRST = 10

/** Strengths from the highest and weaknesses from the lowest level, by the ministry's rule. */
export function Ends() {
  const { instrument } = useSession()
  const score = useSessionState((state) => state.score)
  const scope = useSessionState((state) => state.assessment.scope)
  const isIncluded = (id: string) => inScope(scope, id)
  return (
    <div className="ends">
      <RatedList
        title="Kekuatan"
        hint="Dua tingkat tertinggi, dari yang tertinggi."
        none="Belum ada indikator pada dua tingkat tertinggi."
        rated={strengthsOf(instrument, score, isIncluded)}
      />
      <RatedList
        title="Kelemahan"
        hint="Dua tingkat terendah, dari yang terendah. Yang kosong tidak ikut."
        none="Tidak ada indikator terjawab pada dua tingkat terendah."
        rated={weaknessesOf(instrument, score, isIncluded)}
      />
    </div>
  )
}

interface RatedListProps {
  readonly title: string
  readonly hint: string
  readonly none: string
  readonly rated: readonly Rated[]
}

function RatedList({ title, hint, none, rated }: RatedListProps) {
  const session = useSession()
  const { instrument } = session
  const assessment = session.getState().assessment.id
  const [all, setAll] = useState(false)
  const shown = all ? rated : rated.slice(0, FIRST)
  return (
    <section>
      <h2>
        {title} <span className="count">{rated.length}</span>
      </h2>
      <p className="hint">{rated.length > 0 ? hint : none}</p>
      <ul className="rated">
        {shown.map(({ indicator, level, value }) => (
          <li key={indicator.id}>
            <LevelMark text={formatLevel(value)} tone={levelTone(instrument, level.level)} />
            <a href={hrefOf({ screen: 'fill-in', assessment, indicator: indicator.id })}>
              {indicator.number} {indicator.shortName}
            </a>
          </li>
        ))}
      </ul>
      {rated.length > shown.length && (
        <button type="button" className="link no-print" onClick={() => setAll(true)}>
          Tampilkan semua {formatCount(rated.length)}
        </button>
      )}
    </section>
  )
}
