/** The tests that failed, from the JSON reports of vitest and Playwright: each with its file and the beginning of what it said. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './root.mjs'

/** Lines of what each said. */
const LINES = 14
/** Lines of what a page showed when its test failed. */
const PAGE_LINES = 60

/** Empty where nothing failed, and where the step ended before it wrote its report. */
export function failedInVitest({ testResults = [] }) {
  return testResults.flatMap(({ name: path, status, message, assertionResults }) => {
    const file = relative(root, path)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    // A file that does not load has no test to name.
    if (failed.length === 0 && status === 'failed')
      return [{ file, name: 'the file itself', said: begin(message) }]
    return failed.map(({ fullName, failureMessages }) => ({
      file,
      name: fullName,
      said: begin(failureMessages.join('\n')),
    }))
  })
}

/** As above. What was stopped half-way, because another step had failed, is not one of them. */
export function failedInPlaywright({ suites = [] }) {
  return suites.flatMap(({ specs = [], suites: within }) => [
    ...specs.flatMap(failuresOf),
    ...failedInPlaywright({ suites: within }),
  ])
}

function failuresOf({ file, title, tests }) {
  return tests
    .flatMap(({ results }) => results)
    .filter(({ status }) => status === 'failed' || status === 'timedOut')
    .map(({ errors, attachments = [] }) => ({
      file: `tests/e2e/${file}`,
      name: title,
      said: [...errors.map(({ message }) => begin(message)), ...attachments.flatMap(pageOf)].join('\n'),
    }))
}

/** The page as Playwright noted it down, in roles and names; empty for what else it keeps, and where it is not there. */
function pageOf({ name, path }) {
  if (name !== 'error-context' || !path) return []
  try {
    const [, page] = /```yaml\n([^]*?)```/.exec(readFileSync(path, 'utf8')) ?? []
    return page ? [`The page then:\n${begin(page, PAGE_LINES)}`] : []
  } catch {
    return []
  }
}

function begin(text, lines = LINES) {
  return stripVTControlCharacters(text).split('\n').slice(0, lines).join('\n')
}
