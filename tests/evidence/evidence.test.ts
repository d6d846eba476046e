import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, ChangeValue, Target } from '../../src/answers/change'
import { DOCUMENT_KINDS } from '../../src/answers/fields'
import { headIds, presentOf, withChanges } from '../../src/answers/present'
import { evidenceOf, needsPageCheck, newestFile } from '../../src/evidence/evidence'
import { DOCUMENT_KIND_LABELS } from '../../src/evidence/labels'
import { changeOf, changesOf, citationTarget, documentTarget } from '../examples/changes'

function documentChanges(id: string, fields: Parameters<typeof changesOf>[1]): Change[] {
  return changesOf(documentTarget(id), fields)
}

function citationChanges(id: string, indicator: string, document: string): Change[] {
  return changesOf(citationTarget(id), { indicator, document })
}

function read(changes: readonly Change[]) {
  const evidence = evidenceOf(presentOf(changes))
  return {
    ...evidence,
    documentIds: evidence.documents.map((document) => document.id),
    citedBy: (indicator: string) =>
      (evidence.citations.get(indicator) ?? []).map((citation) => [citation.id, citation.document.id]),
  }
}

describe('the evidence of an assessment', () => {
  it('is empty before the first document', () => {
    expect(evidenceOf(presentOf([]))).toEqual({
      documents: [],
      citations: new Map(),
      removedDocuments: [],
      detachedCitations: [],
    })
  })

  it('takes a document for confidential on which two people differ, until they agree', () => {
    const [no, yes] = [false, true].map((value) =>
      changeOf(`c-${value}`, documentTarget('d1'), 'confidential', value),
    )
    const told = [...documentChanges('d1', { title: 'Laporan uji' }), ...(no ? [no] : [])]
    const confidential = (changes: readonly Change[]) =>
      evidenceOf(presentOf(changes)).documents[0]?.confidential
    expect(confidential(told)).toBe(false)
    const differing = yes ? [...told, yes] : told
    expect(confidential(differing)).toBe(true)
    const agreed = {
      ...changeOf('c-3', documentTarget('d1'), 'confidential', false),
      replaces: ['c-false', 'c-true'],
    }
    expect(confidential([...differing, agreed])).toBe(false)
  })

  it('has documents and citations with all that was said of them', () => {
    const evidence = evidenceOf(
      presentOf([
        ...documentChanges('d1', {
          title: 'Peraturan Bupati tentang SPBE',
          kind: 'perda-perkada',
          number: '12',
          date: '2021-05-03',
          issuer: 'Bupati Contoh',
          confidential: true,
        }),
        ...changesOf(citationTarget('c1'), {
          indicator: 'I01',
          document: 'd1',
          pages: '14–22',
          label: 'Pasal 5',
          level: 3,
          remark: 'memuat sembilan hal',
        }),
      ]),
    )
    const document = {
      id: 'd1',
      title: 'Peraturan Bupati tentang SPBE',
      kind: 'perda-perkada',
      number: '12',
      date: '2021-05-03',
      issuer: 'Bupati Contoh',
      confidential: true,
      link: '',
      shownAtInterview: false,
      files: [],
      removedFiles: [],
    }
    expect(evidence.documents).toEqual([document])
    expect(evidence.citations.get('I01')).toEqual([
      {
        id: 'c1',
        indicator: 'I01',
        document,
        pages: '14–22',
        label: 'Pasal 5',
        level: 3,
        remark: 'memuat sembilan hal',
        pdfPages: '',
        file: '',
      },
    ])
  })

  it('fills in what was not said', () => {
    const { documents, citations } = read([
      ...documentChanges('d1', { title: 'Notula' }),
      ...citationChanges('c1', 'I01', 'd1'),
    ])
    expect(documents[0]).toEqual({
      id: 'd1',
      title: 'Notula',
      kind: 'lainnya',
      number: '',
      date: '',
      issuer: '',
      confidential: false,
      link: '',
      shownAtInterview: false,
      files: [],
      removedFiles: [],
    })
    expect(citations.get('I01')?.[0]).toMatchObject({ pages: '', label: '', level: null, remark: '' })
  })

  it('leaves out removed documents with their citations, and removed citations alone', () => {
    const changes = [
      ...documentChanges('d1', { title: 'Satu' }),
      ...documentChanges('d2', { title: 'Dua' }),
      ...citationChanges('c1', 'I01', 'd1'),
      ...citationChanges('c2', 'I01', 'd2'),
      ...citationChanges('c3', 'I01', 'd2'),
    ]
    const removed = read([
      ...changes,
      changeOf('r1', documentTarget('d1'), 'removed', true),
      changeOf('r2', citationTarget('c3'), 'removed', true),
    ])
    expect(removed.documentIds).toEqual(['d2'])
    expect(removed.citedBy('I01')).toEqual([['c2', 'd2']])

    const broughtBack = read([
      ...changes,
      changeOf('r1', documentTarget('d1'), 'removed', true),
      changeOf('r2', documentTarget('d1'), 'removed', false, ['r1']),
    ])
    expect(broughtBack.documentIds).toEqual(['d1', 'd2'])
    expect(broughtBack.citedBy('I01')).toEqual([
      ['c1', 'd1'],
      ['c2', 'd2'],
      ['c3', 'd2'],
    ])
  })

  it('tells what was deleted and detached, so that it can be brought back', () => {
    const evidence = evidenceOf(
      presentOf([
        changeOf('t1', documentTarget('d1'), 'title', 'Peraturan'),
        changeOf('t2', documentTarget('d2'), 'title', 'Keputusan'),
        changeOf('x1', documentTarget('d2'), 'removed', true),
        changeOf('c1', citationTarget('c1'), 'document', 'd1'),
        changeOf('c2', citationTarget('c1'), 'indicator', 'I01'),
        changeOf('c3', citationTarget('c1'), 'removed', true),
      ]),
    )
    expect(evidence.removedDocuments.map(({ title }) => title)).toEqual(['Keputusan'])
    expect(evidence.detachedCitations.map(({ id, indicator }) => [id, indicator])).toEqual([['c1', 'I01']])
    expect(evidence.citations.size).toBe(0)
  })

  it('keeps a document that one person removed while another kept it, until someone decides', () => {
    const changes = [
      ...documentChanges('d1', { title: 'Satu' }),
      changeOf('r1', documentTarget('d1'), 'removed', true),
      changeOf('r2', documentTarget('d1'), 'removed', false),
    ]
    expect(read(changes).documentIds).toEqual(['d1'])
  })

  it('has citations in the order they were made, not in that of their documents', () => {
    const evidence = read([
      ...documentChanges('d1', { title: 'Satu' }),
      ...documentChanges('d2', { title: 'Dua' }),
      ...citationChanges('c9', 'I01', 'd2'),
      ...citationChanges('c1', 'I02', 'd2'),
      ...citationChanges('c5', 'I01', 'd1'),
      ...citationChanges('c2', 'I01', 'd2'),
      changeOf('late', citationTarget('c9'), 'pages', '4'),
    ])
    expect(evidence.citedBy('I01')).toEqual([
      ['c9', 'd2'],
      ['c5', 'd1'],
      ['c2', 'd2'],
    ])
    expect(evidence.citedBy('I02')).toEqual([['c1', 'd2']])
    expect([...evidence.citations.keys()]).toEqual(['I01', 'I02'])
  })

  it('leaves out citations of documents it does not know, and unfinished ones', () => {
    const evidence = read([
      ...documentChanges('d1', { title: 'Satu' }),
      ...citationChanges('c1', 'I01', 'lost'),
      changeOf('a', citationTarget('c2'), 'indicator', 'I01'),
      changeOf('b', citationTarget('c3'), 'document', 'd1'),
    ])
    expect(evidence.citations.size).toBe(0)
    expect(evidence.documentIds).toEqual(['d1'])
  })

  it('follows a citation that is moved to another indicator or document', () => {
    const evidence = read([
      ...documentChanges('d1', { title: 'Satu' }),
      ...documentChanges('d2', { title: 'Dua' }),
      ...citationChanges('c1', 'I01', 'd1'),
      changeOf('m1', citationTarget('c1'), 'indicator', 'I02', ['c1-indicator']),
      changeOf('m2', citationTarget('c1'), 'document', 'd2', ['c1-document']),
    ])
    expect(evidence.citedBy('I01')).toEqual([])
    expect(evidence.citedBy('I02')).toEqual([['c1', 'd2']])
  })
})

