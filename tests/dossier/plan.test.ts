import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { citedPagesOf, pagesText } from '../../src/dossier/cited-pages'
import { USUAL_OPTIONS, type DossierOptions } from '../../src/dossier/options'
import { planDossier, type DossierPlan } from '../../src/dossier/plan'
import { volumeFileName, volumeModels } from '../../src/dossier/volume-model'
import { dossierFixture, type Cite, type CitedDocument } from './fixture'

/** Bytes that are only weighed: no two documents have the same. */
const bytesOf = (id: number, size: number) => new Uint8Array(size).fill(id % 251, 0, size).fill(id >> 8, 0, 1)

const pdf = (id: string, pages: number | null, size = 1000): CitedDocument => ({
  id,
  file: {
    name: `${id}.pdf`,
    mediaType: 'pdf',
    bytes: bytesOf([...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 60_000, size),
    facts: { pages },
  },
})

function planOf(
  documents: readonly CitedDocument[],
  cites: readonly Cite[],
  options: Partial<DossierOptions> = {},
) {
  const { input, files } = dossierFixture(documents, cites)
  return planDossier(input, files, { ...USUAL_OPTIONS, ...options })
}

const annexOf = (plan: DossierPlan, id: string) =>
  plan.volumes.flatMap(({ annexes }) => annexes).find(({ document }) => document.id === id)

describe('cited pages', () => {
  const citation = (pdfPages: string, pages = '') =>
    ({ pdfPages, pages }) as Parameters<typeof citedPagesOf>[0]
  test.each([
    ['6–9, 12', [6, 7, 8, 9, 12]],
    ['14-16', [14, 15, 16]],
    ['9–6', [6, 9]],
    ['0', []],
    ['Bab III', []],
    ['2, 2, 1', [1, 2]],
  ])('%s', (text, pages) => expect(citedPagesOf(citation(text), 20)).toEqual({ pages, beyond: false }))

  test('are those as printed where nobody looked, and those that exist', () => {
    expect(citedPagesOf(citation('', '3'), 20).pages).toEqual([3])
    expect(citedPagesOf(citation('19–999999'), 20)).toEqual({ pages: [19, 20], beyond: true })
  })
  test('are told in runs', () => expect(pagesText([1, 14, 15, 16, 30])).toBe('1, 14–16 dan 30'))
})

describe('pages of a document', () => {
  const content = (pages: number, options?: Partial<DossierOptions>) =>
    annexOf(planOf([pdf('A', pages)], [['I01', 'A', '5']], options), 'A')?.content

  test('are all of a short one, the first and the cited ones of a long one', () => {
    expect(content(20)).toMatchObject({ kind: 'pages', of: 20, pages: { length: 20 } })
    expect(content(21)).toEqual({ kind: 'pages', of: 21, pages: [1, 5] })
  })
  test('are chosen for all or for one', () => {
    expect(content(20, { extent: 'excerpt' })).toMatchObject({ pages: [1, 5] })
    expect(content(30, { extent: 'whole' })).toMatchObject({ pages: { length: 30 } })
    expect(content(30, { extents: { A: 'whole' } })).toMatchObject({ pages: { length: 30 } })
  })
  test.each([
    ['xlsx', {}, 'office'],
    ['mp4', {}, 'video'],
    ['rar', {}, 'archive'],
    ['lainnya', {}, 'other'],
    ['pdf', { broken: true }, 'broken'],
    ['pdf', { lock: 'user' }, 'locked'],
    ['pdf', { pages: 0 }, 'broken'],
  ] as const)('are none of %s %o', (mediaType, facts, why) => {
    const file = { name: 'x', mediaType, bytes: bytesOf(1, 10), facts }
    expect(annexOf(planOf([{ id: 'A', file }], [['I01', 'A']]), 'A')?.content).toEqual({ kind: 'sheet', why })
  })
  test('are none where there is no file, and it says why', () => {
    const why = (fields: CitedDocument['fields']) =>
      annexOf(planOf([{ id: 'A', ...(fields ? { fields } : {}) }], [['I01', 'A']]), 'A')?.content
    expect(why(undefined)).toEqual({ kind: 'sheet', why: 'no-file' })
    expect(why({ link: 'https://contoh.go.id' })).toEqual({ kind: 'sheet', why: 'link' })
    expect(why({ shownAtInterview: true })).toEqual({ kind: 'sheet', why: 'interview' })
  })
})

describe('what stays out', () => {
  const secret = { ...pdf('S', 3), fields: { confidential: true } }

  test('are confidential documents, unless ticked', () => {
    const left = planOf([secret], [['I01', 'S', '2']])
    expect(left.leftOut.confidential).toHaveLength(1)
    expect(annexOf(left, 'S')).toBeUndefined()
    const said = volumeModels(left)[0]?.report.domains[0]?.aspects[0]?.indicators[0]?.evidence[0]
    expect(said).toMatchObject({ place: 'ditunjukkan saat interviu' })
    expect(said?.annex).toBeUndefined()
    expect(annexOf(planOf([secret], [['I01', 'S', '2']], { withConfidential: true }), 'S')).toBeDefined()
  })
  test('are incomplete indicators, where only complete ones were asked for', () => {
    const plan = planOf([pdf('A', 3)], [['I01', 'A']], { onlyComplete: true })
    expect(plan.volumes[0]?.indicators.map(({ id }) => id)).toContain('I01')
    expect(plan.leftOut.incomplete.map(({ id }) => id)).toContain('I25')
    expect(plan.input.part).not.toBeNull()
  })
  test('is the rest, where one indicator was chosen', () => {
    const plan = planOf([pdf('A', 3)], [['I01', 'A']], { indicators: ['I02'] })
    expect(plan.volumes.map(({ indicators }) => indicators.map(({ id }) => id))).toEqual([['I02']])
    expect(plan.volumes[0]?.annexes).toEqual([])
    expect(planOf([], [], { indicators: [] }).volumes).toEqual([])
  })
})

describe('originals', () => {
  const office: CitedDocument = {
    id: 'X',
    fields: { title: 'Daftar Aset' },
    file: { name: 'aset.xlsx', mediaType: 'xlsx', bytes: bytesOf(9, 500), facts: {} },
  }
  const inside = { originalsInside: true, indicators: ['I01', 'I02', 'I03'] }
  const namesIn = (plan: DossierPlan) =>
    plan.volumes.map(({ originals }) => originals.map(({ name, size }) => [name, size]))
  const cites: readonly Cite[] = [
    ['I01', 'A', '2'],
    ['I01', 'X'],
    ['I02', 'A', '3'],
  ]

  test('go inside where they are wanted, named as the ministry takes them, files with sheets too', () => {
    const plan = planOf([pdf('A', 3), office], cites, inside)
    expect(namesIn(plan)).toEqual([
      [
        ['1.a.Dokumen-A-2024.pdf', 1000],
        ['1.b.Daftar-Aset-2024.xlsx', 500],
      ],
    ])
    expect(namesIn(planOf([pdf('A', 3), office], cites))).toEqual([[]])
  })

  test('are told where they are, and only there', () => {
    const facts = { pages: 3, signed: true }
    const signed: CitedDocument = {
      ...pdf('A', 3),
      file: { name: 'a.pdf', mediaType: 'pdf', bytes: bytesOf(3, 900), facts },
    }
    const documents = [signed, office] as const
    const [within] = volumeModels(planOf(documents, cites, inside))
    expect(within?.annexes.map(({ note }) => note)).toEqual([
      expect.stringContaining('ini salinan; asli terlampir di dalam PDF ini.'),
      expect.stringContaining('Berkas aslinya terlampir di dalam PDF ini.'),
    ])
    const said = { label: 'Asli terlampir', text: '1.b.Daftar-Aset-2024.xlsx' }
    expect(within?.annexes[1]?.facts).toContainEqual(said)
    const [without] = volumeModels(planOf(documents, cites))
    expect(without?.annexes.map(({ note }) => note)).toEqual([
      expect.stringContaining('ini salinan; asli di map kementerian.'),
      expect.stringContaining('disimpan'),
    ])
    expect(JSON.stringify(without)).not.toContain('terlampir di dalam PDF ini')
  })

  test('stay where they are confidential, also where another document has the same bytes', () => {
    const open = pdf('A', 3)
    const secret: CitedDocument = { ...open, id: 'S', fields: { confidential: true } }
    const both: readonly Cite[] = [
      ['I01', 'A', '2'],
      ['I01', 'S', '2'],
    ]
    const closed = planOf([open, secret], both, inside)
    expect(namesIn(closed)).toEqual([[]])
    expect(closed.volumes.flatMap(({ annexes }) => annexes)).toEqual([])
    expect(closed.leftOut.confidential.map(({ id }) => id)).toEqual(['A', 'S'])
    const ticked = namesIn(planOf([open, secret], both, { ...inside, withConfidential: true }))
    expect(ticked).toEqual([[['1.a.Dokumen-A-2024.pdf', 1000]]])
  })

  test('stay away where their bytes are not here', () => {
    const { input } = dossierFixture([pdf('A', 3)], cites.slice(0, 1))
    const plan = planDossier(input, new Map(), { ...USUAL_OPTIONS, ...inside })
    expect(namesIn(plan)).toEqual([[]])
  })
})

describe('volumes', () => {
  const world = fc.record({
    sizes: fc.array(fc.integer({ min: 10, max: 400_000 }), { minLength: 1, maxLength: 8 }),
    cites: fc.array(fc.tuple(fc.integer({ min: 1, max: 47 }), fc.nat(7), fc.integer({ min: 1, max: 60 })), {
      maxLength: 40,
    }),
    volumeSize: fc.integer({ min: 100_000, max: 2_000_000 }),
    originalsInside: fc.boolean(),
  })
  const made = ({
    sizes,
    cites,
    volumeSize,
    originalsInside,
  }: typeof world extends fc.Arbitrary<infer T> ? T : never) => {
    const documents = sizes.map((size, index) => pdf(`D${index}`, 10 + index * 5, size))
    const cited = cites.map(([number, document, page]): Cite => [
      `I${String(number).padStart(2, '0')}`,
      `D${document % documents.length}`,
      String(page),
    ])
    return { documents, cited, options: { ...USUAL_OPTIONS, volumeSize, originalsInside } }
  }

  test('hold every citation once, with its document once, and every indicator whole', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { documents, cited, options } = made(drawn)
        const plan = planOf(documents, cited, options)
        const claims = plan.volumes.flatMap(({ annexes }) => annexes.flatMap((annex) => annex.claims))
        expect(claims.map(({ citation }) => citation.id).sort()).toEqual(
          cited.map((_, index) => `c-${index}`).sort(),
        )
        const indicators = plan.volumes.flatMap((volume) => volume.indicators.map(({ number }) => number))
        expect(indicators).toEqual([...indicators].sort((one, other) => one - other))
        expect(new Set(indicators).size).toBe(47)
        for (const { annexes, indicators: own, originals, oversized, bytes } of plan.volumes) {
          const ids = annexes.map(({ document }) => document.id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { claims: mine, content } of annexes) {
            for (const { indicator, page } of mine) {
              expect(own.map(({ id }) => id)).toContain(indicator.id)
              if (page !== null && content.kind === 'pages') expect(content.pages).toContain(page)
            }
          }
          const files = new Map(
            annexes.flatMap(
              ({
                document: {
                  files: [file],
                },
              }) => (file ? [[file.sha256, file.size]] : []),
            ),
          )
          const expected = options.originalsInside ? [...files].sort() : []
          expect(originals.map(({ sha256, size }) => [sha256, size]).sort()).toEqual(expected)
          expect(new Set(originals.map(({ name }) => name.toLowerCase())).size).toBe(originals.length)
          const least = [...annexes.map((annex) => annex.bytes), ...originals.map(({ size }) => size)]
          expect(bytes).toBeGreaterThan(least.reduce((sum, one) => sum + one, 0))
          expect(oversized).toBe(bytes > options.volumeSize)
          if (oversized) expect(own).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('do not depend on the order in which files and documents are known', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { documents, cited, options } = made(drawn)
        const { input, files } = dossierFixture(documents, cited)
        const turned = {
          ...input,
          evidence: { ...input.evidence, citations: new Map([...input.evidence.citations].reverse()) },
        }
        const one = planDossier(input, files, options)
        const other = planDossier(turned, new Map([...files].reverse()), options)
        expect(other.volumes).toEqual(one.volumes)
      }),
      { numRuns: 30 },
    )
  })

  test('lead nowhere outside themselves, and name the others', () => {
    const documents = [pdf('A', 5, 300_000), pdf('B', 5, 300_000), pdf('C', 5, 300_000)]
    const plan = planOf(
      documents,
      [
        ['I01', 'A', '2'],
        ['I10', 'B', '3'],
        ['I20', 'C', '1'],
        ['I20', 'A', '4'],
      ],
      { volumeSize: 600_000 },
    )
    expect(plan.volumes.length).toBeGreaterThan(1)
    const models = volumeModels(plan)
    models.forEach(({ report, annexes, others, front }, index) => {
      const places = new Set(
        annexes.flatMap(({ place, frames }) => [place, ...frames.map((frame) => frame.place)]),
      )
      const rows = report.domains.flatMap(({ aspects }) =>
        aspects.flatMap(({ indicators }) => indicators.flatMap(({ evidence }) => evidence)),
      )
      for (const { annex } of rows) expect(places).toContain(annex)
      const names = new Set(rows.map(({ name }) => name))
      for (const { claims } of annexes) for (const { to } of claims) expect(names).toContain(to)
      expect(others).toHaveLength(models.length - 1)
      expect(front).toBe(index === 0)
    })
    const names = plan.volumes.map((volume) => volumeFileName(plan, volume))
    expect(names[1]).toBe('Berkas-Asesor-SPBE-2025-Kabupaten-Contoh-Mulya.jilid-2.pdf')
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(60)
  })
})
