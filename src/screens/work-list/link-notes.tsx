import type { Material } from '../../comparison/material'
import { placedIndicators } from '../../instrument/lookup'
import type { StoredSource } from '../successor/read-source'
import { STRENGTH_WORDS } from './words'

interface LinkNotesProps {
  readonly material: Material
  readonly source: StoredSource
}

/** Which old indicators go on in this one, how strongly in our judgement, and why. Nothing where it is the same one. */
export function LinkNotes({ material, source }: LinkNotesProps) {
  const links = material.links.filter(({ strength }) => strength !== 'sama')
  if (links.length === 0) return null
  const names = new Map(
    placedIndicators(source.instrument).map(({ indicator: { id, number, shortName } }) => [
      id,
      `${number} ${shortName}`,
    ]),
  )
  return (
    <ul className="link-notes small">
      {links.map((link) => (
        <li key={link.from}>
          <b>{names.get(link.from)}</b>: {STRENGTH_WORDS[link.strength]}. {link.notes.join(' ')}
        </li>
      ))}
    </ul>
  )
}
