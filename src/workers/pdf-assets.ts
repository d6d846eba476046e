/** What pdf.js fetches: files of this app, put there by scripts/pdf-assets-plugin.ts and kept offline. */
export interface PdfAssets {
  readonly cMapUrl: string
  readonly standardFontDataUrl: string
  readonly wasmUrl: string
  readonly iccUrl: string
}

/** Their addresses; `page` is the address of the app's page (`document.baseURI`), since workers lie elsewhere. */
export function pdfAssets(page: string): PdfAssets {
  const of = (part: string) => new URL(`pdfjs/${part}/`, page).href
  return {
    cMapUrl: of('cmaps'),
    standardFontDataUrl: of('standard_fonts'),
    wasmUrl: of('wasm'),
    iccUrl: of('iccs'),
  }
}
