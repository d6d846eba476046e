/** The tests that failed, from the JSON reports of vitest and Playwright: each with its file and the beginning of what it said. */
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './root.mjs'

/** Lines of what each said. */
const LINES = 8

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
    .map(({ errors }) => ({
      file: `tests/e2e/${file}`,
      name: title,
      said: begin(errors.map(({ message }) => message).join('\n')),
    }))
}

function begin(text) {
  return stripVTControlCharacters(text).split('\n').slice(0, LINES).join('\n')
}
