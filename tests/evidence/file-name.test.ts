import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LINE_LIMIT } from '../../src/answers/text'
import { cleanFileName, extensionOf, isLeftBySystem, stemOf } from '../../src/evidence/file-name'

describe('cleanFileName', () => {
  test.each([
    ['SK Wali Kota.pdf', 'SK Wali Kota.pdf'],
    ['📎 bukti 🇮🇩.pdf', '📎 bukti 🇮🇩.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Dokumen\\SK.pdf', 'SK.pdf'],
    ['folder/', 'folder'],
    ['..', 'berkas'],
    ['', 'berkas'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['console.pdf', 'console.pdf'],
    ['surat?"<1>|*.pdf', 'surat___1___.pdf'],
    ['surat\u0000\n\u202efdp.exe', 'surat fdp.exe'],
    ['surat.pdf. . ', 'surat.pdf'],
  ])('%j becomes %j', (name, cleaned) => {
    expect(cleanFileName(name)).toBe(cleaned)
  })

  test('a name of 300 letters and more keeps its extension', () => {
    const cleaned = cleanFileName(`${'n'.repeat(400)}.docx`)
    expect(cleaned).toHaveLength(LINE_LIMIT)
    expect(cleaned).toMatch(/n…\.docx$/)
  })

  test('names that differ only in case stay two', () => {
    expect(cleanFileName('SK.pdf')).not.toBe(cleanFileName('sk.PDF'))
  })

  test('any name becomes one that any system can write, and is then left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (name) => {
        const cleaned = cleanFileName(name)
        expect(cleaned.length).toBeGreaterThan(0)
        expect(cleaned.length).toBeLessThanOrEqual(LINE_LIMIT)
        expect(cleaned).not.toMatch(/[/\\<>:"|?*]|[. ]$|^(con|nul)(\.|$)/i)
        expect(cleaned.isWellFormed?.() ?? true).toBe(true)
        expect(cleanFileName(cleaned)).toBe(cleaned)
      }),
    )
  })
})

test('extension and stem', () => {
  expect([extensionOf('a.tar.GZ'), extensionOf('tanpa'), extensionOf('a.exe. ')]).toEqual(['gz', '', 'exe'])
  expect([stemOf('a.tar.gz'), stemOf('tanpa')]).toEqual(['a.tar', 'tanpa'])
})

test('what systems leave in folders', () => {
  expect(['Thumbs.db', '.DS_Store', 'SK.pdf'].map(isLeftBySystem)).toEqual([true, true, false])
})
