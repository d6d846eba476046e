/** The keyboard reaches everything, the focus is seen and goes where the eye does, and what happens is said. */
import type { Locator, Page } from '@playwright/test'
import { DESK } from './a11y-layout'
import { arrive, begin, goTo, openFull } from './a11y-states'
import { expect, tabTo, test } from './fixtures'

test.use({ viewport: DESK })

/** Screens of an open assessment and what their headings say. */
const PARTS = [
  ['bukti', 'Bukti'],
  ['hasil', 'Hasil'],
  ['kirim', 'Berkas asesor'],
  ['identitas', 'Identitas penilaian'],
] as const

/** What can be pressed, chosen or typed in, as a selector. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, [tabindex="0"]:not(a, button, input, select, textarea)'

interface Focused {
  readonly name: string
  readonly ring: boolean
  readonly body: boolean
}

/** What has the focus, and whether its ring is seen: 3 px, drawn, on the element itself. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return {
      name: `${element.tagName.toLowerCase()} ${element.getAttribute('name') ?? ''} ${words.slice(0, 30)}`,
      ring: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3,
      body: element === document.body,
    }
  })
}

/** Walks the whole page with Tab, until the focus leaves it. Gives what was met, without what a radio group skips. */
async function walkThrough(page: Page): Promise<{ seen: number; unringed: string[]; missed: string[] }> {
  await page.evaluate((controls) => {
    const met = new Set<Element>()
    document.addEventListener('focusin', ({ target }) => met.add(target as Element))
    // The first of all: one begins there on opening the page.
    document.querySelector<HTMLElement>('.skip')?.focus()
    Object.assign(window, {
      missedControls: () =>
        [...document.querySelectorAll<HTMLElement>(controls)]
          .filter((element) => element.offsetParent !== null && !met.has(element))
          .filter(
            (element) =>
              !(element as HTMLInputElement).disabled && !element.closest('details:not([open]) > .in'),
          )
          .filter(
            (element) =>
              !(element instanceof HTMLInputElement && element.type === 'radio') ||
              ![...met].some((other) => other instanceof HTMLInputElement && other.name === element.name),
          )
          .map(
            (element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
          ),
    })
  }, CONTROLS)
  const unringed: string[] = []
  let seen = 0
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.body) break
    seen += 1
    if (!at.ring) unringed.push(at.name)
  }
  const missed = await page.evaluate(() =>
    (window as unknown as { missedControls(): string[] }).missedControls(),
  )
  return { seen, unringed, missed }
}

test('every control of Isi is reached with Tab and shows its ring, and Tab leaves the page again', async ({
  page,
}) => {
  await openFull(page)
  await goTo(page, 'isi/I08')
  await arrive(page, 8)
  for (const fold of await page.locator('main summary').all()) await fold.click()
  const { seen, unringed, missed } = await walkThrough(page)
  expect(unringed).toEqual([])
  expect(missed).toEqual([])
  expect(seen).toBeLessThan(150)
})

for (const [part, title] of PARTS) {
  test(`every control of ${part} is reached with Tab and shows its ring`, async ({ page }) => {
    await openFull(page)
    await goTo(page, part)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
    const { seen, unringed, missed } = await walkThrough(page)
    expect({ unringed, missed }).toEqual({ unringed: [], missed: [] })
    expect(seen).toBeGreaterThan(5)
  })
}

test('the skip link is first, is seen, and leads to the content', async ({ page }) => {
  await begin(page)
  await page.reload()
  await arrive(page, 1)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Langsung ke isi' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#isi')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#isi') !== null)).toBe(true)
})

test('a new screen begins at its heading', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: 'Mulai penilaian' }).click()
  const heading = page.locator('main h1')
  await expect(heading).toHaveText('Mulai penilaian')
  await expect(heading).toBeFocused()
  await page.getByLabel('Nama lengkap instansi').fill('Kabupaten Contoh')
  await page.keyboard.press('Enter')
  await arrive(page, 1)
  await expect(heading).toBeFocused()
  for (const tab of ['Bukti', 'Hasil', 'Kirim', 'Isi']) {
    await page.getByRole('link', { name: tab, exact: true }).press('Enter')
    await expect(heading, tab).toBeFocused()
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.locator('.walk a.main').press('Enter')
  await arrive(page, 2)
  await expect(heading).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('the levels are one stop; a choice keeps the focus and is said', async ({ page }) => {
  await begin(page)
  const radios = page.locator('.levels input')
  const first = radios.first()
  await first.focus()
  await page.keyboard.press('3')
  await expect(radios.nth(2)).toBeChecked()
  await expect(radios.nth(2)).toBeFocused()
  const said = page.locator('.levels + [role=status]')
  await expect(said).toHaveText(/^Tingkat 3\. \d+ bukti diminta\.$/)
  await page.keyboard.press('ArrowDown')
  await expect(radios.nth(3)).toBeFocused()
  await expect(said).toHaveText(/^Tingkat 4\. \d+ bukti diminta\.$/)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('.levels'))).toBeNull()
  await page.keyboard.press('Shift+Tab')
  await expect(radios.nth(3)).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /^Tersimpan \d\d\.\d\d$/ })).toHaveCount(1)
})

