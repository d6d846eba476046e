/** What a parcel may be: checked before anything of it is held in memory. Sizes in bytes. */

/** Most entries of a parcel; a real round has about 300. */
export const ENTRY_LIMIT = 20_000
/** Largest directory of the ZIP: a limit's worth of entries with names as long as ours and some room. */
export const DIRECTORY_LIMIT = 8_000_000
/** All of a parcel, packed and unpacked: what a ZIP without ZIP64 can hold. */
export const PARCEL_LIMIT = 0xff_ff_ff_ff
/** One file in it; more than is ever taken in (200 MB), so that nothing that was kept is left behind. */
export const FILE_LIMIT = 1_000_000_000
export const MANIFEST_LIMIT = 8_000_000
/** `assessment.json`; its text is held to `BACKUP_LIMIT` characters besides. */
export const ASSESSMENT_LIMIT = 128_000_000
export const INSTRUMENT_LIMIT = 8_000_000
/** How often larger than its packed bytes an entry may be. Text packs to a tenth, a bomb to a thousandth. */
export const RATIO_LIMIT = 200
/** How deep JSON may be nested; ours is six deep. */
export const DEPTH_LIMIT = 64
/** Highest scrypt work factor (log2) that is tried: 18 is the usual one of age, 256 MB of memory for a second. */
export const WORK_FACTOR_LIMIT = 18
/** Work factor (log2) of what is written here: a second on a slow laptop. */
export const WORK_FACTOR = 16
/** Shortest password of one's own, in characters. */
export const PASSWORD_LENGTH = 12
/** Words of a password that is proposed: 69 bits with a list of 3,196. */
export const PASSWORD_WORDS = 6
