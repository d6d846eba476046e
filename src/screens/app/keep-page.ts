/** Keeps the page where a file is dropped beside the places that take it: the browser would open the file instead. */
export function keepPageFromDrops(): void {
  const keep = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  addEventListener('dragover', keep)
  addEventListener('drop', keep)
}
