/** Work ends in its middle: the browser by SIGKILL, its page by a crash, by closing the tab, by going elsewhere. */
import type { BrowserContext, Page } from '@playwright/test'
import { presentOf, valuesOf } from '../../src/answers/present'
import { backupOf, begin, openBackup } from './backup'
import { BESIDE, expect, test } from './fixtures'
import { FillIn } from './pages/fill-in'
import { test as killed, type Profile } from './profile'
import { crash, newPage } from './random-kills'
import type { Site } from './static-server'
import { changesOnDisk, expectOnDisk, seeded, textOnDisk } from './storage-data'

// No test here is about the service worker: fetching all of the app anew takes longer than the rest of a round.
killed.use({ serviceWorkers: 'block' })

/** What the page said was saved: the text and the level that stood there when it said so. */
interface Acknowledged {
  readonly indicator: string
  readonly text: string
  /** 0 where none is chosen. */
  readonly level: number
}

/**
 * Tells the test of every moment at which the strip says that all is saved. It follows a frame behind what is typed or chosen
 * (decision 030), and is believed when it has caught up.
 */
async function tellSaves(context: BrowserContext, told: (acknowledged: Acknowledged) => void): Promise<void> {
  await context.exposeFunction('tellSaved', told)
  await context.addInitScript(() => {
    let last = ''
    let catchingUp = 0
    const afterFrame = (callback: () => void) => requestAnimationFrame(() => setTimeout(callback))
    const changed = () => {
      catchingUp += 1
      afterFrame(() =>
        afterFrame(() => {
          catchingUp -= 1
          look()
        }),
      )
    }
    addEventListener('input', changed, true)
    addEventListener('change', changed, true)
    const look = () => {
      if (catchingUp > 0) return
      const note = document.querySelector<HTMLTextAreaElement>('textarea[name=analysis]')
      if (!note || !document.querySelector('.saved')) return
      const number = document.querySelector('h1 .n')?.textContent ?? ''
      const radios = [...document.querySelectorAll<HTMLInputElement>('.levels input')]
      const acknowledged = {
        indicator: `I${number.padStart(2, '0')}`,
        text: note.value,
        level: radios.findIndex((radio) => radio.checked) + 1,
      }
      if (JSON.stringify(acknowledged) === last) return
      last = JSON.stringify(acknowledged)
      void (window as unknown as { tellSaved: (what: typeof acknowledged) => void }).tellSaved(acknowledged)
    }
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
}

/**
 * Ends for each seed, twelve in all: of the whole browser and of the page's process in turn. The profile goes on from one to
 * the next, so each looks back on all before.
 */
const ROUNDS = 6

function idOf(number: number): string {
  return `I${String(number).padStart(2, '0')}`
}

for (const [seed, browserOnProfile] of [
  [1, 'whole'],
  [2, 'shell'],
] as const) {
  killed.describe(`seed ${seed}, ${browserOnProfile}`, () => {
    killed.use({ browserOnProfile })
    killed('killed at any moment, it comes back with all that was acknowledged', ({ site, profile }) =>
      endAgainAndAgain(seed, site, profile),
    )
  })
}

async function endAgainAndAgain(seed: number, site: Site, profile: Profile): Promise<void> {
  const random = seeded(seed)
  /** What was last acknowledged, by indicator; since each beginning of the browser, what was chosen after that. */
  const told = new Map<string, Acknowledged>()
  const chosenSince = new Map<string, number[]>()
  const typed = new Map<string, string>()
  let place = 1
  let saves = 0

  const hear = (acknowledged: Acknowledged) => {
    saves += 1
    told.set(acknowledged.indicator, acknowledged)
    const chosen = chosenSince.get(acknowledged.indicator) ?? []
    chosenSince.set(acknowledged.indicator, chosen.slice(chosen.lastIndexOf(acknowledged.level) + 1))
    place = Number(acknowledged.indicator.slice(1))
  }

  async function checkAll(page: Page): Promise<void> {
    const present = presentOf(await changesOnDisk(page))
    for (const [indicator, { text, level }] of told) {
      const kept = valuesOf(present, { kind: 'indicator', id: indicator })
      expect((kept.analysis ?? '').slice(0, text.length), `text of ${indicator}`).toBe(text)
      const levels = [level, ...(chosenSince.get(indicator) ?? [])]
      expect(levels, `level of ${indicator}`).toContain(kept.value ?? 0)
    }
  }

  const launched = async () => {
    const context = await profile.launch()
    await tellSaves(context, hear)
    return context
  }
  let context: BrowserContext | null = null
  for (let round = 0; round < ROUNDS; round += 1) {
    context ??= await launched()
    const page = await newPage(context)
    const fillIn = new FillIn(page)
    await page.goto(site.address)
    if (round === 0) {
      await openBackup(page, backupOf({}))
    } else {
      await expect(page.getByRole('link', { name: 'Lanjutkan' })).toBeVisible()
      await checkAll(page)
      await page.getByRole('link', { name: 'Lanjutkan' }).click()
      const number = Number(await fillIn.heading.locator('.n').innerText())
      // Going on to the next indicator is remembered too, though nobody is told when.
      expect([place, place + 1]).toContain(number)
      await fillIn.at(number)
      place = number
    }
    let indicator = idOf(place)
    typed.clear()
    typed.set(indicator, await fillIn.analysis.inputValue())
    const acts = 4 + random(14)
    for (let act = 0; act < acts; act += 1) {
      const what = random(7)
      if (what === 0) {
        const level = 1 + random(5)
        chosenSince.set(indicator, [...(chosenSince.get(indicator) ?? []), level])
        await fillIn.level(level).click()
      } else if (what === 1 && told.has(indicator)) {
        indicator = idOf(Number(indicator.slice(1)) + 1)
        await page.keyboard.press('Control+Enter')
        await fillIn.at(Number(indicator.slice(1)))
        typed.set(indicator, await fillIn.analysis.inputValue())
        if (!told.has(indicator)) {
          await fillIn.analysis.pressSequentially('.')
          typed.set(indicator, `${typed.get(indicator) ?? ''}.`)
          await fillIn.saved()
        }
      } else {
        const mark = `k${round}-${act} `
        typed.set(indicator, (typed.get(indicator) ?? '') + mark)
        await fillIn.analysis.press('Control+End')
        await fillIn.analysis.pressSequentially(mark, { delay: 10 + random(50) })
      }
    }
    if (round % 2 > 0) await crash(page)
    else {
      await profile.kill()
      context = null
    }
    for (const [id, all] of typed) expect(all.startsWith(told.get(id)?.text ?? ''), id).toBe(true)
  }
  const page = await newPage(context ?? (await launched()))
  await page.goto(site.address)
  await expect(page.getByRole('link', { name: 'Lanjutkan' })).toBeVisible()
  await checkAll(page)
  expect(saves, 'saves that were acknowledged before a kill').toBeGreaterThanOrEqual(ROUNDS)
}

test('closing the tab right after the last key keeps it', async ({ context, page }) => {
  await begin(page)
  const other = await context.newPage()
  await new FillIn(page).analysis.pressSequentially('kata terakhir')
  await page.close({ runBeforeUnload: true })
  await other.goto('./')
  await other.getByRole('link', { name: 'Lanjutkan' }).click()
  await expect(new FillIn(other).analysis).toHaveValue('kata terakhir')
  await expectOnDisk(other, 'I01', 'kata terakhir')
  expect(await other.evaluate(() => localStorage.length)).toBe(0)
})

test('going to another address right after the last key keeps it, and coming back brings it', async ({
  page,
}) => {
  await begin(page)
  const here = page.url()
  const fillIn = new FillIn(page)
  for (let round = 0; round < 4; round += 1) {
    await fillIn.analysis.press('End')
    await fillIn.analysis.pressSequentially(`pergi ${round} `)
    await page.goto('about:blank')
    await page.goto(here)
    await expect(fillIn.analysis).toHaveValue(
      Array.from({ length: round + 1 }, (_, index) => `pergi ${index} `).join(''),
    )
  }
})

test('reloading in the middle of a word keeps it, once', async ({ page }) => {
  await begin(page)
  const fillIn = new FillIn(page)
  await fillIn.analysis.pressSequentially('setengah ka')
  await page.reload()
  await expect(fillIn.analysis).toHaveValue('setengah ka')
  const texts = (await changesOnDisk(page)).filter(({ field }) => field === 'analysis')
  expect(texts.map(({ value }) => value)).toEqual(['setengah ka'])
})

test('a rescue that a crash brought back to life takes nothing back', async ({ page }) => {
  await begin(page)
  const inside = page.url()
  const fillIn = new FillIn(page)
  await fillIn.analysis.pressSequentially('awal ')
  // As if the page had been hidden here, and the browser's copy of localStorage on disk were of this moment.
  const held = await page.evaluate((): Record<string, string> => {
    dispatchEvent(new Event('pagehide'))
    return { ...localStorage }
  })
  expect(Object.keys(held)).toHaveLength(1)
  await fillIn.analysis.pressSequentially('dan akhir')
  await expectOnDisk(page, 'I01', 'awal dan akhir')
  await page.goto(BESIDE)
  await page.evaluate((rows) => {
    for (const [key, value] of Object.entries(rows)) localStorage.setItem(key, value)
  }, held)
  await page.goto(inside)
  await expect(fillIn.analysis).toHaveValue('awal dan akhir')
  expect(await textOnDisk(page, 'I01')).toBe('awal dan akhir')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})
