import { cleanLine, LINE_LIMIT } from '../answers/text'

/** Names that Windows keeps for devices, whatever follows their dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i
/** What Windows cannot have in a name. */
const UNFIT = /[<>:"|?*]/g
/** Files that systems leave in folders by themselves. */
const LEFT_BY_SYSTEMS = ['.ds_store', 'thumbs.db', 'desktop.ini']

/** The part after the last dot, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  const cleaned = cleanLine(name).replace(/[. ]+$/, '')
  const dot = cleaned.lastIndexOf('.')
  return dot < 0 ? '' : cleaned.slice(dot + 1).toLowerCase()
}

/** The name without its extension. */
export function stemOf(name: string): string {
  const extension = extensionOf(name)
  return extension === '' ? name : name.slice(0, -extension.length - 1)
}

/**
 * A file's name as it is shown and given out again: without folders, control characters and what Windows cannot write, at
 * most `LINE_LIMIT` long with its extension kept. Never empty. Capital letters stay as they are.
 */
export function cleanFileName(name: string): string {
  const parts = name.split(/[/\\]/)
  const last = parts.filter((part) => cleanLine(part).replace(/[. ]/g, '') !== '').at(-1) ?? ''
  const bare = cleanLine(last)
    .replace(UNFIT, '_')
    .replace(/[. ]+$/, '')
  if (bare === '') return 'berkas'
  return shortened(RESERVED.test(bare) ? `_${bare}` : bare)
}

/** Cut in its stem, never through a letter of two halves. */
function shortened(name: string): string {
  if (name.length <= LINE_LIMIT) return name
  const extension = extensionOf(name)
  const ending = extension !== '' && extension.length <= 10 ? name.slice(-extension.length - 1) : ''
  const room = LINE_LIMIT - ending.length - 1
  return `${name.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…${ending}`
}

/** Whether a file in a chosen folder was put there by the system, not by a person. */
export function isLeftBySystem(name: string): boolean {
  return LEFT_BY_SYSTEMS.includes(name.toLowerCase())
}
