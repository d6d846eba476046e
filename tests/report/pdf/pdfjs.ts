/**
 * pdf.js as Node 20 can run it. Its legacy build brings what is missing there, and replaces what is there, for all that runs
 * in the process: JSON.stringify, by which Playwright speaks with browsers, then takes six times as long.
 */
import { putBackBuiltIns } from './built-ins'
// Its worker too, which it would otherwise read when a document is first opened.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

putBackBuiltIns()

export { getDocument }
