/**
 * The lock file must serve every machine: complete for platforms other than the one it was written on, and without the
 * address of the place the packages were fetched from.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources'

interface Entry {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Lock {
  readonly packages: Readonly<Record<string, Entry>>
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock

/** Names that an entry may need on some platform but that no entry describes. */
function missing({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${path} needs ${name}`),
  )
}

/** `node_modules/a/node_modules/b` → itself, `node_modules/a/` and the root: where Node looks. */
function foldersAbove(path: string): string[] {
  if (path === '') return ['']
  const parent = path.lastIndexOf('/node_modules/')
  return [`${path}/`, ...foldersAbove(parent < 0 ? '' : path.slice(0, parent))]
}

/** Addresses other than those a package gives for its funding or in the reason why it is deprecated. */
function addresses({ packages }: Lock): string[] {
  return Object.entries(packages)
    .filter(([, entry]) =>
      JSON.stringify({ ...entry, funding: null, deprecated: null }).match(/"resolved"|[a-z]:\/\//),
    )
    .map(([path]) => path)
}

test('every optional dependency is in the lock file', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(missing(lock)).toEqual([])
})

test('the lock file names no place to fetch from', () => {
  expect(addresses(lock)).toEqual([])
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true')
})

test('these checks can fail', () => {
  const tool = { optionalDependencies: { 'tool-here': '1.0.0', 'tool-elsewhere': '1.0.0' } }
  const here = { 'node_modules/a/node_modules/tool': tool, 'node_modules/a/node_modules/tool-here': {} }
  expect(missing({ packages: here })).toEqual(['node_modules/a/node_modules/tool needs tool-elsewhere'])
  expect(addresses({ packages: { 'node_modules/a': { resolved: 'somewhere' } } })).toHaveLength(1)
  const fetched = { optionalDependencies: { b: 'https://example.invalid/b.tgz' } }
  expect(addresses({ packages: { 'node_modules/a': fetched } })).toHaveLength(1)
})
