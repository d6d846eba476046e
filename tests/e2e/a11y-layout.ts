/** How a state is laid out at every width, zoom, text size and spacing. */
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 360, height: 740 }
/** 683 × 384 is the desk at 200 % zoom. */
const BETWEEN_AND_BEYOND = [
  { width: 683, height: 384 },
  { width: 720, height: 900 },
  { width: 1099, height: 768 },
  { width: 1920, height: 1080 },
]
const TWICE = { 'text at 200 %': 'html { font-size: 200% !important; }' }
/** WCAG 1.4.12. */
const SPACED = {
  'more space in the text': `
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`,
}

/** Nothing is cut and nothing scrolls sideways at DESK, where the page must be. */
export async function expectWholeOnDesk(page: Page, state: string): Promise<void> {
  await expectWhole(page, state, { ...TWICE, ...SPACED })
}

/** The same on a PHONE, where the page must be. */
export async function expectWholeOnPhone(page: Page, state: string): Promise<void> {
  await expectWhole(page, state, SPACED)
}

/** The same at all other widths; the page is then at one of them. */
export async function expectWholeElsewhere(page: Page, state: string): Promise<void> {
  for (const size of BETWEEN_AND_BEYOND) {
    await page.setViewportSize(size)
    await expectWhole(page, `${state}, ${size.width} px`)
  }
}

async function expectWhole(page: Page, state: string, styles: Styles = {}): Promise<void> {
  expect.soft(await layoutFaults(page, styles), state).toEqual([])
}

/** Style sheets by what they stand for. */
type Styles = Readonly<Record<string, string>>

/**
 * What scrolls sideways, what hides a part of its text, what of the strip lies over something else of it: as the page is, and
 * under each of these styles. One task, so that nothing of them is painted.
 */
export async function layoutFaults(page: Page, styles: Styles = {}): Promise<string[]> {
  return page.evaluate((styles) => {
    const under = (text: string) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      // The policy knows no objection to one made by script.
      document.adoptedStyleSheets = [sheet]
      const faults = faultsNow()
      document.adoptedStyleSheets = []
      return faults
    }
    return [
      ...faultsNow(),
      ...Object.entries(styles).flatMap(([name, text]) => under(text).map((fault) => `${name}: ${fault}`)),
    ]

    function faultsNow(): string[] {
      const faults: string[] = []
      const nameOf = (element: Element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').slice(0, 40)}”`
      const root = document.scrollingElement ?? document.documentElement
      if (root.scrollWidth > root.clientWidth) {
        faults.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
      }
      for (const dialog of document.querySelectorAll('dialog[open]')) {
        if (dialog.scrollWidth > dialog.clientWidth) faults.push('the dialog scrolls sideways')
      }
      for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
        if (element.offsetParent === null) continue
        const { overflowX, overflowY } = getComputedStyle(element)
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const isWide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1
        const isHigh = hides(overflowY) && element.scrollHeight > element.clientHeight + 1
        if (!isWide && !isHigh) continue
        if (!element.closest('.vh, .toast, svg, .bar, .prog, .facts dt, input'))
          faults.push(`cut: ${nameOf(element)}`)
      }
      for (const name of document.querySelectorAll('.level .name')) {
        if (name.scrollWidth > name.clientWidth + 1) faults.push(`over what is beside it: ${nameOf(name)}`)
      }
      const parts = [...document.querySelectorAll<HTMLElement>('.who, .tabs a, .facts > div')].filter(
        (part) => part.offsetParent !== null,
      )
      const strip = document.querySelector('.strip-in')?.getBoundingClientRect()
      parts.forEach((part, index) => {
        const box = part.getBoundingClientRect()
        if (
          strip &&
          (box.bottom > strip.bottom + 1 || box.right > strip.right + 1 || box.top < strip.top - 1)
        ) {
          faults.push(`out of the strip: ${nameOf(part)}`)
        }
        for (const other of parts.slice(index + 1)) {
          const against = other.getBoundingClientRect()
          const beside = box.right <= against.left + 1 || against.right <= box.left + 1
          const above = box.bottom <= against.top + 1 || against.bottom <= box.top + 1
          if (!beside && !above) faults.push(`one over the other: ${nameOf(part)}, ${nameOf(other)}`)
        }
      })
      return faults
    }
  }, styles)
}
