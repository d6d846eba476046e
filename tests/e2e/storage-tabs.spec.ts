/** Two tabs on one assessment lose nothing: other fields appear, the same field is a difference a person decides. */
import type { BrowserContext, Page } from '@playwright/test'
import { begin } from './backup'
import { expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { Strip } from './pages/strip'
import { expectOnDisk, historyOnDisk, levelOnDisk, textOnDisk } from './storage-data'

interface Tabs {
  readonly one: FillIn
  readonly two: FillIn
}

/** News between tabs that waits as long as the test says so; in life it takes a few milliseconds. */
function makeNewsSlow(): void {
  const held: (() => void)[] = []
  const state = { hold: false }
  const RealChannel = BroadcastChannel
  window.BroadcastChannel = class extends RealChannel {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event: MessageEvent) => {
        if (state.hold) held.push(() => listener?.(event))
        else listener?.(event)
      }
    }
  }
  Object.assign(window, {
    holdNews() {
      state.hold = true
    },
    releaseNews() {
      state.hold = false
      for (const deliver of held.splice(0)) deliver()
    },
  })
}

test.beforeEach(({ beforePages }) => beforePages(makeNewsSlow))

async function news({ one, two }: Tabs, what: 'holdNews' | 'releaseNews'): Promise<void> {
  for (const { page } of [one, two]) {
    await page.evaluate((name) => (window as unknown as Record<string, () => void>)[name]?.(), what)
  }
}

/** The same indicator in two tabs of one browser. */
async function twoTabs(context: BrowserContext, page: Page, filled = {}): Promise<Tabs> {
  await begin(page, filled)
  const second = await context.newPage()
  await second.goto(page.url())
  const tabs = { one: new FillIn(page), two: new FillIn(second) }
  await tabs.two.at(1)
  return tabs
}

/** Types in both before either hears of the other. */
async function typeInBoth(tabs: Tabs, first: string, second: string): Promise<void> {
  await news(tabs, 'holdNews')
  await tabs.one.analysis.fill(first)
  await tabs.two.analysis.fill(second)
  await expect
    .poll(() => historyOnDisk(tabs.one.page, 'I01', 'analysis'))
    .toEqual(expect.arrayContaining([first, second]))
  await news(tabs, 'releaseNews')
}

test('what one tab enters appears in the other', async ({ context, page }) => {
  const { one, two } = await twoTabs(context, page)
  await one.level(4).click()
  await expect(two.level(4)).toBeChecked()
  await two.analysis.fill('Ditulis di tab kedua')
  await expect(one.analysis).toHaveValue('Ditulis di tab kedua')
  await one.open(2)
  await one.level(3).click()
  await expect(new Strip(one.page).fact('Terjawab')).toHaveText('2/47')
  await new Strip(two.page).shows(await indexIn(one.page), '2/47')
  await expect(one.page.locator('.difference')).toHaveCount(0)
})

async function indexIn(page: Page): Promise<string> {
  return (await new Strip(page).fact('Indeks sementara').innerText())
    .replace(/^Rincian:\s*/, '')
    .replace(/\s+/g, ' ')
}

test('a text written in both is a difference in both; choosing one of them in one tab decides for both', async ({
  context,
  page,
}) => {
  const tabs = await twoTabs(context, page)
  await typeInBoth(tabs, 'Dari tab satu', 'Dari tab dua')
  const differences = [tabs.one, tabs.two].map(({ page }) =>
    page.getByRole('region', { name: 'Dua isian untuk Analisis' }),
  )
  for (const difference of differences) {
    await expect(difference).toContainText('Dari tab satu')
    await expect(difference).toContainText('Dari tab dua')
  }
  await differences[1]?.getByRole('radio', { name: /Dari tab satu/ }).check()
  await differences[1]?.getByRole('button', { name: 'Pakai yang dipilih' }).click()
  for (const tab of [tabs.one, tabs.two]) {
    await expect(tab.analysis).toHaveValue('Dari tab satu')
    const history = await tab.unfold('Riwayat')
    await expect(history).toContainText('Dari tab satu')
    await expect(history).toContainText('Dari tab dua')
  }
  await tabs.one.page.reload()
  await expect(tabs.one.analysis).toHaveValue('Dari tab satu')
})

