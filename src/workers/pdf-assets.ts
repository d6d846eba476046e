/** What pdf.js fetches: files of this app, put there by scripts/pdfjs-plugin.ts and kept offline. */
export interface PdfAssets {
  /** The half of pdf.js that reads files, a module. */
  readonly workerSrc: string
  readonly cMapUrl: string
  readonly cMapPacked: true
  readonly standardFontDataUrl: string
  readonly wasmUrl: string
  readonly iccUrl: string
}

/** Their addresses; `page` is the address of the app's page (`document.baseURI`), since workers lie elsewhere. */
export function pdfAssets(page: string): PdfAssets {
  const folder = new URL('pdfjs/', page).href
  return {
    workerSrc: `${folder}pdf.worker.js`,
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    iccUrl: `${folder}iccs/`,
  }
}
