/** Text stays text, and every browser the app is for can read its code. */
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources, source, visit, type Source } from './sources'

/** Each takes markup from a text: React escapes, and textContent does. */
const MARKUP = /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|srcDoc)$/

/** Safari 16.0 to 16.3 cannot read it: the whole chunk would fail to load. */
const LOOKBEHIND = /\(\?<[=!]/

function faultsOf({ path, tree }: Source): string[] {
  const faults: string[] = []
  visit(tree, (node) => {
    if (ts.isRegularExpressionLiteral(node) && LOOKBEHIND.test(node.text))
      faults.push(`${path}: ${node.text}`)
    if (ts.isIdentifier(node) && MARKUP.test(node.text)) faults.push(`${path}: ${node.text}`)
  })
  return faults
}

test('no markup is made from text, and no regular expression looks behind', () => {
  const sources = readSources()
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.flatMap(faultsOf)).toEqual([])
})

test.each([
  '<p dangerouslySetInnerHTML={{ __html: text }} />',
  'const props = { dangerouslySetInnerHTML: { __html: text } }',
  'element.innerHTML = text',
  'element.outerHTML = text',
  "element.insertAdjacentHTML('beforeend', text)",
  'frame.srcdoc = text',
  'text.replace(/(?<=a)b/, text)',
  'const pattern = /(?<!a)b/u',
])('this check can fail: %s', (text) => {
  expect(faultsOf(source('screens/example.tsx', text))).toHaveLength(1)
})

test('a named group is no lookbehind', () => {
  expect(faultsOf(source('screens/example.ts', 'const pattern = /(?<year>\\d{4})/'))).toEqual([])
})
