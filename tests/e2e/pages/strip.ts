/** The strip on top of an open assessment. */
import { expect, type Locator, type Page } from '@playwright/test'

export class Strip {
  readonly page: Page
  readonly strip: Locator
  readonly details: Locator

  constructor(page: Page) {
    this.page = page
    this.strip = page.getByRole('banner')
    this.details = page.getByRole('dialog', { name: 'Rincian indeks' })
  }

  /** What stands under a word of the strip. */
  fact(word: string): Locator {
    return this.strip
      .locator('dl > div')
      .filter({ has: this.page.getByRole('term').filter({ hasText: new RegExp(`^${word}$`) }) })
      .getByRole('definition')
  }

  /** "2,33 bisa sampai 2,98" as it is read, and "39/47". */
  async shows(index: string, answered: string, word = 'Indeks sementara'): Promise<void> {
    await expect(this.fact(word)).toHaveText(`Rincian: ${index}`)
    await expect(this.fact('Terjawab')).toHaveText(answered)
  }

  async open(): Promise<Locator> {
    await this.strip.getByRole('button', { name: /^Rincian: / }).click()
    await expect(this.details).toBeVisible()
    return this.details
  }

  async go(tab: 'Isi' | 'Bukti' | 'Hasil' | 'Kirim'): Promise<void> {
    await this.strip.getByRole('link', { name: tab, exact: true }).click()
  }
}
