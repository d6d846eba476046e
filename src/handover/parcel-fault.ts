/** Why a parcel is not opened. `name` is an entry, cleaned and cut so that it can be shown. */
export type ParcelFault =
  /** Neither a ZIP nor an age file with a password. */
  | { readonly kind: 'not-a-parcel' }
  /** It begins as a parcel, but its end is not there. */
  | { readonly kind: 'cut-off' }
  /** Too many entries, or too large; `what` names which limit. */
  | { readonly kind: 'too-large'; readonly what: 'parcel' | 'entries' | 'entry'; readonly name: string }
  /** The ZIP contradicts itself at this entry: headers that differ, entries that overlap, places outside the file. */
  | { readonly kind: 'inconsistent'; readonly name: string }
  /** A name no parcel has: with `../`, absolute, with a drive, backslash or control character, or simply another. */
  | { readonly kind: 'foreign-name'; readonly name: string }
  | { readonly kind: 'twice'; readonly name: string }
  /** Packed in a way that is not read here: encrypted ZIP, another method than stored and deflated, ZIP64. */
  | { readonly kind: 'unsupported'; readonly name: string }
  /** Unpacks to far more than it is packed. */
  | { readonly kind: 'bomb'; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string }
  /** In the ZIP, but not in the manifest. */
  | { readonly kind: 'extra'; readonly name: string }
  /** Its bytes are not those that were sealed. */
  | { readonly kind: 'altered'; readonly name: string }
  /** JSON that does not say what it must; `where` is the first such place. */
  | { readonly kind: 'damaged'; readonly name: string; readonly where: string }
  | { readonly kind: 'newer-format'; readonly formatVersion: number }
  /** The manifest says something else about the contents than they do; `what` is the field. */
  | { readonly kind: 'untrue'; readonly what: string }
  | { readonly kind: 'unknown-indicator'; readonly id: string }
  | { readonly kind: 'wrong-password' }
  /** An age file that is not whole, or asks for more work than is reasonable. */
  | { readonly kind: 'damaged-lock' }
