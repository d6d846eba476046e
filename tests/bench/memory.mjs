/** How much memory the renderers of a browser hold (RSS, in bytes), as the system says. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const EVERY = 200

/** Begins to look; `stop` resolves with the most there was above the beginning. */
export async function watchMemory(context) {
  const session = await context.browser().newBrowserCDPSession()
  const idle = await renderersRss(session)
  let most = idle
  let watching = true
  const watch = async () => {
    while (watching) {
      most = Math.max(most, await renderersRss(session))
      await new Promise((resolve) => setTimeout(resolve, EVERY))
    }
  }
  const watched = watch()
  return {
    async stop() {
      watching = false
      await watched
      await session.detach()
      return { idle, above: most - idle }
    },
  }
}

async function renderersRss(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + rssOf(id), 0)
}

/** Zero for a process that is gone. */
function rssOf(id) {
  if (process.platform !== 'linux') {
    return 1024 * Number(spawnSync('ps', ['-o', 'rss=', '-p', String(id)]).stdout || 0)
  }
  try {
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
