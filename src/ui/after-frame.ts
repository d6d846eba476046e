/** Calls back once what the page shows now is drawn; soon, where nothing is drawn because nobody looks. */
export function afterFrame(callback: () => void): void {
  const soon = () => void setTimeout(callback)
  if (document.visibilityState === 'hidden') soon()
  else requestAnimationFrame(soon)
}

/** One frame later still: for what can wait until lists and sums are drawn too, and the disk has answered. */
export function afterTwoFrames(callback: () => void): void {
  afterFrame(() => afterFrame(callback))
}
