/** Workers that workers start. They lie apart, for a bundler builds all that a file names, and none may come to name itself. */
export const startVolumeWorker = () =>
  new Worker(new URL('./volume-worker.ts', import.meta.url), { type: 'module' })

/** pdf.js by itself: what the viewer asks of it is spoken in pdf.js's own messages. */
export const startPdfWorker = () =>
  new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
