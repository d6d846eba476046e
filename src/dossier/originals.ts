import type { MediaType } from '../answers/fields'
import type { Annex } from './annex'

/** The untouched file of a document, which may go inside a volume. */
export interface Original {
  /** As in the ministry's form: "1.a.Perwal-12-2022-Arsitektur-SPBE.pdf". */
  readonly name: string
  readonly sha256: string
  /** In bytes. */
  readonly size: number
  readonly mediaType: MediaType
  /** "Lampiran 1.a: Peraturan Wali Kota" */
  readonly description: string
}

/** What the PDF says of an original, in bytes. */
const SPECIFICATION_BYTES = 1500

/** The originals of some annexes in their order, each file once. */
export function originalsOf(annexes: readonly Annex[]): Original[] {
  const originals = new Map<string, Original>()
  for (const { original } of annexes) {
    if (original && !originals.has(original.sha256)) originals.set(original.sha256, original)
  }
  return [...originals.values()]
}

/** What originals add to a volume, in bytes. */
export function bytesOfOriginals(originals: readonly Original[]): number {
  return originals.reduce((sum, { size }) => sum + SPECIFICATION_BYTES + size, 0)
}
