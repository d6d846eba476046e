import { z } from '../schema-setup'
import { cleanLine, LINE_LIMIT } from '../answers/text'
import { beginWriting, type Database } from './database'
import { onDisk } from './on-disk'

const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT))

/** Who last worked here: proposed again, never required. */
export const authorSchema = z.object({ unit: line, person: line })
export type Author = z.infer<typeof authorSchema>

/** The last author, or blanks where none is known or it cannot be read. */
export async function readAuthor(database: Database): Promise<Author> {
  const reading = z.safeParse(authorSchema, await database.get('settings', 'author'))
  return reading.success ? reading.data : { unit: '', person: '' }
}

export async function writeAuthor(database: Database, author: Author): Promise<void> {
  const transaction = beginWriting(database, ['settings'])
  await onDisk(transaction, transaction.objectStore('settings').put(author, 'author'))
}
