/** Reads the TypeScript of src for the tests of its structure: comments are left out, types are not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** From src, with forward slashes: `answers/change.ts`. */
  readonly path: string
  readonly tree: ts.SourceFile
}

/** A made-up file, for showing that a test can fail. */
export function source(path: string, text: string): Source {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
}

export function readSources(): Source[] {
  const folder = join(root, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => source(path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')))
}

/** All folders of src, at any depth: `report/pdf`. */
export function readFolders(): string[] {
  const folder = join(root, 'src')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

export function visit(node: ts.Node, each: (node: ts.Node) => void) {
  each(node)
  node.forEachChild((child) => {
    visit(child, each)
  })
}

/** Every module a file names: import, export from, import(), import types and new URL(…, import.meta.url). */
export function importsOf({ tree }: Source): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    const named = moduleNamed(node)
    if (named && ts.isStringLiteralLike(named)) found.push(named.text)
  })
  return found
}

function moduleNamed(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0]
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    return node.arguments?.[1]?.getText() === 'import.meta.url' ? node.arguments[0] : undefined
  }
  return undefined
}

/** Where a relative import leads, from src; null for a package. */
export function resolveImport(from: Source, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null
  return posix.normalize(posix.join(posix.dirname(from.path), specifier.replace(/\?.*$/, '')))
}
