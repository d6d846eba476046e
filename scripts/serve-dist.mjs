/** Serves dist, or the folder in DIST, for the end-to-end tests and the bench: PORT=4749 node scripts/serve-dist.mjs */
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/** The name of a file in assets changes with what is in it: a browser that has it need not ask again. */
const keptAssets = {
  name: 'kept-assets',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url?.startsWith('/assets/'))
        response.setHeader('cache-control', 'max-age=31536000, immutable')
      next()
    })
  },
}

/** Serves the built app; rejects when the port is taken. Without the config file: serving needs none of it. */
export async function serveDist(port, folder = 'dist') {
  const { preview } = await import('vite')
  return preview({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [keptAssets],
    build: { outDir: folder },
    preview: { port, strictPort: true, host: 'localhost' },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await serveDist(Number(process.env.PORT ?? 4749), process.env.DIST || 'dist')
}
