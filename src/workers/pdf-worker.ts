// pdf.js reads and draws here. Bundled, so that it is a .js file: some servers hand out .mjs as text, which no worker runs.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
