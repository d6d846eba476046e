import type { Progress } from './job'

/** In milliseconds. */
const EVERY = 100

/** Passes on what changes the share by a hundredth, ten times a second at most: more is not worth drawing the page. */
export function seldom(onProgress: Progress): Progress {
  let told = -1
  let at = -Infinity
  return (done, total) => {
    const share = Math.floor((100 * done) / total)
    const now = performance.now()
    if (share === told || now - at < EVERY) return
    onProgress(done, total)
    told = share
    at = now
  }
}
