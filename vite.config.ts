import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { guidePlugin } from './scripts/guide-plugin.ts'
import { pdfAssetsPlugin } from './scripts/pdf-assets-plugin.ts'

// Dates are shown in the reader's zone; tests read one zone everywhere.
if (process.env.VITEST) process.env.TZ = 'Asia/Jakarta'

const root = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }

/** jspdf's html() and addSvgAsImage() are not used; what only they need stays out of the build and the cache. */
const absent = `${root}scripts/absent-module.mjs`

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** First in <head>, before anything it is to govern. Not while developing: hot reload needs inline scripts. */
function contentSecurityPolicyMeta(): Plugin {
  return {
    name: 'content-security-policy-meta',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}

/** The worker fetches in this order: the app, what few PDF files ask for, and last the pictures of the guide. */
function appFirst<Entry extends { readonly url: string }>(entries: Entry[]) {
  const rank = ({ url }: Entry) => (/^pdfjs\//.test(url) ? 1 : /^assets\/.*\.png$/.test(url) ? 2 : 0)
  return { manifest: [0, 1, 2].flatMap((wanted) => entries.filter((entry) => rank(entry) === wanted)) }
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    guidePlugin(root),
    pdfAssetsPlugin(root),
    contentSecurityPolicyMeta(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'SPBE Mandiri',
        short_name: 'SPBE Mandiri',
        description: 'Penilaian mandiri SPBE tanpa internet',
        lang: 'id',
        dir: 'ltr',
        id: './',
        start_url: './',
        scope: './',
        display: 'standalone',
        theme_color: '#34121f',
        background_color: '#f6f4f1',
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        manifestTransforms: [appFirst],
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        // The very first page, too, gets its later chunks from the cache once that is filled.
        clientsClaim: true,
        maximumFileSizeToCacheInBytes: 5_000_000,
      },
    }),
  ],
  define: { __APP_VERSION__: JSON.stringify(version) },
  resolve: { alias: { html2canvas: absent, dompurify: absent, canvg: absent } },
  // JSON.parse reads an instrument faster than the same text as a script.
  json: { stringify: true },
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    // A data: font or worker would break the policy above; files of their own never do.
    assetsInlineLimit: 0,
    // Safari 16 lacks modulepreload and simply does without: not worth bytes in the first load.
    modulePreload: { polyfill: false },
    // What every page begins with is one file: small ones ask one by one and compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
  test: {
    // A stop for what hangs, not a bar for speed: a busy machine must not turn a test red.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 110_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // One process reads the modules once for all these files; they keep nothing from one another.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          setupFiles: ['tests/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          // Here as well; but the app's own modules are read anew for each.
          isolate: false,
          include: ['tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          setupFiles: ['tests/setup-modules.ts', 'tests/setup.ts', 'tests/setup-dom.ts'],
        },
      },
    ],
  },
})
