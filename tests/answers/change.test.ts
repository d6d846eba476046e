import { describe, expect, it } from 'vitest'
import { changeSchema, fieldKey, targetKey, type ChangeValue, type Target } from '../../src/answers/change'
import { LINE_LIMIT, TEXT_LIMIT } from '../../src/answers/text'
import {
  ASSESSMENT,
  changeOf,
  citationTarget,
  documentTarget,
  indicatorTarget,
  questionTarget,
} from '../examples/changes'

const I07 = indicatorTarget('I07')
const d1 = documentTarget('d1')
const c1 = citationTarget('c1')
const q1 = questionTarget('Q1')

function read(target: Target, field: string, value: unknown) {
  return changeSchema.safeParse({ ...changeOf('a', I07, 'value', 1), target, field, value })
}

function isTaken(target: Target, field: string, value: unknown): boolean {
  return read(target, field, value).success
}

function kept(target: Target, field: string, value: unknown): ChangeValue | undefined {
  return read(target, field, value).data?.value
}

describe('reading a change', () => {
  it('gives a good one back as it was', () => {
    const change = changeOf('9b2f', I07, 'analysis', 'Sudah ditetapkan.\nBelum direviu.', ['1a', '2b'])
    expect(changeSchema.parse(change)).toEqual(change)
  })

  it.each<[Target, string, ChangeValue]>([
    [ASSESSMENT, 'institutionKind', 'kabupaten'],
    [ASSESSMENT, 'institutionName', 'Kabupaten Contoh'],
    [ASSESSMENT, 'year', 2025],
    [ASSESSMENT, 'headName', 'Nama Contoh'],
    [ASSESSMENT, 'coordinatorNip', '19700101 199001 1 001'],
    [ASSESSMENT, 'closingDate', '2025-06-17'],
    [ASSESSMENT, 'recordNumber', '045/12/SPBE/2025'],
    [I07, 'value', 3],
    [I07, 'value', 3.25],
    [I07, 'value', 0],
    [I07, 'value', null],
    [I07, 'subject', 'Aplikasi Contoh'],
    [I07, 'facts', ''],
    [I07, 'analysis', 'x'.repeat(TEXT_LIMIT)],
    [I07, 'justification', 'Alasan.'],
    [I07, 'obstacleKinds', []],
    [I07, 'obstacleKinds', ['sdm', 'pembiayaan']],
    [I07, 'obstacle', 'Tenaga kurang.'],
    [I07, 'followUp', 'Menyusun peraturan.'],
    [I07, 'followUpOwner', 'Dinas Contoh'],
    [I07, 'followUpDue', '2025-12'],
    [I07, 'followUpLevel', 4],
    [d1, 'title', 'Peraturan Bupati tentang SPBE'],
    [d1, 'kind', 'perda-perkada'],
    [d1, 'number', '12'],
    [d1, 'date', ''],
    [d1, 'date', '2021'],
    [d1, 'date', '2021-05-03'],
    [d1, 'issuer', 'Bupati Contoh'],
    [d1, 'confidential', true],
    [d1, 'removed', false],
    [c1, 'indicator', 'I07'],
    [c1, 'document', 'd1'],
    [c1, 'pages', '14–22'],
    [c1, 'label', 'Pasal 5'],
    [c1, 'level', null],
    [c1, 'remark', 'Lihat lampiran.'],
    [c1, 'removed', true],
    [q1, 'answer', 'Layanan perizinan.\nLayanan kepegawaian.'],
  ])('takes %j %s %j', (target, field, value) => {
    expect(kept(target, field, value)).toEqual(value)
  })

  it.each<[Target, string]>([
    [I07, 'score'],
    [I07, 'title'],
    [ASSESSMENT, 'value'],
    [d1, 'analysis'],
    [c1, 'title'],
    [q1, 'value'],
    [I07, ''],
    [I07, '__proto__'],
    [I07, 'constructor'],
    [I07, 'toString'],
    [I07, 'hasOwnProperty'],
  ])('refuses the unknown field %j %s', (target, field) => {
    const result = read(target, field, 'x')
    expect(result.success).toBe(false)
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([['field']])
  })

  it.each<[Target, string, unknown]>([
    [ASSESSMENT, 'institutionKind', 'negara'],
    [ASSESSMENT, 'institutionName', ''],
    [ASSESSMENT, 'institutionName', ' \n\u200b\t '],
    [ASSESSMENT, 'year', 20226],
    [ASSESSMENT, 'year', 1999],
    [ASSESSMENT, 'year', 2025.5],
    [ASSESSMENT, 'year', '2025'],
    [ASSESSMENT, 'year', null],
    [I07, 'value', '3'],
    [I07, 'value', -1],
    [I07, 'value', 101],
    [I07, 'value', NaN],
    [I07, 'value', Infinity],
    [I07, 'value', true],
    [I07, 'analysis', null],
    [I07, 'analysis', 3],
    [I07, 'obstacleKinds', 'sdm'],
    [I07, 'obstacleKinds', ['cuaca']],
    [I07, 'obstacleKinds', ['sdm', 'sdm', 'sdm', 'sdm', 'sdm', 'sdm']],
    [I07, 'followUpDue', '3 Mei 2025'],
    [I07, 'followUpDue', '20226-01-01'],
    [I07, 'followUpLevel', 'empat'],
    [d1, 'kind', 'surat'],
    [d1, 'date', '2021-5-3'],
    [d1, 'confidential', 'ya'],
    [d1, 'removed', 1],
    [c1, 'indicator', '../I07'],
    [c1, 'document', ''],
    [c1, 'level', [3]],
    [c1, 'remark', { text: 'x' }],
    [c1, 'remark', undefined],
  ])('refuses %j %s %j', (target, field, value) => {
    expect(isTaken(target, field, value)).toBe(false)
  })

  it('names the value as what is wrong, so that a message can say so', () => {
    expect(read(I07, 'value', 101).error?.issues.map((issue) => issue.path)).toEqual([['value']])
  })

  it('refuses text over the limit, and a megabyte pasted into a note', () => {
    expect(isTaken(I07, 'analysis', 'x'.repeat(TEXT_LIMIT + 1))).toBe(false)
    expect(isTaken(I07, 'facts', 'kata '.repeat(210_000))).toBe(false)
    expect(isTaken(I07, 'subject', 'x'.repeat(LINE_LIMIT))).toBe(true)
    expect(isTaken(I07, 'subject', 'x'.repeat(LINE_LIMIT + 1))).toBe(false)
  })

  it('measures text as it is kept, not as it came', () => {
    expect(kept(I07, 'analysis', `${'x'.repeat(TEXT_LIMIT)}\u0000`)).toHaveLength(TEXT_LIMIT)
    expect(kept(I07, 'subject', ` ${'x'.repeat(LINE_LIMIT)} `)).toHaveLength(LINE_LIMIT)
  })

  it.each<[string, string, string]>([
    ['control characters', 'a\u0000b\u001bc', 'abc'],
    ['marks that turn the direction of text', '\u202eetis\u202c\u200f', 'etis'],
    ['line ends of Windows', 'satu\r\ndua\rtiga', 'satu\ndua\ntiga'],
    ['lone surrogates', 'a\ud800b\udc00c', 'abc'],
  ])('cleans %s in every long text', (_, typed, clean) => {
    for (const field of ['facts', 'analysis', 'justification', 'obstacle', 'followUp']) {
      expect(kept(I07, field, typed)).toBe(clean)
    }
    expect(kept(c1, 'remark', typed)).toBe(clean)
  })

  it('cleans every single line, and breaks none', () => {
    const typed = ' \u202eDinas\r\nContoh\u0000 '
    const lines: [Target, string][] = [
      [ASSESSMENT, 'institutionName'],
      [I07, 'subject'],
      [I07, 'followUpOwner'],
      [d1, 'title'],
      [d1, 'number'],
      [d1, 'issuer'],
      [c1, 'pages'],
      [c1, 'label'],
    ]
    for (const [target, field] of lines) expect(kept(target, field, typed)).toBe('Dinas Contoh')
  })

  it.each([
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '<a href="javascript:x">y</a>',
    '=1+1',
    '${x}',
  ])('keeps %s as the text it is', (text) => {
    expect(kept(I07, 'analysis', text)).toBe(text)
    expect(kept(d1, 'title', text)).toBe(text)
    expect(kept(ASSESSMENT, 'institutionName', text)).toBe(text)
  })

  it('cleans unit and person', () => {
    const change = changeSchema.parse({
      ...changeOf('a', I07, 'value', 1),
      unit: ' Dinas\nContoh ',
      person: '\u202eNama Contoh\u0007',
    })
    expect([change.unit, change.person]).toEqual(['Dinas Contoh', 'Nama Contoh'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['no id', { id: undefined }],
    ['an id that is a path', { id: '../a' }],
    ['an id of 65 characters', { id: 'a'.repeat(65) }],
    ['an unknown kind of target', { target: { kind: 'file', id: 'f1' } }],
    ['a target without id', { target: { kind: 'indicator' } }],
    ['no list of replaced changes', { replaces: undefined }],
    ['a replaced change that is no id', { replaces: [7] }],
    ['too many replaced changes', { replaces: Array.from({ length: 1001 }, (_, at) => `r${at}`) }],
    ['a unit of 301 characters', { unit: 'x'.repeat(LINE_LIMIT + 1) }],
    ['no person', { person: undefined }],
    ['a time in words', { at: 'kemarin' }],
    ['a year of five digits', { at: '20226-01-01T00:00:00Z' }],
    ['an impossible day', { at: '2025-02-30T00:00:00Z' }],
  ])('refuses a change with %s', (_, wrong) => {
    expect(changeSchema.safeParse({ ...changeOf('a', I07, 'value', 1), ...wrong }).success).toBe(false)
  })

  it.each([null, undefined, 'x', 7, [], {}])('refuses %j, which is no change at all', (wrong) => {
    expect(changeSchema.safeParse(wrong).success).toBe(false)
  })
})

describe('naming targets and fields', () => {
  it('writes them as one string', () => {
    expect(targetKey(ASSESSMENT)).toBe('assessment')
    expect(targetKey(I07)).toBe('indicator:I07')
    expect(fieldKey(c1, 'pages')).toBe('citation:c1/pages')
    expect(fieldKey(ASSESSMENT, 'year')).toBe('assessment/year')
  })
})
