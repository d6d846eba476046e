import type { GlossaryTerm } from './glossary'
import type { Block, Inline, Section } from './model'

/**
 * Makes every word of the glossary a term where a section uses it first; the sections of level 3 go with the one they
 * belong to. Headings, links, code and what is set off (names of buttons, mostly) are left as they are.
 */
export function markTerms(sections: readonly Section[], glossary: readonly GlossaryTerm[]): Section[] {
  const terms = spellings(glossary)
  let seen = new Set<string>()
  return sections.map((section) => {
    if (section.level === 2) seen = new Set()
    return { ...section, blocks: section.blocks.map((block) => markBlock(block, { terms, seen })) }
  })
}

interface Spelling {
  readonly id: string
  readonly pattern: RegExp
}

interface Marking {
  readonly terms: readonly Spelling[]
  /** Ids that the section has already. */
  readonly seen: Set<string>
}

/** Longest first, so that "tingkat kematangan" is not taken for "tingkat". */
function spellings(glossary: readonly GlossaryTerm[]): Spelling[] {
  return glossary
    .flatMap(({ id, term, also = [] }) => [term, ...also].map((words) => ({ id, words })))
    .sort((one, other) => other.words.length - one.words.length)
    .map(({ id, words }) => ({
      id,
      pattern: new RegExp(`(^|[^\\p{L}\\p{N}-])(${escapePattern(words)})(?![\\p{L}\\p{N}-])`, 'iu'),
    }))
}

function escapePattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function markBlock(block: Block, marking: Marking): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: markInlines(block.children, marking) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => item.map((inside) => markBlock(inside, marking))),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => markInlines(cell, marking))),
      }
  }
}

function markInlines(inlines: readonly Inline[], marking: Marking): Inline[] {
  return inlines.flatMap((inline) => (inline.type === 'text' ? markText(inline.text, marking) : [inline]))
}

function markText(text: string, marking: Marking): Inline[] {
  const first = firstTerm(text, marking)
  if (!first) return text ? [{ type: 'text', text }] : []
  marking.seen.add(first.id)
  const { id, from, to } = first
  return [
    ...markText(text.slice(0, from), marking),
    { type: 'term', id, text: text.slice(from, to) },
    ...markText(text.slice(to), marking),
  ]
}

/** The longest spelling that occurs; of its places the first. */
function firstTerm(text: string, { terms, seen }: Marking) {
  for (const { id, pattern } of terms) {
    if (seen.has(id)) continue
    const found = pattern.exec(text)
    if (!found) continue
    const [, before = '', words = ''] = found
    const from = found.index + before.length
    return { id, from, to: from + words.length }
  }
  return null
}
