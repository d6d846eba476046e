import { parseRoute, type Route } from './routes'

/** The last place outside of the guide; null while there was none, as after opening the guide by its address. */
let place: Route | null = null

/** Called with every address one comes to. */
export function rememberPlace(hash: string): void {
  const route = parseRoute(hash)
  if (route.screen !== 'guide' && route.screen !== 'glossary') place = route
}

/** Where one was before the guide was opened. */
export function lastPlace(): Route | null {
  return place
}
