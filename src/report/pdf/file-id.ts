/** Starting points of four digests of 32 bits. */
const SEEDS = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]

/**
 * The identifier a PDF carries in its trailer, 32 hexadecimal digits, from what the document says (FNV-1a): the same
 * document has the same one, another has another. It tells files apart and proves nothing.
 */
export function fileId(text: string): string {
  return SEEDS.map((seed) => {
    let digest = seed
    for (let index = 0; index < text.length; index++) {
      digest = Math.imul(digest ^ text.charCodeAt(index), 0x01000193)
    }
    return (digest >>> 0).toString(16).padStart(8, '0')
  }).join('')
}
