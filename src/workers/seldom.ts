import type { Progress } from './job'

/** Passes on what changes the share by a hundredth: less is not worth a message. */
export function seldom(onProgress: Progress): Progress {
  let told = -1
  return (done, total) => {
    const share = Math.floor((100 * done) / total)
    if (share !== told) onProgress(done, total)
    told = share
  }
}
