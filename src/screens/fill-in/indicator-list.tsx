import { memo, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { PlacedIndicator } from '../../instrument/lookup'
import { formatCount } from '../../report/format'
import { hrefOf } from '../app/routes'
import { answerIn, useDrawnState, useSession } from '../session/session-context'
import { QuestionsRow } from '../general-questions/questions-row'
import { FILTERS, matchesFilter, matchesSearch, type FilterId } from './filters'
import { IndicatorRow } from './indicator-row'

interface IndicatorListProps {
  readonly placed: readonly PlacedIndicator[]
  /** Id of the indicator one is at; null where one is at the general questions after them. */
  readonly current: string | null
  /** The list is a page of its own. */
  readonly heading: boolean
  readonly onHelp: () => void
}

/** All indicators of the scope by aspect, with search and one filter. */
export const IndicatorList = memo(function IndicatorList({
  placed,
  current,
  heading,
  onHelp,
}: IndicatorListProps) {
  const session = useSession()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<FilterId>('all')
  const searched = useDeferredValue(search)
  // One string of ids: the list is drawn anew only when another set of indicators fits.
  const fitting = useDrawnState((state) =>
    placed
      .filter(
        (place) =>
          matchesSearch(place, searched) && matchesFilter(filter, session, state, place.indicator.id),
      )
      .map((place) => place.indicator.id)
      .join(' '),
  )
  const ids = new Set(fitting.split(' '))
  const visible = placed.filter((place) => ids.has(place.indicator.id))
  const showsQuestions = filter === 'all' && 'pertanyaan umum'.includes(searched.trim().toLowerCase())
  const list = useRef<HTMLElement>(null)
  useScrolledIntoView(list, current)
  return (
    <nav className="list" aria-label="Daftar indikator" ref={list}>
      {heading && <h1 className="vh">Daftar indikator</h1>}
      <div className="list-head">
        <input
          type="search"
          aria-label="Cari indikator"
          placeholder="Cari nomor atau nama"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="row">
          <select
            aria-label="Tampilkan"
            value={filter}
            onChange={(event) => setFilter(event.target.value as FilterId)}
          >
            {FILTERS.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <button type="button" className="link" onClick={onHelp}>
            Bantuan tombol
          </button>
        </div>
        <span className="vh" role="status">
          {filter !== 'all' || searched ? `${formatCount(visible.length)} indikator ditampilkan` : ''}
        </span>
      </div>
      <a
        className="quick-link hide-phone"
        href={hrefOf({ screen: 'quick-list', assessment: session.getState().assessment.id })}
      >
        Daftar cepat
      </a>
      {visible.length === 0 && !showsQuestions && (
        <p className="list-empty">Tidak ada indikator yang cocok. Ubah pencarian atau saringan.</p>
      )}
      {byAspect(visible).map(({ aspect, places }) => (
        <section key={aspect.id} aria-label={aspect.name}>
          <AspectHead aspect={aspect} places={placed.filter((place) => place.aspect === aspect)} />
          <ol>
            {places.map(({ indicator }) => (
              <IndicatorRow key={indicator.id} indicator={indicator} current={indicator.id === current} />
            ))}
          </ol>
        </section>
      ))}
      {showsQuestions && <QuestionsRow current={current === null} />}
    </nav>
  )
})

interface AspectHeadProps {
  readonly aspect: PlacedIndicator['aspect']
  readonly places: readonly PlacedIndicator[]
}

function AspectHead({ aspect, places }: AspectHeadProps) {
  const answered = useDrawnState(
    (state) =>
      places.filter(({ indicator }) => typeof answerIn(state, indicator.id).value === 'number').length,
  )
  return (
    <h3>
      {aspect.name}{' '}
      <span>
        {answered} dari {places.length}
      </span>
    </h3>
  )
}

function byAspect(places: readonly PlacedIndicator[]) {
  const aspects = [...new Set(places.map((place) => place.aspect))]
  return aspects.map((aspect) => ({ aspect, places: places.filter((place) => place.aspect === aspect) }))
}

/** Keeps the current row in view inside the list without moving the page. */
function useScrolledIntoView(list: React.RefObject<HTMLElement | null>, current: string | null): void {
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[aria-current]')
    if (!box || !row || box.scrollHeight <= box.clientHeight) return
    const top = row.offsetTop
    const isVisible =
      top >= box.scrollTop + HEAD_HEIGHT && top + row.offsetHeight <= box.scrollTop + box.clientHeight
    if (!isVisible) box.scrollTo({ top: top - box.clientHeight / 2 })
  }, [list, current])
}

/** What the sticky search and aspect head cover, in pixels. */
const HEAD_HEIGHT = 150
