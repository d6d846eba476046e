/** Whether text is being put into a field: then what is pasted belongs there. Tables are copied with a picture of them. */
function isForText(event: ClipboardEvent): boolean {
  const { target } = event
  const inField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return inField && (event.clipboardData?.types.includes('text/plain') ?? false)
}

/**
 * Files in a paste, empty where it is of words. A screenshot comes as "image.png": it is named by the moment, `now`.
 */
export function pastedFiles(event: ClipboardEvent, now: Date): File[] {
  if (isForText(event)) return []
  return Array.from(event.clipboardData?.files ?? [], (file) =>
    file.name === 'image.png' ? new File([file], nameAt(now), { type: file.type }) : file,
  )
}

function nameAt(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.')
  return `Tangkapan layar ${day} ${time}.png`
}
