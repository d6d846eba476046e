import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources, source, visit, type Source } from './sources'

const SHORT_WAYS = ['put', 'add', 'delete', 'clear']

/** Places that write into the database: a transaction that may, or one of idb's short ways. */
function writesOf({ path, tree }: Source): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const { expression: on, name } = node.expression
    const isTransaction = name.text === 'transaction' && node.arguments[1]?.getText() === "'readwrite'"
    const isShortWay = on.getText() === 'database' && SHORT_WAYS.includes(name.text)
    if (isTransaction || isShortWay) found.push(path)
  })
  return found
}

// Two at a time can cost the whole database (docs/decisions/025).
test('nothing is written past beginWriting', () => {
  expect(readSources().flatMap(writesOf)).toEqual(['storage/database.ts'])
})

test.each(["database.transaction(['files'], 'readwrite')", "database.put('files', row, key)"])(
  'it would be seen: %s',
  (text) => {
    expect(writesOf(source('storage/x.ts', text))).toHaveLength(1)
  },
)
