import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { guide } from 'virtual:guide'
import { wordsOf } from '../../guide/search'
import { useScreen } from '../app/use-screen'
import { Blocks } from './blocks'
import { reveal, sectionElementId } from './reveal'
import { SearchField } from './search-field'
import { foundText, searchGuide, SearchResults } from './search-results'

const TITLE_ID = 'judul-panduan'

interface GuidePageProps {
  /** The slug of the heading to begin at; null for the top. */
  readonly section: string | null
}

/** The guide on one page, or what was found in it. */
export function GuidePage({ section }: GuidePageProps) {
  useScreen('Panduan')
  const [query, setQuery] = useState('')
  const hits = useMemo(() => searchGuide(query), [query])
  const searching = wordsOf(query).length > 0
  const before = useRef(section)
  useEffect(() => {
    if (section) reveal(sectionElementId(section))
    else if (before.current) reveal(TITLE_ID)
    before.current = section
  }, [section])

  /** Back to the guide before the address changes: where it stays the same nothing else would go there. */
  function follow(found: string | null): void {
    flushSync(() => setQuery(''))
    if (found) reveal(sectionElementId(found))
  }

  return (
    <>
      <h1 id={TITLE_ID}>{guide.title}</h1>
      <SearchField label="Cari dalam panduan" value={query} onChange={setQuery} />
      <p role="status" className="found">
        {searching && foundText(query, hits.length)}
      </p>
      {searching ? <SearchResults hits={hits} onFollow={follow} /> : <Sections />}
    </>
  )
}

const Sections = memo(function Sections() {
  return (
    <div className="guide-text">
      <Blocks blocks={guide.intro} />
      {guide.sections.map(({ id, level, title, blocks }) => {
        const Heading = level === 2 ? 'h2' : 'h3'
        return (
          <section key={id} aria-labelledby={sectionElementId(id)}>
            <Heading id={sectionElementId(id)}>{title}</Heading>
            <Blocks blocks={blocks} />
          </section>
        )
      })}
    </div>
  )
})
