/** Reads a dossier back: every link of every volume is followed, every original is taken out, and other programs open it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { complaintsByPoppler, detached } from '../dossier/detach'
import { followLinks } from '../dossier/follow-links'
import { readBack } from '../report/pdf/read-back'
import { faultsByQpdf } from '../report/pdf/qpdf'
import { expect } from './fixtures'
import { expectShown } from './pdf-viewer'

/** What has to be found behind a claim. */
export interface ExpectedProof {
  /** Of the document cited. */
  readonly title: string
  /** Page of its file that is cited; null where it has none to be shown. */
  readonly page: number | null
  /** What stands on that page; '' where it is a picture. */
  readonly words: string
}

/**
 * `claims` by mark ("21.a"); `originals` as SHA-256. Gives the names of the volumes, in their order.
 */
export async function expectProven(
  folder: string,
  claims: ReadonlyMap<string, ExpectedProof>,
  originals: readonly string[],
): Promise<string[]> {
  const volumes = readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
  const sums: string[] = []
  const followed = new Set<string>()
  const given = new Set<string>()
  const shown: { path: string; pages: number }[] = []
  for (const name of volumes) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    sums.push(`${sha256(bytes)}  ${name}\n`)
    expect(faultsByQpdf(bytes), name).toBe('')
    expect(complaintsByPoppler(bytes), name).toBe('')
    for (const original of detached(bytes).values()) given.add(sha256(original))
    const read = await readBack(bytes)
    shown.push({ path: join(folder, name), pages: read.pages.length })
    const { faults, claims: found } = followLinks(read)
    expect(faults, name).toEqual([])
    for (const { mark, proof, filePage, sheet } of found) {
      const expected = claims.get(mark)
      expect(sheet.text, mark).toContain(expected?.title)
      expect(filePage, mark).toBe(expected?.page)
      expect(proof.text, mark).toContain(expected?.words)
      expect(followed.has(mark), `${mark} is claimed once`).toBe(false)
      followed.add(mark)
    }
  }
  expect([...followed].sort()).toEqual([...claims.keys()].sort())
  expect([...given].sort()).toEqual([...originals].sort())
  if (volumes.length > 1) expect(readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')).toBe(sums.join(''))
  await expectShown(shown)
  return volumes
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
