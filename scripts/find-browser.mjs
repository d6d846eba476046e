/** Looks for a Chromium, Chrome or Edge that the end-to-end tests and the bench can drive. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The path of a browser that starts, or null. Throws when CHROMIUM_PATH or CHROME_PATH names no file. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH || process.env.CHROME_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH or CHROME_PATH names no file: ${named}`)
    return named
  }
  return [...ownOfPlaywright(), ...knownPaths()].find((path) => existsSync(path) && starts(path)) ?? null
}

/**
 * The path of Chromium's shell without windows: the same engine, with a third less work in each test. The browser itself
 * where a person named one, or where no shell starts.
 */
export function findShell(browser) {
  const { CHROMIUM_PATH, CHROME_PATH, CHROMIUM_SHELL_PATH } = process.env
  if (CHROMIUM_SHELL_PATH) return CHROMIUM_SHELL_PATH
  if (CHROMIUM_PATH || CHROME_PATH) return browser
  const paths = inPath(['chromium-headless-shell'])
  return paths.find((path) => existsSync(path) && starts(path)) ?? browser
}

function ownOfPlaywright() {
  try {
    return [require('playwright-core').chromium.executablePath()]
  } catch {
    return [] // not installed yet, or not built for this platform
  }
}

function knownPaths() {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(process.env.HOME ?? '', 'Applications')]
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return apps.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .map((name) => process.env[name])
      .filter(Boolean)
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  return inPath([
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ])
}

function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Some systems put a script there that only tells how to install the browser, or libraries are missing. */
function starts(path) {
  // On Windows --version opens a window instead of printing.
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}
