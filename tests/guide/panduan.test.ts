/** The guide says what the app says, shows what there is, and leads where it says. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { pictureNames, readGuide } from '../../scripts/read-guide'
import { glossarySchema } from '../../src/guide/glossary'
import type { Block, Inline } from '../../src/guide/model'
import { textOf, textOfInlines } from '../../src/guide/text'
import { readSources, root, visit } from '../architecture/sources'

const guide = readGuide(root)
const blocks = [...guide.intro, ...guide.sections.flatMap((section) => section.blocks)]
const glossary = glossarySchema.parse(
  JSON.parse(readFileSync(join(root, 'src/guide/glossary.json'), 'utf8')) as unknown,
)

/** Names that the guide sets off and that no one source text holds; each with its reason. */
const NOT_OURS: readonly string[] = [
  // Put together of the paper's name.
  'Buat berita acara (PDF)',
  'Buat pernyataan (PDF)',
]

/** Everything that the app may write: texts of its sources and of the shipped instruments. */
const written = [...readSources().flatMap(textsOf), ...instrumentTexts()].map(oneLine).join('\n')

/** Whether a name stands somewhere in them, from the beginning of a word to the end of one. */
function isWritten(name: string): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(^|[^\\p{L}])${pattern}(?!\\p{L})`, 'mu').test(written)
}

function textsOf({ tree }: { readonly tree: ts.SourceFile }): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      found.push(node.text)
    }
  })
  return found
}

function instrumentTexts(): string[] {
  const folder = join(root, 'src/instrument/data')
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What stands in **bold** or between “ and ”; "Lainnya › Hapus" names two things. */
function namesIn(all: readonly Block[]): string[] {
  const bold = inlinesOf(all).flatMap((inline) => (inline.type === 'strong' ? [inline] : []))
  const quoted = [...textOf(all).matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)
  return [...bold.map(({ children }) => textOfInlines(children)), ...quoted]
    .flatMap((name) => name.split(' › '))
    .map(oneLine)
}

function inlinesOf(all: readonly Block[]): Inline[] {
  return all.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return withChildren(block.children)
      case 'list':
        return block.items.flatMap(inlinesOf)
      case 'table':
        return withChildren([block.head, ...block.rows].flat(2))
    }
  })
}

function withChildren(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) =>
    'children' in inline ? [inline, ...withChildren(inline.children)] : [inline],
  )
}

describe('docs/panduan.md', () => {
  test('names only what the app writes', () => {
    const names = [...new Set(namesIn(blocks))]
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => !isWritten(name) && !NOT_OURS.includes(name))).toEqual([])
  })

  test('would be caught with a button that is gone, or whose name is cut short', () => {
    expect(['Simpan cadangan', 'Tombol yang tidak ada', 'impan cadanga'].map(isWritten)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('has no exception that is not needed', () => {
    const names = namesIn(blocks)
    expect(NOT_OURS.filter((name) => !names.includes(name) || isWritten(name))).toEqual([])
  })

  test('keeps the address of the glossary free', () => {
    expect(guide.sections.map(({ id }) => id)).not.toContain('istilah')
  })

  test('shows pictures that the script draws, light enough, and every one of docs/images is shown', () => {
    const folder = join(root, 'docs/images')
    const files = readdirSync(folder)
    const script = readFileSync(join(root, 'scripts/screenshots.mjs'), 'utf8')
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const shown = pictureNames(guide)
    expect(files.filter((name) => !shown.includes(name) && !readme.includes(`docs/images/${name}`))).toEqual(
      [],
    )
    expect(files.filter((name) => !script.includes(`'${name.replace('.png', '')}'`))).toEqual([])
    const bytes = files.map((name) => statSync(join(folder, name)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000)
  })
})

test('the screens lead to sections that the guide has', () => {
  const linked = readSources().flatMap(({ tree }) =>
    [...tree.text.matchAll(/<GuideLink section="([^"]+)"/g)].map(([, section]) => section),
  )
  expect(linked.length).toBeGreaterThan(2)
  const sections = guide.sections.map(({ id }) => id)
  expect(linked.filter((section) => !sections.includes(section ?? ''))).toEqual([])
})

describe('the glossary', () => {
  test('has every id and every spelling once', () => {
    const ids = glossary.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    const spellings = glossary
      .flatMap(({ term, also = [] }) => [term, ...also])
      .map((word) => word.toLowerCase())
    expect(spellings).toEqual([...new Set(spellings)])
  })

  test('leads to sections that the guide has', () => {
    const sections = guide.sections.map(({ id }) => id)
    expect(glossary.filter(({ section }) => !sections.includes(section))).toEqual([])
  })

  test('has the words that the screens explain', () => {
    const asked = readSources().flatMap(({ tree }) =>
      [...tree.text.matchAll(/<(?:Term|TermHelp)\s[^>]*?\bid="([^"]+)"/g)].map(([, id]) => id),
    )
    expect(asked.length).toBeGreaterThan(10)
    const ids = glossary.map(({ id }) => id)
    expect(asked.filter((id) => !ids.includes(id ?? ''))).toEqual([])
  })

  test('is written in whole sentences', () => {
    for (const { term, definition } of glossary) {
      expect(definition, term).toMatch(/^[A-Z“].*\.$/)
      expect(definition.length, term).toBeLessThan(260)
      expect(definition, term).not.toContain('!')
    }
  })
})
