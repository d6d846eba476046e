/** Names of the places that links and bookmarks lead to. */
export const SUMMARY = 'summary'
export const CONTENTS = 'contents'
export const QUESTIONS = 'questions'
export const YEARS = 'years'
export const DOCUMENTS = 'documents'
export const BLANKS = 'blanks'
export const OBSTACLES = 'obstacles'
export const FOLLOW_UPS = 'follow-ups'
export const NOTES = 'notes'
export const SIGNATURES = 'signatures'

export const domainName = (id: string): string => `domain:${id}`
export const aspectName = (id: string): string => `aspect:${id}`
export const indicatorName = (id: string): string => `indicator:${id}`
