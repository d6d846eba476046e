import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import {
  importsOf,
  readFolders,
  readSources,
  resolveImport,
  root,
  source,
  visit,
  type Source,
} from './sources'

const core = ['instrument', 'answers', 'evidence', 'scoring']
const derived = ['checks', 'planning', 'comparison', 'merge']
const everyRoom = [
  ...core,
  ...derived,
  'guide',
  'report',
  'report/pdf',
  'spreadsheet',
  'spreadsheet/files',
  'handover',
  'handover/files',
  'dossier',
  'dossier/files',
  'ministry-folder',
  'ministry-folder/files',
  'storage',
  'workers',
  'ui',
  'offline',
  'screens',
]

/** What each room may import, type imports included; itself and schema-setup always. */
const mayImport: Record<string, readonly string[]> = {
  'schema-setup': [],
  'vite-env': ['guide'],
  instrument: [],
  answers: ['instrument'],
  evidence: ['instrument', 'answers'],
  scoring: ['instrument'],
  checks: core,
  planning: core,
  comparison: core,
  merge: core,
  guide: [],
  report: [...core, ...derived],
  'report/pdf': [...core, ...derived, 'report'],
  spreadsheet: [...core, ...derived, 'report'],
  'spreadsheet/files': ['spreadsheet'],
  handover: [...core, ...derived],
  'handover/files': [...core, ...derived, 'handover'],
  dossier: [...core, ...derived, 'report'],
  'dossier/files': [...core, ...derived, 'report', 'report/pdf', 'handover/files', 'dossier'],
  'ministry-folder': [...core, 'report', 'spreadsheet'],
  'ministry-folder/files': [...['ministry-folder', 'spreadsheet', 'spreadsheet/files', 'handover/files']],
  storage: ['instrument', 'answers', 'evidence', 'merge', 'handover', 'handover/files'],
  workers: [
    ...core,
    ...derived,
    'report',
    'report/pdf',
    'spreadsheet',
    'spreadsheet/files',
    'handover',
    'handover/files',
    'dossier',
    'dossier/files',
    'ministry-folder',
    'ministry-folder/files',
    'storage',
  ],
  ui: [],
  offline: [],
  screens: everyRoom,
  main: everyRoom,
}

/** Which rooms may use a package. One that is not listed here belongs nowhere yet: decide, then add it. */
const mayUse: Record<string, readonly string[]> = {
  // Elsewhere a schema could be built before schema-setup has told zod to leave `new Function` alone.
  zod: ['schema-setup'],
  idb: ['storage'],
  jspdf: ['report/pdf'],
  '@cantoo/pdf-lib': ['dossier/files'],
  hucre: ['spreadsheet/files'],
  'hash-wasm': ['workers', 'handover/files'],
  'age-encryption': ['handover/files'],
  // The worker looks into files, the screen shows their pages.
  'pdfjs-dist': ['workers', 'screens'],
  react: ['ui', 'screens', 'main'],
  'react-dom': ['ui', 'screens', 'main'],
  'react-hook-form': ['screens'],
  '@hookform/resolvers': ['screens'],
  // No package: what scripts/guide-plugin.ts makes of the guide.
  'virtual:guide': ['screens'],
}

const forbiddenNames = ['utils', 'lib', 'common', 'shared', 'helpers', 'misc', 'types', 'hooks']

/** Time, chance and the outside world come into these as arguments. */
const pureRooms = [
  ...core,
  ...derived,
  ...['guide', 'report', 'spreadsheet', 'handover', 'dossier', 'ministry-folder'],
]
/** They know by `import.meta.glob` which files are shipped. */
const ofShippedFiles = ['instrument/catalogue.ts', 'instrument/crosswalk-files.ts']
const impure = ['crypto', 'fetch', 'globalThis', 'indexedDB', 'localStorage', 'performance', 'sessionStorage']

/** Rooms within rooms: they alone know a package or how bytes are written. */
const innerRooms = everyRoom.filter((room) => room.includes('/'))

function roomOf(path: string): string {
  const inner = innerRooms.find((room) => path.startsWith(`${room}/`))
  if (inner) return inner
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/(\.d)?\.tsx?$/, '')
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function wrongImports(file: Source): string[] {
  const room = roomOf(file.path)
  const allowed = mayImport[room]
  if (!allowed) return [`${file.path}: ${room} is no room of the table in this test`]
  return importsOf(file)
    .filter((specifier) => {
      const path = resolveImport(file, specifier)
      if (path === null) return !mayUse[packageOf(specifier)]?.includes(room)
      const target = roomOf(path)
      return target !== room && target !== 'schema-setup' && !allowed.includes(target)
    })
    .map((specifier) => `${file.path} imports ${specifier}`)
}

