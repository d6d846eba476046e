/** Looks for the program age, with which the tests open and lock parcels outside the app. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { succeeds } from './package-manager.mjs'

/** The path of an age that starts, or null. Throws when AGE_PATH names no file. */
export function findAge() {
  const named = process.env.AGE_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`AGE_PATH names no file: ${named}`)
    return named
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = folders.map((folder) => join(folder, 'age'))
  return paths.find((path) => existsSync(path) && succeeds(path, ['--version'], 'ignore')) ?? null
}
