import { useSyncExternalStore } from 'react'

/** Where one is in the app; lives in the part of the address behind `#`, so that it works from any folder or file. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'start' }
  | { readonly screen: 'trash' }
  /** A new assessment, begun from another one. */
  | { readonly screen: 'successor'; readonly source: string }
  /** Looks through a parcel without taking it in. */
  | { readonly screen: 'check' }
  /** What this computer keeps, and how to leave it. */
  | { readonly screen: 'storage' }
  /** The user guide; `section` is the slug of a heading, null for its beginning. */
  | { readonly screen: 'guide'; readonly section: string | null }
  /** All terms; `term` is the id of the one that is looked for. */
  | { readonly screen: 'glossary'; readonly term: string | null }
  | { readonly screen: 'fill-in'; readonly assessment: string; readonly indicator: string | null }
  /** The list alone, on a phone. */
  | { readonly screen: 'list'; readonly assessment: string }
  /** Bukti; `document` is the one that is open, `citation` the one whose page is shown. */
  | {
      readonly screen: 'evidence'
      readonly assessment: string
      readonly document?: string
      readonly citation?: string
    }
  | {
      readonly screen: 'quick-list' | 'questions' | 'result' | 'handover' | 'settings' | 'work-list'
      readonly assessment: string
    }

const SECTIONS = {
  cepat: 'quick-list',
  umum: 'questions',
  hasil: 'result',
  kirim: 'handover',
  identitas: 'settings',
  'daftar-kerja': 'work-list',
} as const

const EVIDENCE = 'bukti'

/** Stands where a section of the guide would. */
const GLOSSARY = 'istilah'

/** Reads an address; an unknown one leads home. */
export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponentSafely)
  const [first, assessment, section, detail, citation] = parts
  if (first === 'mulai') return assessment ? { screen: 'successor', source: assessment } : { screen: 'start' }
  if (first === 'sampah') return { screen: 'trash' }
  if (first === 'periksa') return { screen: 'check' }
  if (first === 'penyimpanan') return { screen: 'storage' }
  if (first === 'panduan') return guideRoute(parts)
  if (first !== 'nilai' || !assessment) return { screen: 'home' }
  if (section === 'daftar') return { screen: 'list', assessment }
  if (section === EVIDENCE) {
    return {
      screen: 'evidence',
      assessment,
      ...(detail ? { document: detail } : {}),
      ...(citation ? { citation } : {}),
    }
  }
  if (section !== undefined && section in SECTIONS) {
    return { screen: SECTIONS[section as keyof typeof SECTIONS], assessment }
  }
  return { screen: 'fill-in', assessment, indicator: detail || null }
}

function guideRoute([, section, term]: readonly string[]): Route {
  if (section === GLOSSARY) return { screen: 'glossary', term: term || null }
  return { screen: 'guide', section: section || null }
}

/** The address of a route. */
export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'start':
      return '#/mulai'
    case 'trash':
      return '#/sampah'
    case 'successor':
      return `#/mulai/${route.source}`
    case 'check':
      return '#/periksa'
    case 'storage':
      return '#/penyimpanan'
    case 'guide':
      return `#/panduan${route.section ? `/${route.section}` : ''}`
    case 'glossary':
      return `#/panduan/${GLOSSARY}${route.term ? `/${route.term}` : ''}`
    case 'list':
      return `#/nilai/${route.assessment}/daftar`
    case 'fill-in':
      return `#/nilai/${route.assessment}/isi${route.indicator ? `/${route.indicator}` : ''}`
    case 'evidence': {
      const { assessment, document, citation } = route
      return `#/nilai/${[assessment, EVIDENCE, document, citation].filter(Boolean).join('/')}`
    }
    default: {
      const [section] = Object.entries(SECTIONS).find(([, screen]) => screen === route.screen) ?? ['']
      return `#/nilai/${route.assessment}/${section}`
    }
  }
}

export function goTo(route: Route): void {
  location.hash = hrefOf(route)
}

/** The current address; re-renders when it changes. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash)
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function decodeURIComponentSafely(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
