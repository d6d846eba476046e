import { memo, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { guide } from 'virtual:guide'
import { useScreen } from '../app/use-screen'
import { Blocks } from './blocks'
import { reveal, sectionElementId } from './reveal'
import { SearchField } from './search-field'
import { SearchResults } from './search-results'

interface GuidePageProps {
  /** The slug of the heading to begin at; null for the top. */
  readonly section: string | null
}

/** The guide on one page, or what was found in it. */
export function GuidePage({ section }: GuidePageProps) {
  useScreen('Panduan')
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (section) reveal(sectionElementId(section))
  }, [section])

  /** Back to the guide before the address changes: where it stays the same nothing else would go there. */
  function follow(found: string | null): void {
    flushSync(() => setQuery(''))
    if (found) reveal(sectionElementId(found))
  }

  return (
    <>
      <h1>{guide.title}</h1>
      <SearchField label="Cari dalam panduan" value={query} onChange={setQuery} />
      {query.trim().length > 1 ? <SearchResults query={query} onFollow={follow} /> : <Sections />}
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
