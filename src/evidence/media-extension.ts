import { MEDIA_TYPES, type MediaType } from '../answers/fields'

const UNUSUAL: Partial<Record<MediaType, string>> = { jpeg: 'jpg', lainnya: 'bin' }

/** How the name of a file of this kind ends in a parcel. */
export function extensionOf(mediaType: MediaType): string {
  return UNUSUAL[mediaType] ?? mediaType
}

/** The kind a name's end stands for; a stranger's is kept without being looked into. */
export function mediaTypeOf(extension: string): MediaType {
  return MEDIA_TYPES.find((mediaType) => extensionOf(mediaType) === extension) ?? 'lainnya'
}
