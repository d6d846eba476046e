/** So long at most is looked at one go, in milliseconds: the browser asks the disk for each size, and the page waits. */
const AT_ONE_GO = 8

/** Looks how large files are, letting the page live meanwhile; `onBytes` hears of so many more bytes. */
export async function bytesOf(files: readonly File[], onBytes: (bytes: number) => unknown): Promise<void> {
  let began = performance.now()
  let bytes = 0
  for (const { size } of files) {
    bytes += size
    if (performance.now() - began < AT_ONE_GO) continue
    onBytes(bytes)
    bytes = 0
    await new Promise((resolve) => setTimeout(resolve))
    began = performance.now()
  }
  onBytes(bytes)
}
