/** Signatures and lengths of a ZIP's records (APPNOTE 6.3.10), little-endian. */
export const LOCAL = 0x04034b50
export const CENTRAL = 0x02014b50
export const END = 0x06054b50
export const LOCAL_LENGTH = 30
export const CENTRAL_LENGTH = 46
export const END_LENGTH = 22

export const STORED = 0
export const DEFLATED = 8

/** Flags: encrypted; sizes follow the bytes; names are UTF-8. */
export const ENCRYPTED = 0x0001
export const SIZES_FOLLOW = 0x0008
