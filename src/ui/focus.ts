/** Puts the focus on something that is only read, for when what had it goes away. Does nothing for null. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
}
