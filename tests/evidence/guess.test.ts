import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldSchemas } from '../../src/answers/fields'
import { guessFacts } from '../../src/evidence/guess'

const DECREE = `BUPATI CONTOH
PERATURAN BUPATI CONTOH
NOMOR 12 TAHUN 2023
TENTANG
SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK
Ditetapkan di Contoh
pada tanggal 3 Mei 2023`

test('a decree names itself on its first page', () => {
  expect(guessFacts('scan0001.pdf', DECREE)).toEqual({
    title: 'PERATURAN BUPATI CONTOH tentang SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK',
    number: '12',
    date: '2023-05-03',
    kind: 'perda-perkada',
  })
})

test.each([
  ['SK_Tim_SPBE_2022.pdf', { title: 'SK Tim SPBE 2022', date: '2022', kind: 'sk' }],
  ['Notula reviu arsitektur 14 Juni 2024.pdf', { date: '2024-06-14', kind: 'notula-reviu' }],
  ['DRAFT Perwali Nomor 7.docx', { number: '7', kind: 'draf' }],
  ['SOP pengelolaan data.pdf', { kind: 'sop-pedoman' }],
  ['Screenshot aplikasi.png', { kind: 'tangkapan-layar' }],
])('%s', (name, guess) => {
  expect(guessFacts(name, '')).toMatchObject(guess)
})

test.each([
  ['12345678.pdf', ''],
  ['31 Februari 2023 x.pdf', ''],
])('%s: nothing that is not there', (name, text) => {
  const { date, number, kind } = guessFacts(name, text)
  expect([date?.slice(5) ?? '', number, kind]).toEqual(['', undefined, undefined])
})

test('whatever stands on the page, a field can hold what is proposed', () => {
  const words = fc.constantFrom(
    'Nomor',
    'TAHUN 2023',
    'tentang',
    'PERATURAN BUPATI',
    '\n',
    '31',
    'Februari',
    '99/SK',
    ':',
    '日本',
  )
  fc.assert(
    fc.property(fc.string(), fc.array(fc.oneof(words, fc.string())), (name, parts) => {
      const guess = guessFacts(name, parts.join(' '))
      for (const [field, value] of Object.entries(guess)) {
        expect(fieldSchemas.document[field as 'title'].safeParse(value).success, `${field}: ${value}`).toBe(
          true,
        )
      }
    }),
  )
})