function impurities(file: Source): string[] {
  if (!pureRooms.includes(roomOf(file.path))) return []
  const found: string[] = []
  visit(file.tree, (node) => {
    const what = impurity(node)
    if (what && !(what === 'import.meta' && ofShippedFiles.includes(file.path))) {
      found.push(`${file.path} uses ${what}`)
    }
  })
  return found
}

function impurity(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText()
    if (text === 'Date.now' || text === 'Math.random') return text
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return 'import.meta'
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()'
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()'
  if (ts.isIdentifier(node) && impure.includes(node.text) && !isMemberName(node)) return node.text
  return null
}

/** `answer.performance` or `{ performance: … }` is a word of ours, not the browser's object. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node)
  )
}

function forbiddenFolders(folders: readonly string[]): string[] {
  return folders.filter((folder) => folder.split('/').some((name) => forbiddenNames.includes(name)))
}

describe('the rooms of src', () => {
  const sources = readSources()

  test('import one way only, types included, and use packages where they belong', () => {
    expect(sources.length).toBeGreaterThan(10)
    expect(sources.flatMap(wrongImports)).toEqual([])
  })

  test('are pure where they must be', () => {
    expect(sources.flatMap(impurities)).toEqual([])
  })

  test('are named for their subject', () => {
    expect(forbiddenFolders(readFolders())).toEqual([])
    expect(sources.filter(({ path }) => forbiddenNames.includes(roomOf(path)))).toEqual([])
  })

  test('that are pure are all compiled without a DOM', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tests/architecture/tsconfig.json'), 'utf8')) as {
      include: string[]
    }
    const compiled = include.map((path) => roomOf(`${path.replace('../../src/', '')}/`))
    const present = new Set(
      sources.map(({ path }) => roomOf(path)).filter((room) => pureRooms.includes(room)),
    )
    expect([...present].filter((room) => !compiled.includes(room))).toEqual([])
  })
})

describe('these checks can fail', () => {
  test.each([
    ['ui/strip.tsx', "import type { Change } from '../answers/change'"],
    ['answers/change.ts', "export { score } from '../scoring/score'"],
    ['scoring/score.ts', "import { valuesOf } from '../answers/present'"],
    ['storage/open.ts', "const screen = import('../screens/start/start')"],
    ['workers/report.ts', "type Screen = import('../screens/start/start').Start"],
    ['handover/parcel.ts', "import { toModel } from '../report/model'"],
    ['report/model.ts', "import { draw } from './pdf/draw'"],
    ['spreadsheet/build.ts', "import { writeWorkbook } from './files/write-xlsx'"],
    ['spreadsheet/build.ts', "import { readXlsx } from 'hucre/xlsx'"],
    ['screens/handover/excel.ts', "import { readXlsx } from 'hucre/xlsx'"],
    ['spreadsheet/files/read.ts', "import { score } from '../../scoring/score'"],
    ['offline/worker.ts', "new URL('../storage/open.ts', import.meta.url)"],
    ['screens/start/start.tsx', "import jsPDF from 'jspdf'"],
    ['screens/start/start.tsx', "import { openDB } from 'idb'"],
    ['answers/change.ts', "import * as z from 'zod/mini'"],
    ['storage/open.ts', "import { useState } from 'react'"],
    ['screens/start/start.tsx', "import pick from 'left-pad'"],
    ['screens/start/start.tsx', "import facts from '../../../package.json'"],
    ['extras/thing.ts', ''],
  ])('%s: %s', (path, text) => {
    expect(wrongImports(source(path, text))).toHaveLength(1)
  })

  test.each([
    ['answers/change.ts', 'const now = Date.now()'],
    ['merge/union.ts', 'const now = new Date()'],
    ['evidence/evidence.ts', 'const text = Date()'],
    ['scoring/score.ts', 'const x = Math.random()'],
    ['handover/parcel.ts', 'const id = crypto.randomUUID()'],
    ['report/build.ts', "void fetch('x')"],
    ['answers/change.ts', "localStorage.getItem('x')"],
    ['instrument/schema.ts', "import.meta.glob('x')"],
  ])('%s: %s', (path, text) => {
    expect(impurities(source(path, text))).toHaveLength(1)
  })

  test('and leave alone what is allowed', () => {
    const file = source(
      'answers/change.ts',
      "import { z } from '../schema-setup'\nconst day = new Date(at)\nconst x = { crypto: row.crypto } // Date.now()",
    )
    expect([...wrongImports(file), ...impurities(file)]).toEqual([])
    expect(impurities(source('report/pdf/draw.ts', 'const now = new Date()'))).toEqual([])
    expect(forbiddenFolders(['report/pdf', 'screens/hooks', 'lib'])).toEqual(['screens/hooks', 'lib'])
  })
})
