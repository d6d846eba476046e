/** Where the bytes stand that an electronic signature seals. */
const MARK = '/ByteRange'
/** Bytes read at once. */
const PART = 4_000_000

/** Whether a PDF bears an electronic signature. Read in parts, with the mark allowed to lie across two. */
export async function isSigned(bytes: Blob): Promise<boolean> {
  const decoder = new TextDecoder('latin1')
  for (let at = 0; at < bytes.size; at += PART) {
    const part = await bytes.slice(at, at + PART + MARK.length - 1).arrayBuffer()
    if (decoder.decode(part).includes(MARK)) return true
  }
  return false
}