test('a dialog takes the focus in, keeps it, and gives it back; Esc changes nothing', async ({ page }) => {
  await openFull(page)
  const changes = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('spbe-mandiri')
          opening.onsuccess = () => {
            const count = opening.result.transaction('changes').objectStore('changes').count()
            count.onsuccess = () => {
              opening.result.close()
              resolve(count.result)
            }
          }
        }),
    )
  const before = await changes()
  const openers: Locator[] = [
    page.getByRole('button', { name: /Rincian/ }),
    page.getByRole('button', { name: 'Bantuan tombol' }),
    page.getByRole('button', { name: 'Rujuk dari kumpulan' }),
    page.getByRole('button', { name: 'Tambah dokumen' }),
    page.getByRole('button', { name: /Ubah rujukan/ }).first(),
  ]
  for (const opener of openers) {
    await opener.press('Enter')
    const dialog = page.locator('dialog[open]')
    await expect(dialog).toHaveAccessibleName(/./)
    const inside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null)
    expect(await inside()).toBe(true)
    const stops = await dialog.locator(CONTROLS).count()
    for (let step = 0; step < stops + 2; step += 1) {
      await page.keyboard.press('Tab')
      const at = await focused(page)
      // Past the last control a browser offers its own bar, which is body to the page.
      expect(at.body || (await inside()), at.name).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  }
  expect(await changes()).toBe(before)
})

test('what is taken away does not take the focus along', async ({ page }) => {
  await openFull(page)
  await page
    .getByRole('button', { name: /Lepas rujukan/ })
    .first()
    .press('Enter')
  await expect(page.locator('#evidence-title')).toBeFocused()
  await goTo(page, 'isi/I04')
  await arrive(page, 4)
  await page.locator('.difference input').first().check()
  await page.getByRole('button', { name: 'Pakai yang dipilih' }).press('Enter')
  await expect(page.locator('.difference')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /Tingkat/ }).first()).toBeFocused()
})

test('errors are said and stand at their fields, which take the focus', async ({ page }) => {
  await page.goto('./#/mulai')
  await page.getByLabel('Tahun penilaian').fill('20226')
  await page.getByRole('button', { name: 'Mulai mengisi' }).press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(2)
  const name = page.getByLabel('Nama lengkap instansi')
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAccessibleDescription(/Tulis nama instansi/)
})

for (const [words, viewport, least] of [
  ['on a desk', DESK, 32],
  ['under a finger', { width: 360, height: 740 }, 44],
] as const) {
  test(`targets are large enough ${words}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto('./')
    await page.getByRole('link', { name: 'Mulai penilaian' }).waitFor()
    expect(await tooSmall(page, least), 'beranda').toEqual([])
    await openFull(page)
    expect(await tooSmall(page, least), 'isi').toEqual([])
    for (const [part, title] of PARTS) {
      await goTo(page, part)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
      expect(await tooSmall(page, least), part).toEqual([])
    }
  })
}

/** Buttons less than so high; other targets less than 24 px that are neither in a sentence nor a label's. */
async function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ({ controls, least }) =>
      [...document.querySelectorAll<HTMLElement>(controls)].flatMap((element) => {
        if (element.offsetParent === null || element.closest('.vh, .skip')) return []
        const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : element
        const { width, height } = (target ?? element).getBoundingClientRect()
        const isButton = element.matches('.btn, .icon-btn, .toast button, .recipients button')
        const isWords = element.matches('p a, td a')
        const needed = isButton ? least : isWords ? 0 : 24
        if (height >= needed - 0.5 && width >= Math.min(needed, 24) - 0.5) return []
        return [
          `${Math.round(width)} × ${Math.round(height)}: ${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
        ]
      }),
    { controls: CONTROLS, least },
  )
}

test('help is called and left with the keyboard', async ({ page }) => {
  await begin(page)
  await page.locator('.walk a.main').press('Enter')
  await arrive(page, 2)
  await page.keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: 'Bantuan tombol' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('main h1')).toBeFocused()
  await tabTo(page, page.locator('.levels input').first())
})
