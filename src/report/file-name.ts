/** Longest file name, extension included: what the ministry's form keeps. */
export const FILE_NAME_LIMIT = 60

/** A file name of plain letters, digits and hyphens, cut at a word, at most `limit` characters with its extension. */
export function reportFileName(title: string, extension: string, limit = FILE_NAME_LIMIT): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const room = limit - extension.length - 1
  const cut =
    plain.length <= room
      ? plain
      : plain
          .slice(0, room + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, room)
  return `${cut || 'spbe-mandiri'}.${extension}`
}
