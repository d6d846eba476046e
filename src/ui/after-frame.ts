/** Calls back once what the page shows now is drawn; soon, where nothing is drawn because nobody looks. */
export function afterFrame(callback: () => void): void {
  const soon = () => void setTimeout(callback)
  if (document.visibilityState === 'hidden') soon()
  else requestAnimationFrame(soon)
}
