/**
 * The questionnaire is data: code that knew an indicator, a domain or how many there are would be wrong for the next
 * instrument. Looked for: ids of indicators anywhere in a text, ids of higher nodes as a whole text (an aspect's id is
 * also a paper size), ids of instruments, names of domains, and, as a number of its own or a word of a text, how many
 * indicators an instrument has. A count that is also an ordinary number (20, 35) is told from it by where it stands: it
 * is refused where something is counted (compared with a length, a size or a total), and in a text before "indikator".
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
const instruments = readdirSync(data).map(
  (name) => JSON.parse(readFileSync(join(data, name), 'utf8')) as { id: string; domains: Domain[] },
)
const domains = instruments.flatMap((instrument) => instrument.domains)
const aspects = domains.flatMap((domain) => domain.aspects)
const indicators = aspects.flatMap((aspect) => aspect.indicators)

const higherIds = new Set([...domains, ...aspects].map(({ id }) => id))
const indicatorIds = new RegExp(`\\b(${[...new Set(indicators.map(({ id }) => id))].join('|')})\\b`)
const domainNames = [...new Set(domains.map(({ name }) => name))]

const instrumentIds = new RegExp(`\\b(${instruments.map(({ id }) => id).join('|')})\\b`)
/** How many indicators each instrument has, as digits. */
const counts = instruments.map(({ domains: own }) =>
  String(own.flatMap((domain) => domain.aspects).flatMap((aspect) => aspect.indicators).length),
)
/** No ordinary number: nothing but the first instrument has so many of anything. */
const TELLING = counts.filter((count) => Number(count) > 40)
const countInText = new RegExp(`\\b(${counts.join('|')})\\b(?= (indikator|indicators|isian|butir))`)

function knowsStructure(text: string): boolean {
  return (
    higherIds.has(text.trim()) ||
    indicatorIds.test(text) ||
    instrumentIds.test(text) ||
    TELLING.some((count) => new RegExp(`\\b${count}\\b`).test(text)) ||
    countInText.test(text) ||
    domainNames.some((name) => text.includes(name))
  )
}

/** Whether a number is compared with, or kept as, how many of something there are. */
function isCounted(node: ts.NumericLiteral): boolean {
  const { parent } = node
  if (ts.isBinaryExpression(parent)) {
    const other = parent.left === node ? parent.right : parent.left
    return COUNTING.test(other.getText())
  }
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isParameter(parent)) {
    return COUNTING.test(parent.name.getText())
  }
  if (ts.isPropertySignature(parent.parent)) return COUNTING.test(parent.parent.name.getText())
  return false
}

/** Names of what holds how many indicators there are. */
const COUNTING =
  /(indicator|answer|total|placed|blank|rows)\w*$|(indicator|answer|placed|blank|row)\w*\.(length|size)$|^count$/i

function structureIn(file: Source): string[] {
  const found: string[] = []
  visit(file.tree, (node) => {
    const text = ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)
    if (text && knowsStructure(node.text)) found.push(`${file.path}: ${node.text.trim()}`)
    else if (ts.isNumericLiteral(node) && counts.includes(node.text) && isCounted(node)) {
      found.push(`${file.path}: ${node.parent.getText(file.tree)}`)
    }
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
  'const text = `Semua 20 indikator`',
  "const text = 'dari 35 indikator'",
  'const full = placed.length === 20',
  'const full = score.total >= 35',
  'const indicators = 20',
  'const shape = { indicatorCount: 35 }',
  "const newest = 'pemdi-2026'",
  `const title = '${domainNames[0]}'`,
])('this check can fail: %s', (text) => {
  expect(structureIn(source('screens/start.tsx', text))).toHaveLength(1)
})

test('this check leaves comments and other texts alone', () => {
  const text =
    "// indicator I07 of 47\nconst paper = { format: 'a4', width: 147, top: 20, left: 35, text: 'Ukuran A4' }"
  expect(structureIn(source('screens/start.tsx', text))).toEqual([])
})
