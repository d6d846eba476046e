/** Where pages start workers: bundlers want each of these lines spelled out. */
export const startReportWorker = () =>
  new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' })

export const startSpreadsheetWorker = () =>
  new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), { type: 'module' })

export const startIntakeWorker = () =>
  new Worker(new URL('./intake-worker.ts', import.meta.url), { type: 'module' })

export const startInspectWorker = () =>
  new Worker(new URL('./inspect-worker.ts', import.meta.url), { type: 'module' })

export const startParcelWorker = () =>
  new Worker(new URL('./parcel-worker.ts', import.meta.url), { type: 'module' })

export const startDossierWorker = () =>
  new Worker(new URL('./dossier-worker.ts', import.meta.url), { type: 'module' })

export const startFolderWorker = () =>
  new Worker(new URL('./folder-worker.ts', import.meta.url), { type: 'module' })
