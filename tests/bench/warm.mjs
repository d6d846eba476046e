import { spawnSync } from 'node:child_process'
import { freemem } from 'node:os'

/**
 * Uses memory once and gives it back, before something that fills the system's file cache is timed. A virtual machine gets
 * its pages from the host at their first use, at the cost of the writing itself: without this it fell on whichever of two
 * timed writers came first, 0.2 s or 1 s for the same 200 MB. Before it, what others wrote goes to the disk, where there is a
 * program to say so: the next one would wait for it.
 */
export function warmMemory() {
  spawnSync('sync')
  spawnSync(process.execPath, ['-e', `Buffer.alloc(${Math.floor(Math.min(1.5e9, freemem() / 4))}, 1)`])
}
