import { focusOn } from '../../ui/focus'

/** The id in the page of a section's heading. */
export function sectionElementId(section: string): string {
  return `bagian-${section}`
}

/** The id in the page of a term's entry. */
export function termElementId(term: string): string {
  return `istilah-${term}`
}

/** Brings something to the top of the window, with the focus on it. Does nothing where it is not on the page. */
export function reveal(elementId: string): void {
  const element = document.getElementById(elementId)
  focusOn(element)
  element?.scrollIntoView({ block: 'start' })
}
