import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findOffice } from '../../scripts/find-office.mjs'

const run = promisify(execFile)

/** Every formula is computed on opening, whatever program the file names as its maker. */
const profileOf = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** LibreOffice without a window, with a profile of its own in a locale. */
export class Office {
  readonly #folder = mkdtempSync(join(tmpdir(), 'spbe-office-'))
  readonly #path: string

  constructor(locale: string) {
    const path = findOffice()
    if (!path) throw new Error('No LibreOffice found: run npm test once, or set OFFICE_PATH.')
    this.#path = path
    mkdirSync(join(this.#folder, 'profile/user'), { recursive: true })
    mkdirSync(join(this.#folder, 'in'))
    writeFileSync(join(this.#folder, 'profile/user/registrymodifications.xcu'), profileOf(locale))
  }

  /** Opens workbooks, computes them, and saves them again (`xlsx`), or their first sheet as text (`csv`). */
  async saved(books: ReadonlyMap<string, Uint8Array>, as: 'xlsx' | 'csv'): Promise<Map<string, Uint8Array>> {
    const inputs = [...books].map(([name, bytes]) => {
      const path = join(this.#folder, 'in', `${name}.xlsx`)
      writeFileSync(path, bytes)
      return path
    })
    const out = join(this.#folder, as)
    const filter = as === 'csv' ? 'csv:Text - txt - csv (StarCalc):59,34,76,1' : 'xlsx:Calc MS Excel 2007 XML'
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.#folder, 'profile')).href}`
    await run(this.#path, [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      filter,
      '--outdir',
      out,
      ...inputs,
    ])
    return new Map(
      [...books.keys()].map((name) => [name, new Uint8Array(readFileSync(join(out, `${name}.${as}`)))]),
    )
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
