export function findBrowser(): string | null
/** The path of Chromium's shell without windows, or `browser` where a person named one or no shell starts. */
export function findShell(browser: string): string
