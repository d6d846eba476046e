/** For component tests: matchers that speak of elements, and an empty page after each test. */
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// jsdom has no modal dialogs; open and closed is all the components need of them.
HTMLDialogElement.prototype.showModal ??= function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close() {
  this.open = false
}
window.scrollTo = () => undefined
Element.prototype.scrollTo ??= () => undefined