test('or both are joined by hand', async ({ context, page }) => {
  const tabs = await twoTabs(context, page)
  await typeInBoth(tabs, 'Kalimat satu.', 'Kalimat dua.')
  const difference = tabs.one.page.getByRole('region', { name: 'Dua isian untuk Analisis' })
  await difference.getByRole('button', { name: 'Susun gabungan' }).click()
  const joined = difference.getByRole('textbox', { name: 'Gabungan' })
  await expect(joined).toHaveValue(/Kalimat satu\.[^]*Kalimat dua\.|Kalimat dua\.[^]*Kalimat satu\./)
  await joined.fill('Kalimat satu. Kalimat dua.')
  await difference.getByRole('button', { name: 'Pakai gabungan' }).click()
  for (const tab of [tabs.one, tabs.two]) await expect(tab.analysis).toHaveValue('Kalimat satu. Kalimat dua.')
  await expectOnDisk(page, 'I01', 'Kalimat satu. Kalimat dua.')
  expect((await historyOnDisk(page, 'I01', 'analysis')).sort()).toEqual(
    ['Kalimat satu.', 'Kalimat dua.', 'Kalimat satu. Kalimat dua.'].sort(),
  )
})

test('a level chosen in both while each had the old one is a difference too', async ({ context, page }) => {
  const tabs = await twoTabs(context, page, { values: { I01: 2 } })
  const { one, two } = tabs
  await news(tabs, 'holdNews')
  await one.level(3).click()
  await two.level(4).click()
  await expect.poll(() => historyOnDisk(page, 'I01', 'value')).toEqual(expect.arrayContaining([2, 3, 4]))
  await news(tabs, 'releaseNews')
  for (const tab of [one, two]) {
    const difference = tab.page.getByRole('region', { name: 'Dua tingkat untuk indikator ini' })
    await expect(difference).toContainText('3')
    await expect(difference).toContainText('4')
  }
  expect(await levelOnDisk(page, 'I01')).toBeUndefined()
  const difference = one.page.getByRole('region', { name: 'Dua tingkat untuk indikator ini' })
  await difference.getByRole('radio').nth(1).check()
  await difference.getByRole('button', { name: 'Pakai yang dipilih' }).click()
  for (const tab of [one, two]) {
    await expect(tab.page.locator('.difference')).toHaveCount(0)
    await expect(tab.levels.getByRole('radio', { checked: true })).toHaveCount(1)
  }
  expect(await historyOnDisk(page, 'I01', 'value')).toEqual(expect.arrayContaining([2, 3, 4]))
})

test('typed on in one tab after the other rewrote it, a text does not overwrite what was not seen', async ({
  context,
  page,
}) => {
  const { one, two } = await twoTabs(context, page)
  await one.analysis.fill('Teks awal')
  await rewriteInSecond(page, two)
  await typeOn(one)
  expect(await unseenIsLost(page), 'the rewritten text is replaced though nobody saw it here').toBe(false)
})

test('nor does it after one looked into the other tab, the cursor still in the first one’s field', async ({
  context,
  page,
}) => {
  const { one, two } = await twoTabs(context, page)
  await one.analysis.fill('Teks awal')
  await one.saved()
  // What a browser does when its window is left: focusout, but the element stays the active one. Playwright's does not.
  await page.evaluate(() => {
    document.hasFocus = () => false
    document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
  await rewriteInSecond(page, two)
  await page.evaluate(() => {
    document.hasFocus = () => true
  })
  await typeOn(one)
  expect(await unseenIsLost(page), 'the rewritten text is replaced though nobody saw it here').toBe(false)
})

async function rewriteInSecond(first: Page, two: FillIn): Promise<void> {
  await expect(two.analysis).toHaveValue('Teks awal')
  await two.analysis.fill('Ditulis ulang di tab kedua')
  await expectOnDisk(first, 'I01', 'Ditulis ulang di tab kedua')
  // Heard in the first tab too: its history has it.
  await expect(first.locator('summary', { hasText: 'Riwayat' })).toContainText('2 perubahan')
}

async function typeOn(one: FillIn): Promise<void> {
  await one.page.keyboard.type('!')
  await expect
    .poll(() => historyOnDisk(one.page, 'I01', 'analysis'))
    .toEqual(expect.arrayContaining([expect.stringContaining('!')]))
}

/** Whether the rewritten text is neither the present one nor one of two that differ. */
async function unseenIsLost(page: Page): Promise<boolean> {
  const present = await textOnDisk(page, 'I01')
  return present !== undefined && !present.includes('Ditulis ulang')
}
