/** For component tests: matchers that speak of elements, and an empty page after each test. */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach } from 'vitest'
import { afterTwoFrames } from '../src/ui/after-frame'

afterEach(cleanup)

// What was put off by a frame or two still finds its page.
afterAll(() => new Promise<void>((resolve) => afterTwoFrames(resolve)))

// A stop for what never comes, not a bar for speed: on a busy machine the first screen of a file takes half a minute to be
// translated.
configure({ asyncUtilTimeout: 110_000 })

// jsdom has no modal dialogs; open and closed is all the components need of them.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false
}
window.scrollTo = () => undefined
Element.prototype.scrollTo ??= () => undefined
Element.prototype.scrollIntoView ??= () => undefined
// A wide window.
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { matches: true, media }) as MediaQueryList
