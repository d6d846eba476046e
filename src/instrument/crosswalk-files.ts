import type { Crosswalk } from './crosswalk'

const loaders = import.meta.glob<Crosswalk>('./crosswalks/*.json', { import: 'default' })

/** The shipped crosswalks, each a chunk of its own. Their type is trusted: the tests check every file. */
export async function loadCrosswalks(): Promise<Crosswalk[]> {
  return Promise.all(Object.values(loaders).map((load) => load()))
}
