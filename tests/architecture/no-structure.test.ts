/**
 * The questionnaire is data: code that knew an indicator, a domain or how many there are would be wrong for the next
 * instrument. Looked for: ids of indicators anywhere in a text, ids of higher nodes as a whole text (an aspect's id is
 * also a paper size), names of domains, and the number of indicators of the first instrument.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources, root, source, visit, type Source } from './sources'

interface Node {
  readonly id: string
  readonly name: string
}
type Domain = Node & { readonly aspects: readonly (Node & { readonly indicators: readonly Node[] })[] }

const data = join(root, 'src/instrument/data')
const domains = readdirSync(data).flatMap(
  (name) => (JSON.parse(readFileSync(join(data, name), 'utf8')) as { domains: Domain[] }).domains,
)
const aspects = domains.flatMap((domain) => domain.aspects)
const indicators = aspects.flatMap((aspect) => aspect.indicators)

const higherIds = new Set([...domains, ...aspects].map(({ id }) => id))
const indicatorIds = new RegExp(`\\b(${[...new Set(indicators.map(({ id }) => id))].join('|')})\\b`)
const domainNames = [...new Set(domains.map(({ name }) => name))]

function knowsStructure(text: string): boolean {
  return (
    higherIds.has(text.trim()) ||
    indicatorIds.test(text) ||
    /\b47\b/.test(text) ||
    domainNames.some((name) => text.includes(name))
  )
}

function structureIn(file: Source): string[] {
  const found: string[] = []
  visit(file.tree, (node) => {
    const text = ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)
    if (text && knowsStructure(node.text)) found.push(`${file.path}: ${node.text.trim()}`)
  })
  return found
}

test('no code knows the structure of an instrument', () => {
  expect(domainNames.length).toBeGreaterThan(0)
  expect(indicators.length).toBeGreaterThan(0)
  expect(readSources().flatMap(structureIn)).toEqual([])
})

test.each([
  'const count = 47',
  "const first = 'I01'",
  'const key = `indicator:I07/${field}`',
  "const law = values.get('D1')",
  'const one = /^I07$/',
  'const text = <p>Semua 47 indikator</p>',
  `const title = '${domainNames[0]}'`,
])('this check can fail: %s', (text) => {
  expect(structureIn(source('screens/start.tsx', text))).toHaveLength(1)
})

test('this check leaves comments and other texts alone', () => {
  const text = "// indicator I07 of 47\nconst paper = { format: 'a4', width: 147, text: 'Ukuran A4' }"
  expect(structureIn(source('screens/start.tsx', text))).toEqual([])
})
