import { lastPlace } from '../app/came-from'
import { hrefOf, type Route } from '../app/routes'

const NAMES: Partial<Record<Route['screen'], string>> = {
  'fill-in': 'Kembali ke isian',
  list: 'Kembali ke isian',
  evidence: 'Kembali ke Bukti',
  result: 'Kembali ke Hasil',
  handover: 'Kembali ke Kirim',
  settings: 'Kembali ke penilaian',
  start: 'Kembali ke Mulai',
}

/** From the guide to where one was, or to Beranda, and what that is called. */
export function wayBack(): { readonly href: string; readonly text: string } {
  const place = lastPlace()
  const text = place && NAMES[place.screen]
  return place && text ? { href: hrefOf(place), text } : { href: hrefOf({ screen: 'home' }), text: 'Beranda' }
}
