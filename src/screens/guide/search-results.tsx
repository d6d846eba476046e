import { guide } from 'virtual:guide'
import { search, type Hit, type Piece, type Searched } from '../../guide/search'
import { textOf } from '../../guide/text'
import { formatCount } from '../../report/format'
import { hrefOf } from '../app/routes'
import { terms } from './terms'

/** Everything that is searched: the beginning, the sections and the terms; the id is where it is found. */
const texts: readonly Searched[] = [
  { id: hrefOf({ screen: 'guide', section: null }), title: guide.title, text: textOf(guide.intro) },
  ...guide.sections.map(({ id, blocks }, at) => ({
    id: hrefOf({ screen: 'guide', section: id }),
    title: titleWithChapter(at),
    text: textOf(blocks),
  })),
  ...terms.map(({ id, term, definition }) => ({
    id: hrefOf({ screen: 'glossary', term: id }),
    title: `Istilah: ${term}`,
    text: definition,
  })),
]

function titleWithChapter(at: number): string {
  const { level, title } = guide.sections[at] ?? { level: 2, title: '' }
  if (level === 2) return title
  const chapter = guide.sections
    .slice(0, at)
    .reverse()
    .find((section) => section.level === 2)
  return `${chapter?.title ?? ''} › ${title}`
}

/** What holds every word of the query: sections and terms. */
export function searchGuide(query: string): readonly Hit[] {
  return search(texts, query)
}

/** How many there are, in words; announced while one types. */
export function foundText(query: string, count: number): string {
  const quoted = `“${query.trim()}”`
  return count > 0
    ? `${formatCount(count)} bagian memuat ${quoted}.`
    : `Tidak ada bagian yang memuat ${quoted}.`
}

interface SearchResultsProps {
  readonly hits: readonly Hit[]
  /** Told before one goes to a section of the guide; null is its beginning. */
  readonly onFollow: (section: string | null) => void
}

/** What was found, each with some words around the first hit; or what to do where it is nothing. */
export function SearchResults({ hits, onFollow }: SearchResultsProps) {
  if (hits.length === 0) {
    return (
      <p className="read-2">
        Coba kata yang lebih pendek atau kata lain yang searti, misalnya “simpan” atau “unduh”; atau pilih
        dari isi panduan.
      </p>
    )
  }
  return (
    <ol className="hits" aria-label="Hasil pencarian">
      {hits.map(({ id, title, excerpt }) => (
        <li key={id}>
          <a href={id} onClick={() => followTo(id, onFollow)}>
            <Pieces pieces={title} />
          </a>
          <p>
            <Pieces pieces={excerpt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function followTo(href: string, onFollow: SearchResultsProps['onFollow']): void {
  const section = guide.sections.find(({ id }) => hrefOf({ screen: 'guide', section: id }) === href)
  onFollow(section?.id ?? null)
}

/** A text with what was looked for marked. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))
}
