import { describe, expect, test } from 'vitest'
import { digestOf } from '../../src/handover/files/digest'
import type { Database } from '../../src/storage/database'
import { addFiles, type NewFile } from '../../src/storage/add-files'
import { readFileBytes } from '../../src/storage/files'
import { freshDatabase, NOW } from './fresh'

async function newFile(text: string): Promise<NewFile> {
  const bytes = new Blob([text])
  const row = { mediaType: 'lainnya', addedAt: NOW, facts: null, unusedSince: null } as const
  return { row: { ...row, ...(await digestOf(bytes)), size: bytes.size }, bytes }
}

async function textOf(database: Database, { row }: NewFile): Promise<string | undefined> {
  return (await readFileBytes(database, row.sha256))?.text()
}

describe('a file that is added again', () => {
  test.each([
    ['gone', (database: Database, key: string) => database.delete('fileBytes', key)],
    ['shorter', (database: Database, key: string) => database.put('fileBytes', new Blob(['Keputu']), key)],
    ['others', (database: Database, key: string) => database.put('fileBytes', new Blob(['Keputuzan']), key)],
  ])('brings its bytes back where they are %s', async (_, damage) => {
    const database = await freshDatabase()
    const [file, other] = [await newFile('Keputusan'), await newFile('Peraturan')]
    await addFiles(database, [file, other])
    await damage(database, file.row.sha256)
    await addFiles(database, [other, file])
    expect(await textOf(database, file)).toBe('Keputusan')
    expect(await textOf(database, other)).toBe('Peraturan')
    database.close()
  })

  test('leaves what is whole as it is, with what is known of it', async () => {
    const database = await freshDatabase()
    const file = await newFile('Keputusan')
    await addFiles(database, [file])
    const same = new Blob(['Keputusan'], { type: 'text/plain' })
    await addFiles(database, [{ row: { ...file.row, addedAt: '2026-01-01T00:00:00.000Z' }, bytes: same }])
    expect((await readFileBytes(database, file.row.sha256))?.type).toBe('')
    expect(await database.get('files', file.row.sha256)).toEqual(file.row)
    database.close()
  })
})
