/**
 * Component tests share a process, for jsdom and React take seconds to read; the app's modules each file reads anew, so
 * that it may put others in their place.
 */
import { vi } from 'vitest'

vi.resetModules()
