import { join } from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import type * as ReadGuide from './read-guide.ts'

const MODULE = 'virtual:guide'
const RESOLVED = `\0${MODULE}`

/**
 * `virtual:guide` gives the guide as a tree, and the addresses of its pictures by name. What makes it is code of the
 * app, too, and is run as such: the config itself must hold no more than Node could load by itself.
 */
export function guidePlugin(root: string): Plugin {
  return {
    name: 'guide',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined
      for (const path of ['docs/panduan.md', 'src/guide/glossary.json']) this.addWatchFile(join(root, path))
      const { module } = await runnerImport<typeof ReadGuide>(join(root, 'scripts/read-guide.ts'))
      return module.guideModule(root)
    },
  }
}
