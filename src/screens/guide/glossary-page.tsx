import { useEffect, useMemo, useState } from 'react'
import { guide } from 'virtual:guide'
import { markWords, search, wordsOf } from '../../guide/search'
import { formatCount } from '../../report/format'
import { hrefOf } from '../app/routes'
import { useScreen } from '../app/use-screen'
import { reveal, termElementId } from './reveal'
import { SearchField } from './search-field'
import { Pieces } from './search-results'
import { heading, terms } from './terms'

const alphabetical = [...terms].sort((one, other) => one.term.localeCompare(other.term, 'id'))
const texts = alphabetical.map((term) => ({
  id: term.id,
  title: [heading(term), ...(term.also ?? [])].join(' '),
  text: term.definition,
}))

interface GlossaryPageProps {
  /** The id of the term to begin at; null for the top. */
  readonly term: string | null
}

/** All terms from A to Z, or those that hold what is looked for. */
export function GlossaryPage({ term }: GlossaryPageProps) {
  useScreen('Istilah')
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (term) reveal(termElementId(term))
  }, [term])
  const words = useMemo(() => wordsOf(query), [query])
  const found = useMemo(() => new Set(search(texts, query).map(({ id }) => id)), [query])
  const shown = words.length === 0 ? alphabetical : alphabetical.filter(({ id }) => found.has(id))
  return (
    <>
      <h1>Istilah</h1>
      <p className="read-2">Arti kata-kata yang dipakai aplikasi ini, dan dari mana asalnya.</p>
      <SearchField label="Cari istilah" value={query} onChange={setQuery} />
      <p role="status" className="found">
        {words.length > 0 &&
          (shown.length > 0
            ? `${formatCount(shown.length)} istilah memuat “${query.trim()}”.`
            : `Tidak ada istilah yang memuat “${query.trim()}”. Coba kata lain, atau cari dalam panduan.`)}
      </p>
      <dl className="terms">
        {shown.map((entry) => (
          <div key={entry.id}>
            <dt id={termElementId(entry.id)}>
              <Pieces pieces={markWords(heading(entry), words)} />
              {entry.also && <span className="hint"> juga: {entry.also.join(', ')}</span>}
            </dt>
            <dd>
              <Pieces pieces={markWords(entry.definition, words)} />
              <span className="hint">
                {entry.source && `Sumber: ${entry.source} · `}
                Panduan:{' '}
                <a href={hrefOf({ screen: 'guide', section: entry.section })}>{titleOf(entry.section)}</a>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function titleOf(section: string): string {
  return guide.sections.find(({ id }) => id === section)?.title ?? ''
}
