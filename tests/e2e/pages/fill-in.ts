/** The page of one indicator, found as people find it: by role and name. */
import { expect, type Locator, type Page } from '@playwright/test'

export class FillIn {
  readonly page: Page
  readonly main: Locator
  readonly list: Locator
  readonly heading: Locator
  readonly levels: Locator
  readonly analysis: Locator
  readonly evidence: Locator
  readonly summary: Locator
  readonly undo: Locator

  constructor(page: Page) {
    this.page = page
    this.main = page.getByRole('main')
    this.list = page.getByRole('navigation', { name: 'Daftar indikator' })
    this.heading = this.main.getByRole('heading', { level: 1 })
    this.levels = page.getByRole('radiogroup', { name: /Tingkat/ })
    this.analysis = this.main.getByRole('textbox', { name: 'Analisis', exact: true })
    this.evidence = this.main.getByRole('region', { name: /Bukti/ })
    this.summary = page.getByRole('complementary', { name: 'Ringkasan indikator ini' })
    this.undo = page.getByRole('button', { name: 'Urungkan' })
  }

  /** The level group of one indicator and no other. */
  levelsOf(number: number): Locator {
    return this.page.getByRole('radiogroup', { name: new RegExp(`indikator ${number} `) })
  }

  level(level: number): Locator {
    return this.levels.getByRole('radio').nth(level - 1)
  }

  /** The row of an indicator in the list. */
  row(number: number): Locator {
    return this.list.getByRole('link', { name: new RegExp(`^${number} `) })
  }

  async at(number: number): Promise<void> {
    await expect(this.heading).toHaveText(new RegExp(`^${number} `))
  }

  /** Goes by the list. */
  async open(number: number): Promise<void> {
    await this.row(number).click()
    await this.at(number)
  }

  /** Waits for the word that what was entered is on disk, both in the strip and under the note. */
  async saved(): Promise<void> {
    await this.page.evaluate(caughtUp)
    await expect(this.main.getByText(/^Tersimpan \d\d\.\d\d$/)).toBeVisible()
  }

  fold(title: string): Locator {
    return this.main.locator('details').filter({ has: this.page.locator('summary', { hasText: title }) })
  }

  async unfold(title: string): Promise<Locator> {
    const fold = this.fold(title)
    await fold.locator('summary').click()
    return fold
  }

  /** Enters a document and cites it, in the dialog. */
  async cite(facts: Readonly<Record<string, string>>): Promise<void> {
    await this.evidence.getByRole('button', { name: 'Tambah dokumen' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Tambah dokumen dan rujuk' })
    for (const [label, text] of Object.entries(facts)) await dialog.getByLabel(label).fill(text)
    await dialog.getByRole('button', { name: 'Rujuk', exact: true }).click()
    await expect(dialog).toBeHidden()
  }
}

/** Runs in the page: resolves when what follows a frame behind what was typed or chosen has followed (decision 030). */
function caughtUp(): Promise<void> {
  const afterFrame = (callback: () => void) => requestAnimationFrame(() => setTimeout(callback))
  return new Promise((resolve) => afterFrame(() => afterFrame(resolve)))
}
