/**
 * tsc and eslint at once, on one program: rules that ask for types find them computed already, which spares npm test a
 * quarter of what the two take one after the other. Ends with 1 when either finds anything, a warning too.
 */
import { ESLint } from 'eslint'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './root.mjs'

const toText = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
}

const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, root)
const program = ts.createProgram(fileNames, options)
const faults = [...(error ? [error] : []), ...errors, ...ts.getPreEmitDiagnostics(program)]
console.log(ts.formatDiagnostics(faults, toText))

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: null, programs: [program] } },
  },
})
const results = await eslint.lintFiles(['.'])
const formatter = await eslint.loadFormatter('stylish')
console.log(await formatter.format(results))

const isClean = results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0)
process.exitCode = faults.length === 0 && isClean ? 0 : 1
