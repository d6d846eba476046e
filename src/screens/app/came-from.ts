import { hrefOf, parseRoute, type Route } from './routes'

/** The last place outside of the guide; null while there was none, as after opening the guide by its address. */
let place: Route | null = null

/** Called with every address one comes to. */
export function rememberPlace(hash: string): void {
  const route = parseRoute(hash)
  if (route.screen !== 'guide' && route.screen !== 'glossary') place = route
}

const NAMES: Partial<Record<Route['screen'], string>> = {
  'fill-in': 'Kembali ke isian',
  list: 'Kembali ke isian',
  evidence: 'Kembali ke Bukti',
  result: 'Kembali ke Hasil',
  handover: 'Kembali ke Kirim',
  settings: 'Kembali ke penilaian',
  start: 'Kembali ke Mulai',
}

/** Where one was before the guide was opened, and what the way back is called. */
export function wayBack(): { readonly href: string; readonly text: string } {
  const text = place && NAMES[place.screen]
  return place && text ? { href: hrefOf(place), text } : { href: hrefOf({ screen: 'home' }), text: 'Beranda' }
}
