import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FILE_NAME_LIMIT, reportFileName } from '../../src/report/file-name'

describe('the name of a report file', () => {
  it.each([
    ['Laporan SPBE 2025 Kabupaten Contoh', 'Laporan-SPBE-2025-Kabupaten-Contoh.pdf'],
    ['Laporan SPBE 2025 Dinas "A/B": <c>|*?\\', 'Laporan-SPBE-2025-Dinas-A-B-c.pdf'],
    ['Laporan SPBE 2025 Čeština Ñandú', 'Laporan-SPBE-2025-Cestina-Nandu.pdf'],
    ['Laporan SPBE 2025 حكومة', 'Laporan-SPBE-2025.pdf'],
    ['Laporan SPBE 2025 🏛️🏛️', 'Laporan-SPBE-2025.pdf'],
    ['Laporan SPBE 2025 ../../etc/passwd', 'Laporan-SPBE-2025-etc-passwd.pdf'],
    ['Laporan SPBE 2025 ', 'Laporan-SPBE-2025.pdf'],
    ['', 'spbe-mandiri.pdf'],
    ['🏛️', 'spbe-mandiri.pdf'],
    ['حكومة', 'spbe-mandiri.pdf'],
    ['...', 'spbe-mandiri.pdf'],
  ])('for %j is %s', (title, name) => {
    expect(reportFileName(title, 'pdf')).toBe(name)
  })

  it('is cut at a word where it would be too long', () => {
    const title = 'Laporan SPBE 2025 Badan Perencanaan Pembangunan Riset dan Inovasi Daerah Kabupaten Contoh'
    expect(reportFileName(title, 'pdf')).toBe('Laporan-SPBE-2025-Badan-Perencanaan-Pembangunan-Riset.pdf')
  })

  it('uses the whole room where a word ends there, and cuts a word that is longer than that', () => {
    const fits = `${'a'.repeat(50)} ${'b'.repeat(5)}`
    expect(reportFileName(fits, 'pdf')).toBe(`${'a'.repeat(50)}-${'b'.repeat(5)}.pdf`)
    expect(reportFileName(`${fits} c`, 'pdf')).toBe(`${'a'.repeat(50)}-${'b'.repeat(5)}.pdf`)
    expect(reportFileName(`${fits}b`, 'pdf')).toBe(`${'a'.repeat(50)}.pdf`)
    expect(reportFileName('x'.repeat(300), 'pdf')).toBe(`${'x'.repeat(56)}.pdf`)
  })

  it('never exceeds 60 characters and is safe on every system, whatever the institution is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.constantFrom('pdf', 'json', 'xlsx'),
        (institution, extension) => {
          const name = reportFileName(`Laporan SPBE 2025 ${institution}`, extension)
          expect(name.length).toBeLessThanOrEqual(FILE_NAME_LIMIT)
          expect(name).toMatch(/^Laporan-SPBE-2025(-[A-Za-z0-9]+)*\.[a-z]+$/)
          expect(name.endsWith(`.${extension}`)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})