describe('what changed nothing', () => {
  const fileOf = (id: string, document: string) =>
    changesOf(
      { kind: 'file', id },
      { document, sha256: 'a'.repeat(64), name: 'x.pdf', size: 1, mediaType: 'pdf' },
    )
  const one = [
    ...documentChanges('d1', { title: 'Satu' }),
    ...fileOf('f1', 'd1'),
    ...citationChanges('c1', 'I01', 'd1'),
  ]
  const two = [...documentChanges('d2', { title: 'Dua' }), ...citationChanges('c2', 'I02', 'd2')]
  const before = presentOf([...one, ...two])

  it('is the same object as before', () => {
    const [first, then] = [before, withChanges(before, fileOf('f2', 'd2'))].map(evidenceOf)
    expect(then?.documents[0]).toBe(first?.documents[0])
    expect(then?.documents[1]).not.toBe(first?.documents[1])
    expect(then?.citations.get('I01')).toBe(first?.citations.get('I01'))
    expect(then?.citations.get('I02')?.[0]?.document).toBe(then?.documents[1])
  })

  it('is, step by step, what one reads of all at once', () => {
    const target = fc.oneof(
      fc.record({ kind: fc.constant('document' as const), id: fc.constantFrom('d1', 'd2') }),
      fc.record({ kind: fc.constant('file' as const), id: fc.constantFrom('f1', 'f2') }),
      fc.record({ kind: fc.constant('citation' as const), id: fc.constantFrom('c1', 'c2') }),
    )
    const step = fc.tuple(
      target,
      fc.oneof(
        fc.record({ removed: fc.boolean() }),
        fc.record({ document: fc.constantFrom('d1', 'd2') }),
        fc.record({ title: fc.constantFrom('Satu', 'Dua'), name: fc.constantFrom('x.pdf', 'y.pdf') }),
        fc.record({ indicator: fc.constantFrom('I01', 'I02') }),
      ),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let [present, all] = [before, [...one, ...two]]
        for (const [index, [to, fields]] of steps.entries()) {
          const changes = Object.entries<ChangeValue>(fields).map(([field, value]) =>
            changeOf(`${index}-${field}`, to, field, value, headIds(present, to, field)),
          )
          present = withChanges(present, changes)
          all = [...all, ...changes]
          expect(evidenceOf(present)).toEqual(evidenceOf(presentOf(all)))
        }
      }),
    )
  })
})

