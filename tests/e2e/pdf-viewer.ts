/** Chromium's own PDF viewer, as a person sees a volume after a double click. */
import { chromium, expect, type CDPSession, type Page } from '@playwright/test'
import { pathToFileURL } from 'node:url'

/** The extension of the browser that shows PDFs. */
const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
const PAGES = `document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar')?.docLength`
/** Dots that the viewer's bars take at the left and at the top. */
const BARS = { left: 310, top: 66 }
/** An empty page has seven: its own, what is around it, and its shadow. Words alone have dozens. */
const COLOURS = 20

/** Opens each of these PDFs in a browser of its own, where the viewer has to show as many pages, and on the first one something. */
export async function expectShown(pdfs: readonly { path: string; pages: number }[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '' })
  try {
    const session = await browser.newBrowserCDPSession()
    const counting = await browser.newPage()
    for (const { path, pages } of pdfs) {
      // Past Playwright, whose pages take a PDF for a download.
      const { targetId } = await session.send('Target.createTarget', { url: pathToFileURL(path).href })
      await expect.poll(() => pagesIn(session), { message: path, timeout: 30_000 }).toBe(pages)
      const colours = () => coloursShown(session, targetId, counting)
      await expect.poll(colours, { message: path, timeout: 30_000 }).toBeGreaterThan(COLOURS)
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
  const answer = await ask(session, viewer.targetId, 'Runtime.evaluate', { expression: PAGES })
  return (answer as { result?: { value?: unknown } } | undefined)?.result?.value ?? null
}

/** Colours of what is shown beside the viewer's bars; counted by a page, which can open pictures. */
async function coloursShown(session: CDPSession, targetId: string, counting: Page): Promise<number> {
  const shown = (await ask(session, targetId, 'Page.captureScreenshot', {})) as { data: string }
  return counting.evaluate(
    async ({ png, left, top }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(picture, 0, 0)
      const { data } = pen.getImageData(left, top, picture.width - left, picture.height - top)
      return new Set(new Uint32Array(data.buffer)).size
    },
    { png: shown.data, ...BARS },
  )
}

/** What a target answers to a command of the browser's protocol; undefined where it refuses. */
async function ask(
  session: CDPSession,
  targetId: string,
  method: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId })
  const answer = new Promise<string>((resolve) =>
    session.once('Target.receivedMessageFromTarget', ({ message }) => resolve(message)),
  )
  await session.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method, params }),
  })
  const { result } = JSON.parse(await answer) as { result?: unknown }
  await session.send('Target.detachFromTarget', { sessionId })
  return result
}
