/** What pdf.js asks for while it reads and draws, in its own words. */
type Kind = 'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl'

/** The scripts of this app in which it lies, put there by scripts/pdf-assets-plugin.ts and kept offline. */
const PACKS: Readonly<Record<Kind, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'fonts',
  wasmUrl: 'decoders',
}

/** Files by name, in base64. */
interface Pack {
  readonly default: Readonly<Record<string, string>>
}

/**
 * The part of pdf.js's settings that tells it where its decoders, character maps and standard fonts are: in a script
 * of each kind, loaded when the first of them is asked for. `page` is the address of the app's page
 * (`document.baseURI`), since workers lie elsewhere. `onUnreachable` is called where such a script cannot be loaded.
 */
export function pdfAssets(page: string, onUnreachable?: () => void) {
  class PackedFiles {
    /** Rejects when there is no such file or its script cannot be loaded: pdf.js then does without. */
    async fetch({ kind, filename }: { kind: Kind; filename: string }): Promise<Uint8Array> {
      const address = new URL(`pdfjs/${PACKS[kind]}.js`, page).href
      const pack = await (import(/* @vite-ignore */ address) as Promise<Pack>).catch((cause: unknown) => {
        onUnreachable?.()
        throw cause
      })
      const file = pack.default[filename]
      if (file === undefined) throw new Error(`pdf.js has no ${filename}`)
      return bytesOf(file)
    }
  }
  return { BinaryDataFactory: PackedFiles, useWorkerFetch: false }
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}
