/** Names of the places in a volume that its links lead to, beside those of the report. */
export const ANNEXES = 'annexes'

export const claimPlace = (citation: string): string => `claim:${citation}`
export const annexPlace = (document: string): string => `annex:${document}`
/** `page` is that of the file, counted from 1; a picture has one. */
export const annexPagePlace = (document: string, page: number): string => `annex-page:${page}:${document}`
