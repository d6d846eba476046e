import { describe, expect, test } from 'vitest'
import { compileGuide, GuideError, slugOf } from '../../scripts/compile-guide'
import type { GlossaryTerm } from '../../src/guide/glossary'

const glossary: GlossaryTerm[] = [
  { id: 'level', term: 'tingkat kematangan', also: ['tingkat'], definition: 'x', section: 'isi' },
  { id: 'backup', term: 'cadangan', definition: 'x', section: 'isi' },
]

function compile(markdown: string) {
  const sizeOf = (name: string) => {
    if (name !== 'isi.png') throw new RangeError(name)
    return { width: 800, height: 400 }
  }
  return compileGuide(markdown, { glossary, sizeOf })
}

const textNode = (text: string) => ({ type: 'text', text })

describe('the guide', () => {
  test('becomes sections with paragraphs, lists, tables and pictures', () => {
    const guide = compile(
      [
        '# Panduan\n\nAwal.',
        '## Isi\n\nPilih **Simpan**, _lalu_ `Esc`; [lihat](#1-mulai-di-sini).\n\n![Layar Isi](images/isi.png)',
        '### 1. Mulai di sini\n\n1. Satu\n   - Dalam\n2. Dua',
        '| A | B |\n| - | - |\n| x | **y** |',
      ].join('\n\n'),
    )
    expect(guide.title).toBe('Panduan')
    expect(guide.intro).toEqual([{ type: 'paragraph', children: [textNode('Awal.')] }])
    expect(guide.sections.map(({ id, level }) => [id, level])).toEqual([
      ['isi', 2],
      ['1-mulai-di-sini', 3],
    ])
    const [isi, mulai] = guide.sections
    expect(isi?.blocks).toEqual([
      {
        type: 'paragraph',
        children: [
          textNode('Pilih '),
          { type: 'strong', children: [textNode('Simpan')] },
          textNode(', '),
          { type: 'em', children: [textNode('lalu')] },
          textNode(' '),
          { type: 'code', text: 'Esc' },
          textNode('; '),
          { type: 'link', to: '1-mulai-di-sini', children: [textNode('lihat')] },
          textNode('.'),
        ],
      },
      {
        type: 'paragraph',
        children: [{ type: 'picture', name: 'isi.png', alt: 'Layar Isi', width: 800, height: 400 }],
      },
    ])
    expect(mulai?.blocks.map(({ type }) => type)).toEqual(['list', 'table'])
    expect(mulai?.blocks[0]).toMatchObject({ ordered: true, items: [{ length: 2 }, { length: 1 }] })
  })

  test.each([
    ['raw HTML in a line', 'Tekan <kbd>Esc</kbd>.'],
    ['raw HTML by itself', '<div onclick="x()">x</div>'],
    ['a script', '<script>alert(1)</script>'],
    ['a comment', '<!-- x -->'],
    ['a link elsewhere', '[x](https://example.org)'],
    ['a bare address', 'https://example.org'],
    ['a link that does something', '[x](javascript:alert%281%29)'],
    ['a link to no heading', '[x](#tidak-ada)'],
    ['a picture from elsewhere', '![x](https://example.org/x.png)'],
    ['a picture from another folder', '![x](../x.png)'],
    ['a picture without a description', '![](images/isi.png)'],
    ['code by itself', '```\nx\n```'],
    ['a quotation', '> x'],
    ['a line across', 'x\n\n---'],
    ['an entity', 'a &amp; b'],
    ['a heading too deep', '#### x'],
    ['a heading twice', '## Isi'],
  ])('refuses %s', (_, markdown) => {
    expect(() => compile(`# Panduan\n\n## Isi\n\n${markdown}`)).toThrow(GuideError)
  })

  test('refuses a picture that is missing, and a beginning without a title', () => {
    expect(() => compile('# Panduan\n\n![x](images/lain.png)')).toThrow('lain.png')
    expect(() => compile('Tanpa judul')).toThrow(GuideError)
    expect(() => compile('# Panduan\n\n### Langkah')).toThrow(GuideError)
  })

  test('marks a term where a section has it first, the longest spelling before the shorter', () => {
    const { sections } = compile(
      [
        '# Panduan',
        '## Tingkat\n\n**Tingkat** dan bertingkat. Tingkat kematangan itu tingkat; cadangannya, cadangan.',
        '### Langkah\n\nTingkat.',
        '## Lain\n\n- Cadangan dan tingkat',
      ].join('\n\n'),
    )
    const terms = sections.map(({ blocks }) =>
      [...JSON.stringify(blocks).matchAll(/"type":"term","id":"([a-z]+)","text":"([^"]+)"/g)].map(
        ([, id, text]) => `${id} ${text}`,
      ),
    )
    expect(terms).toEqual([
      ['level Tingkat kematangan', 'backup cadangan'],
      [],
      ['backup Cadangan', 'level tingkat'],
    ])
  })
})

test.each([
  ['1. Tingkat', '1-tingkat'],
  ['Mulai: empat pertanyaan', 'mulai-empat-pertanyaan'],
  ['Riwayat dan Urungkan', 'riwayat-dan-urungkan'],
  ['Layanan/aplikasi (baru)', 'layananaplikasi-baru'],
])('%s has the anchor %s, as on GitHub', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})
