import { expect, test } from 'vitest'
import { readCopies, readLost, updateCopies } from '../../src/storage/backup-folder'
import { freshDatabase, NOW } from './fresh'

test('what the last backup of each assessment went without is known, and nothing of one from before that was noted', async () => {
  const database = await freshDatabase()
  const copies = [{ name: 'cadangan.zip', whole: true }]
  await database.put('settings', { copies, last: { at: NOW, changes: 3 } }, 'backupCopies/lama')
  await database.put('settings', 'bukan catatan', 'backupCopies/rusak')
  for (const [id, lost] of Object.entries({ utuh: [], tanpa: ['p.pdf', 's.pdf'] })) {
    await updateCopies(database, id, () => ({ copies, last: { at: NOW, changes: 3, lost } }))
  }
  expect(await readLost(database)).toEqual(new Map([['tanpa', ['p.pdf', 's.pdf']]]))
  expect(await readCopies(database, 'lama')).toEqual({ copies, last: { at: NOW, changes: 3, lost: [] } })
})
