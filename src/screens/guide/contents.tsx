import { useSyncExternalStore } from 'react'
import { guide } from 'virtual:guide'
import { hrefOf, type Route } from '../app/routes'
import { reveal, sectionElementId } from './reveal'
import '../../ui/fold.css'

const chapters = guide.sections.filter(({ level }) => level === 2)

interface ContentsProps {
  readonly route: Extract<Route, { screen: 'guide' | 'glossary' }>
}

/** The sections of the guide: beside the page where there is room, else folded above it. */
export function Contents({ route }: ContentsProps) {
  const wide = useSyncExternalStore(subscribe, isWide)
  const list = <ContentsList route={route} />
  if (wide) return list
  return (
    <details className="guide-contents">
      <summary>Isi panduan</summary>
      {list}
    </details>
  )
}

function ContentsList({ route }: ContentsProps) {
  const section = route.screen === 'guide' ? route.section : null
  return (
    <nav aria-label="Isi panduan">
      <ul>
        {chapters.map(({ id, title }) => (
          <li key={id}>
            {/* Chosen once more, the address stays the same and nothing else would bring the section back. */}
            <a
              href={hrefOf({ screen: 'guide', section: id })}
              onClick={() => reveal(sectionElementId(id))}
              {...(id === section ? { 'aria-current': 'location' as const } : {})}
            >
              {title}
            </a>
          </li>
        ))}
        <li>
          <a
            href={hrefOf({ screen: 'glossary', term: null })}
            {...(route.screen === 'glossary' ? { 'aria-current': 'page' as const } : {})}
          >
            Istilah
          </a>
        </li>
      </ul>
    </nav>
  )
}

/** As in guide.css. */
const WIDE = '(min-width: 900px)'

function isWide(): boolean {
  return matchMedia(WIDE).matches
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
