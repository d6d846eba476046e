/** What keeps a page's main thread busy for longer than a person should wait. */
import { ms } from './numbers.mjs'

/** In milliseconds: below it the browser does not tell. */
const LIMIT = 50

/** Begins to watch a page; what is returned ends it, and resolves with the longest task, in milliseconds; 0 if none was told. */
export async function watchTasks(page) {
  await page.evaluate(() => {
    window.tasks = []
    window.observer = new PerformanceObserver((list) => window.tasks.push(...list.getEntries()))
    window.observer.observe({ type: 'longtask' })
  })
  return () =>
    page.evaluate(() => {
      window.observer.disconnect()
      return Math.max(0, ...window.tasks.map(({ duration }) => duration))
    })
}

/** A row of the table: the longest of some tasks. */
export function taskRow(what, longest) {
  const worst = Math.max(...longest)
  return {
    what: `longest main-thread task while ${what}`,
    measured: worst === 0 ? `none over ${LIMIT} ms` : ms(worst),
    bar: `<= ${LIMIT} ms`,
    met: worst <= LIMIT,
    longest,
  }
}