describe('the kinds of documents', () => {
  it('each have a word of their own', () => {
    expect(Object.keys(DOCUMENT_KIND_LABELS).sort()).toEqual([...DOCUMENT_KINDS].sort())
    const words = Object.values(DOCUMENT_KIND_LABELS)
    expect(new Set(words).size).toBe(words.length)
    expect(words).not.toContain('')
  })
})

describe('the files of a document', () => {
  const fileTarget = (id: string): Target => ({ kind: 'file', id })
  const hash = (digit: string) => digit.repeat(64)
  const fileChanges = (id: string, document: string, sha256: string) =>
    changesOf(fileTarget(id), { document, sha256, name: `${id}.pdf`, size: 12, mediaType: 'pdf' })
  const base = [...documentChanges('d1', { title: 'Satu' }), ...fileChanges('f1', 'd1', hash('a'))]

  it('stand in the order they were added, without those taken off', () => {
    const [document] = evidenceOf(
      presentOf([
        ...base,
        ...fileChanges('f2', 'd1', hash('b')),
        ...fileChanges('f3', 'd1', hash('c')),
        changeOf('r', fileTarget('f2'), 'removed', true),
      ]),
    ).documents
    expect(document?.files).toEqual([
      { id: 'f1', sha256: hash('a'), name: 'f1.pdf', size: 12, mediaType: 'pdf' },
      { id: 'f3', sha256: hash('c'), name: 'f3.pdf', size: 12, mediaType: 'pdf' },
    ])
    expect(document?.removedFiles.map(({ id }) => id)).toEqual(['f2'])
    expect(document && newestFile(document)?.id).toBe('f3')
  })

  it.each([
    ['nothing was read from a file, one file', {}, 1, false],
    ['nothing was read from a file, two files', {}, 2, true],
    ['read from the only file', { file: hash('a') }, 1, false],
    ['read from the older file', { file: hash('a') }, 2, true],
    ['read from the newer file', { file: hash('b') }, 2, false],
    ['no page is named', { file: hash('a'), pages: '' }, 2, false],
  ])('ask for a check of pages: %s', (_, fields, count, expected) => {
    const newer = count > 1 ? fileChanges('f2', 'd1', hash('b')) : []
    const cited = changesOf(citationTarget('c1'), {
      indicator: 'I01',
      document: 'd1',
      pages: '6',
      ...fields,
    })
    const [citation] = evidenceOf(presentOf([...base, ...newer, ...cited])).citations.get('I01') ?? []
    expect(citation && needsPageCheck(citation)).toBe(expected)
  })
})
