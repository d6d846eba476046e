/** Chromium's own PDF viewer, as a person sees a volume after a double click. */
import { chromium, expect, type CDPSession } from '@playwright/test'
import { pathToFileURL } from 'node:url'

/** The extension of the browser that shows PDFs. */
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
const PAGES = `document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar')?.docLength`

/** Opens each of these PDFs in a browser of its own, where the viewer has to show as many pages. */
export async function expectShown(pdfs: readonly { path: string; pages: number }[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '' })
  try {
    const session = await browser.newBrowserCDPSession()
    for (const { path, pages } of pdfs) {
      // Past Playwright, whose pages take a PDF for a download.
      const { targetId } = await session.send('Target.createTarget', { url: pathToFileURL(path).href })
      await expect.poll(() => pagesIn(session), { message: path, timeout: 30_000 }).toBe(pages)
      await session.send('Target.closeTarget', { targetId })
      await expect.poll(() => viewerIn(session)).toBeUndefined()
    }
  } finally {
    await browser.close()
  }
}

async function viewerIn(session: CDPSession) {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] })
  return targetInfos.find(({ url }) => url.startsWith(VIEWER))
}

/** Pages the viewer counts in its toolbar; null as long as there are none. */
async function pagesIn(session: CDPSession): Promise<unknown> {
  const viewer = await viewerIn(session)
  if (!viewer) return null
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: viewer.targetId })
  const answer = new Promise<string>((resolve) =>
    session.once('Target.receivedMessageFromTarget', ({ message }) => resolve(message)),
  )
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: PAGES } })
  await session.send('Target.sendMessageToTarget', { sessionId, message })
  const { result } = JSON.parse(await answer) as { result?: { result?: { value?: unknown } } }
  await session.send('Target.detachFromTarget', { sessionId })
  return result?.result?.value ?? null
}
