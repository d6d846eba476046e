/**
 * Makes the tree that the app shows out of the guide's Markdown. What the tree has no place for is refused, raw HTML
 * before all: the build then fails with the words it stumbled over.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import type { GlossaryTerm } from '../src/guide/glossary'
import { markTerms } from '../src/guide/mark-terms'
import { guideSchema, type Block, type Guide, type Inline, type Section } from '../src/guide/model'

export interface GuideParts {
  readonly glossary: readonly GlossaryTerm[]
  /** Pixels of a picture in docs/images; throws where there is none. */
  readonly sizeOf: (name: string) => { readonly width: number; readonly height: number }
}

export class GuideError extends Error {
  override name = 'GuideError'
}

/** Throws GuideError for Markdown that the guide must not hold, and for links and pictures that lead nowhere. */
export function compileGuide(markdown: string, { glossary, sizeOf }: GuideParts): Guide {
  const compiler = new Compiler(sizeOf)
  const [first, ...rest] = compiler.meaningful(lexer(markdown))
  if (first?.type !== 'heading' || first.depth !== 1) throw new GuideError('the guide begins with its title')
  const { intro, sections } = sectionsOf(rest, compiler)
  checkLinks(compiler.linked, sections)
  return guideSchema.parse({ title: plain(first.text), intro, sections: markTerms(sections, glossary) })
}

/** As GitHub makes the anchor of a heading. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

function sectionsOf(tokens: readonly MarkedToken[], compiler: Compiler) {
  const intro: Block[] = []
  const sections: (Section & { blocks: Block[] })[] = []
  for (const token of tokens) {
    if (token.type === 'heading') sections.push(sectionOf(token, sections))
    else (sections[sections.length - 1]?.blocks ?? intro).push(compiler.block(token))
  }
  return { intro, sections }
}

function sectionOf(token: Tokens.Heading, before: readonly Section[]): Section & { blocks: Block[] } {
  const { depth } = token
  const title = plain(token.text)
  const id = slugOf(title)
  if (depth !== 2 && depth !== 3) throw new GuideError(`a heading of level ${depth}: ${title}`)
  if (depth === 3 && before.length === 0) throw new GuideError(`a step without its section: ${title}`)
  if (before.some((section) => section.id === id)) throw new GuideError(`two headings give #${id}`)
  return { id, level: depth, title, blocks: [] }
}

function checkLinks(linked: ReadonlySet<string>, sections: readonly Section[]): void {
  const lost = [...linked].filter((to) => !sections.some(({ id }) => id === to))
  if (lost.length > 0) throw new GuideError(`links lead nowhere: ${lost.map((to) => `#${to}`).join(', ')}`)
}

class Compiler {
  /** Slugs that are linked to. */
  readonly linked = new Set<string>()

  constructor(private readonly sizeOf: GuideParts['sizeOf']) {}

  /** Without the space between blocks. */
  meaningful(tokens: readonly Token[]): MarkedToken[] {
    return (tokens as readonly MarkedToken[]).filter(({ type }) => type !== 'space')
  }

  block = (token: MarkedToken): Block => {
    switch (token.type) {
      case 'paragraph':
      // The one paragraph of an item in a tight list.
      case 'text':
        return { type: 'paragraph', children: this.inlines(token.tokens) }
      case 'list':
        return {
          type: 'list',
          ordered: token.ordered,
          items: token.items.map((item) => this.meaningful(item.tokens).map(this.block)),
        }
      case 'table':
        return {
          type: 'table',
          head: token.header.map(({ tokens }) => this.inlines(tokens)),
          rows: token.rows.map((row) => row.map(({ tokens }) => this.inlines(tokens))),
        }
      default:
        throw refusal(token)
    }
  }

  inlines = (tokens: readonly Token[] | undefined): Inline[] =>
    ((tokens ?? []) as readonly MarkedToken[]).map(this.inline)

  inline = (token: MarkedToken): Inline => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return { type: 'text', text: plain(token.text) }
      case 'codespan':
        return { type: 'code', text: token.text }
      case 'strong':
      case 'em':
        return { type: token.type, children: this.inlines(token.tokens) }
      case 'link':
        return { type: 'link', to: this.linkTarget(token), children: this.inlines(token.tokens) }
      case 'image':
        return this.picture(token)
      default:
        throw refusal(token)
    }
  }

  private linkTarget({ href, raw }: Tokens.Link): string {
    if (!href.startsWith('#')) throw new GuideError(`a link out of the guide: ${raw}`)
    const to = href.slice(1)
    this.linked.add(to)
    return to
  }

  private picture({ href, text, raw }: Tokens.Image): Inline {
    const [, name] = /^images\/([a-z0-9-]+\.png)$/.exec(href) ?? []
    if (!name) throw new GuideError(`a picture from outside of docs/images: ${raw}`)
    if (!text.trim()) throw new GuideError(`a picture without a description: ${raw}`)
    return { type: 'picture', name, alt: plain(text), ...this.sizeOf(name) }
  }
}

/** Text on one line; the lexer leaves entities as they are written, so there are none. */
function plain(text: string): string {
  if (/&(#\d+|#x[\da-f]+|\w+);/i.test(text)) throw new GuideError(`write the character itself: ${text}`)
  return text.replace(/\s+/g, ' ')
}

function refusal(token: MarkedToken): GuideError {
  return new GuideError(`the guide has no ${token.type}: ${token.raw.slice(0, 80)}`)
}
