/** Looks for a LibreOffice that the tests can have compute a workbook. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a LibreOffice that starts, or null. Throws when OFFICE_PATH names no file. */
export function findOffice() {
  const named = process.env.OFFICE_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`OFFICE_PATH names no file: ${named}`)
    return named
  }
  return knownPaths().find((path) => existsSync(path) && hasCalc(path)) ?? null
}

function knownPaths() {
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice']
  if (process.platform === 'win32') {
    return ['ProgramFiles', 'ProgramFiles(x86)']
      .map((name) => process.env[name])
      .filter(Boolean)
      .map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.com'))
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
}

/** A LibreOffice may be there without its spreadsheet; where one cannot see that, it is taken to be whole. */
function hasCalc(path) {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) return false
  const programs = ['/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program']
  const known = programs.filter((folder) => existsSync(folder))
  const calc = known.some((folder) => existsSync(join(folder, 'libsclo.so')))
  return /LibreOffice/.test(stdout) && (known.length === 0 || calc)
}
