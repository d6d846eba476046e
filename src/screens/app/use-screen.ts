import { useEffect } from 'react'

/** Whether some screen has been shown: the first one takes no focus, since nothing was left for it. */
let arrivedBefore = false

/**
 * Names the page in the browser's tab, and, on arriving from another one, begins at its top with the focus on its
 * heading, so that keyboard and screen reader are where the eye is. `ready` says that the heading has been drawn.
 */
export function useScreen(title: string, ready = true): void {
  useEffect(() => {
    document.title = `${title} · SPBE Mandiri`
    if (!ready) return
    if (arrivedBefore) focusHeading()
    arrivedBefore = true
  }, [title, ready])
}

function focusHeading(): void {
  const headings = [...document.querySelectorAll<HTMLElement>('h1')]
  const heading = headings.find((candidate) => candidate.offsetParent !== null)
  scrollTo(0, 0)
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
