/** What the built page says and names, read from dist as it is served. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { dist, expect, windowTest as test } from './fixtures'

const html = readFileSync(join(dist, 'index.html'), 'utf8')

const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "media-src blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'"

interface Manifest {
  readonly name: string
  readonly lang: string
  readonly start_url: string
  readonly display: string
  readonly theme_color: string
  readonly background_color: string
  readonly icons: readonly { src: string; sizes: string; purpose?: string }[]
}

test.describe('the page', () => {
  // Read before the app has replaced anything.
  test.use({ javaScriptEnabled: false })

  test('has the content security policy before anything it governs', async ({ page }) => {
    await page.goto('./')
    const first = page.locator('head > :first-child')
    await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy')
    await expect(first).toHaveAttribute('content', policy)
    await expect(page.locator('meta[http-equiv]')).toHaveCount(1)
  })

  test('tells a browser without JavaScript which ones work', async ({ page }) => {
    await page.goto('./')
    await expect(page.locator('html')).toHaveAttribute('lang', 'id')
    await expect(page).toHaveTitle('SPBE Mandiri')
    await expect(page.locator('#root')).toContainText('Chrome atau Edge 109')
    await expect(page.locator('#root')).toContainText('Firefox 115')
    await expect(page.locator('#root')).toContainText('Safari 16')
  })
})

test('nothing in the page is inline', () => {
  expect(html).not.toMatch(/<style\b/i)
  expect(html).not.toMatch(/\s(style|on\w+)\s*=/i)
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)]
  expect(scripts.length).toBeGreaterThan(0)
  for (const [, attributes, text] of scripts) {
    expect(attributes).toMatch(/\ssrc="\.\//)
    expect(text).toBe('')
  }
})

test('the page names no other host, and all it names lies beside it', () => {
  expect(html).not.toMatch(/https?:/i)
  const named = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '')
  expect(named.length).toBeGreaterThan(3)
  for (const address of named) {
    expect(address).toMatch(/^\.\//)
    expect(() => readFileSync(join(dist, address))).not.toThrow()
  }
})

test('the manifest can be installed from', async ({ request }) => {
  const response = await request.get('manifest.webmanifest')
  expect(response.headers()['content-type']).toContain('application/manifest+json')
  const manifest = (await response.json()) as Manifest
  expect(manifest).toMatchObject({
    name: 'SPBE Mandiri',
    short_name: 'SPBE Mandiri',
    lang: 'id',
    start_url: './',
    display: 'standalone',
    theme_color: '#34121f',
    background_color: '#f6f4f1',
  })
  const sizes = manifest.icons.map((icon) => `${icon.sizes} ${icon.purpose ?? 'any'}`)
  expect(sizes).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']))
  for (const { src, sizes } of manifest.icons) {
    const bytes = readFileSync(join(dist, src))
    if (src.endsWith('.png')) expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    else expect(bytes.toString()).toContain('<svg')
  }
})

test('everything built is kept for use without a network', () => {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .map((path) => path.split(sep).join('/'))
    // Fetched by the browser itself, or marks of where the build came from.
    .filter((path) => !/^(sw\.js|workbox-.*|\..*)$/.test(path))
  expect(files).toContain('index.html')
  expect(files.filter((path) => !worker.includes(`"${path}"`) && !worker.includes(`'${path}'`))).toEqual([])
})
