import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../src/instrument/differences'
import { LIMITS, readInstrumentText } from '../../src/instrument/read'
import type { Indicator, Instrument } from '../../src/instrument/schema'
import { allShipped, pemdi2026, spbe2018 } from '../examples/shipped'
import { readShipped, spbe2020 } from '../examples/spbe-2020'
import { root } from '../architecture/sources'

type Change = (instrument: Instrument) => unknown

/** The faults of a shipped instrument after one change to it. */
function faultsAfter(instrument: Instrument, change: Change): string[] {
  const changed = structuredClone(instrument)
  change(changed)
  const reading = readInstrumentText(JSON.stringify(changed))
  return reading.status === 'refused' ? reading.faults.map(({ path, text }) => `${path}: ${text}`) : []
}

function indicator(instrument: Instrument, at = 0): Indicator {
  const found = instrument.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators))[
    at
  ]
  if (!found) throw new Error('no such indicator')
  return found
}

const set = (of: object | undefined, fields: object) => Object.assign(of ?? {}, fields)

describe('an instrument file', () => {
  it.each(allShipped.map(({ id }) => [id]))('is read whole: %s', (id) => {
    const { bytes, json } = readShipped(id)
    expect(readInstrumentText(bytes.toString('utf8'))).toEqual({
      status: 'read',
      instrument: json,
      unknown: [],
    })
  })

  it.each<[what: string, instrument: Instrument, change: Change, fault: string]>([
    [
      'a missing field',
      spbe2020,
      (i) => set(i, { title: undefined }),
      'title: Harus teks, dan tidak boleh tidak ada.',
    ],
    [
      'a number for a text',
      spbe2020,
      (i) => set(indicator(i), { question: 3 }),
      'domains[0].aspects[0].indicators[0].question: Harus teks, dan tidak boleh tidak ada.',
    ],
    [
      'an unknown word',
      spbe2020,
      (i) => set(i, { valueMode: 'percent' }),
      'valueMode: Harus salah satu dari: level, decimal.',
    ],
    [
      'an id that is a path',
      spbe2020,
      (i) => set(indicator(i), { id: '../I01' }),
      'domains[0].aspects[0].indicators[0].id: Hanya huruf, angka, dan tanda hubung, paling banyak 40.',
    ],
    [
      'a weight of nothing',
      spbe2020,
      (i) => set(indicator(i), { weightUnits: 0 }),
      'domains[0].aspects[0].indicators[0].weightUnits: Paling sedikit 1.',
    ],
    [
      'weights of indicators that do not add up',
      spbe2020,
      (i) => set(indicator(i), { weightUnits: 131 }),
      'domains[0].aspects[0]: Jumlah bobot indikator dalam A1 1301, seharusnya 1300.',
    ],
    [
      'weights of domains that do not add up',
      pemdi2026,
      (i) => set(i, { weightDenominator: 2 }),
      'domains: Jumlah bobot domain (100 × weightDenominator) 100, seharusnya 200.',
    ],
    [
      'one id for two things',
      spbe2020,
      (i) => set(indicator(i, 1), { id: 'I01' }),
      'domains[0].aspects[0].indicators[1].id: “I01” dipakai dua kali; tiap id hanya untuk satu hal.',
    ],
    [
      'the id of a part for an indicator',
      spbe2018,
      (i) => set(indicator(i, 0), { id: 'I35-2' }),
      'domains[2].aspects[1].indicators[3]: “I35-2” dipakai dua kali; tiap id hanya untuk satu hal.',
    ],
    [
      'a number left out',
      spbe2020,
      (i) => set(indicator(i, 1), { number: 3 }),
      'domains[0].aspects[0].indicators[1].number: Seharusnya 2: nomor urut dari 1 tanpa loncat.',
    ],
    [
      'an unknown maturity model',
      spbe2020,
      (i) => set(indicator(i), { maturityModel: 'constructor' }),
      'domains[0].aspects[0].indicators[0].maturityModel: “constructor” tidak ada pada maturityModels.',
    ],
    [
      'a level without a criterion',
      spbe2020,
      (i) => indicator(i).criteria.pop(),
      'domains[0].aspects[0].indicators[0].criteria: Tingkatnya 1, 2, 3, 4; seharusnya satu kriteria untuk tiap tingkat, berurutan: 1, 2, 3, 4, 5.',
    ],
    [
      'a level left out',
      spbe2018,
      (i) => set(i.maturityModels.process?.levels[2], { level: 1 }),
      'maturityModels.process.levels[2].level: Seharusnya 2: tingkat berurutan tanpa loncat atau ganda.',
    ],
    [
      'ranges that overlap',
      pemdi2026,
      (i) => set(i.maturityModels['kematangan-pemdi']?.levels[1], { valueMin: 1.4 }),
      'maturityModels.kematangan-pemdi.levels[1].valueMin: Rentang ini bertumpang tindih dengan tingkat 1; seharusnya 1.5.',
    ],
    [
      'ranges with a gap',
      pemdi2026,
      (i) => set(i.maturityModels['kematangan-pemdi']?.levels[1], { valueMin: 1.6 }),
      'maturityModels.kematangan-pemdi.levels[1].valueMin: Rentang ini menyisakan celah sesudah tingkat 1; seharusnya 1.5.',
    ],
    [
      'decimals without ranges',
      spbe2020,
      (i) => set(i, { valueMode: 'decimal' }),
      'maturityModels.process.levels[0].valueMin: Dengan valueMode "decimal" tiap tingkat memerlukan valueMin dan valueMax.',
    ],
    [
      'a scale that ends elsewhere',
      spbe2020,
      (i) => set(i.scale, { max: 6 }),
      'maturityModels.process.levels[4].level: Tingkat terakhir harus berakhir pada scale.max, 6.',
    ],
    [
      'predicates in another order',
      spbe2020,
      (i) => i.predicates.reverse(),
      'predicates[1].min: Harus lebih rendah daripada predikat sebelumnya: urutkan dari yang tertinggi.',
    ],
    [
      'a conversion with a gap',
      pemdi2026,
      (i) => set(indicator(i, 4).conversion?.ranges[1], { sourceMin: 13 }),
      'domains[0].aspects[2].indicators[0].conversion.ranges[1].sourceMin: Rentang ini menyisakan celah sesudah rentang sebelumnya; seharusnya 12.5.',
    ],
    [
      'a conversion to another level',
      pemdi2026,
      (i) => set(indicator(i, 4).conversion?.ranges[1], { valueMax: 2.6 }),
      'domains[0].aspects[2].indicators[0].conversion.ranges[1].valueMin: Nilai tingkat 2 adalah 1.5 sampai 2.5.',
    ],
    [
      'parts whose weights are no whole numbers',
      spbe2020,
      (i) => set(indicator(i), { parts: 4 }),
      'domains[0].aspects[0].indicators[0].weightUnits: Harus habis dibagi 4 bagian. Kalikan weightDenominator dan semua bobot.',
    ],
    [
      'an owner that is not listed',
      spbe2020,
      (i) => set(indicator(i), { ownerIds: ['siapa'] }),
      'domains[0].aspects[0].indicators[0].ownerIds[0]: “siapa” tidak ada pada owners.',
    ],
    [
      'a caution about no indicator',
      spbe2020,
      (i) => i.cautions.push({ indicator: 'I99', affects: 'value', text: 'x' }),
      'cautions[6].indicator: Tidak ada indikator “I99”.',
    ],
    [
      'years the wrong way round',
      spbe2020,
      (i) => set(i, { validTo: 2020 }),
      'validTo: Tidak boleh sebelum validFrom; null bila masih berlaku.',
    ],
  ])('is refused for %s, with the field and what is wanted', (_, instrument, change, wanted) => {
    const caution = wanted.startsWith('cautions[')
    const faults = faultsAfter(instrument, change)
    if (caution) expect(faults.map((text) => text.replace(/\d+/, 'n'))).toContain(wanted.replace(/\d+/, 'n'))
    else expect(faults).toContain(wanted)
  })

  it.each([
    ['no JSON', '{"id": '],
    ['nothing', ''],
    ['a list', '[]'],
    ['a page', '<!doctype html><title>Instrumen</title>'],
  ])('is refused where it is %s', (_, text) => {
    expect(readInstrumentText(text).status).toBe('refused')
  })

  it('is refused with more than 2,000 indicators, or as a whole where it is too large', () => {
    const aspect = { ...spbe2020.domains[0]?.aspects[0] }
    const many = Array.from({ length: 2001 }, (_, at) => ({
      ...indicator(spbe2020),
      id: `X${at}`,
      explanation: [],
      assessmentNotes: 'x',
      criteria: indicator(spbe2020).criteria.map(({ level }) => ({ level, text: 'x', evidence: [] })),
    }))
    expect(
      faultsAfter(spbe2020, (i) => set(i.domains[0], { aspects: [{ ...aspect, indicators: many }] }))[0],
    ).toMatch(/^domains: Ada 20\d\d indikator; paling banyak 2000\.$/)
    expect(readInstrumentText(' '.repeat(LIMITS.bytes + 1))).toMatchObject({
      status: 'refused',
      faults: [{ path: '' }],
    })
  })

  it('tells no more faults than a person can read', () => {
    expect(
      faultsAfter(spbe2020, (i) => {
        for (let at = 0; at < 47; at += 1) set(indicator(i, at), { ownerIds: ['siapa', 'lagi'] })
      }),
    ).toHaveLength(LIMITS.faults)
  })

  it('keeps HTML as the text it is', () => {
    const html = '<img src=x onerror="alert(1)"><b>tebal</b>'
    const changed = structuredClone(spbe2020)
    set(indicator(changed), { shortName: html })
    expect(readInstrumentText(JSON.stringify(changed))).toMatchObject({
      status: 'read',
      instrument: {
        domains: [
          { aspects: [{ indicators: [{ shortName: html }, {}, {}, {}, {}, {}, {}, {}, {}, {}] }] },
          {},
          {},
          {},
        ],
      },
    })
  })
})

describe('fields that are not in the schema', () => {
  it('are named, within each other once, and are no fault', () => {
    const changed = structuredClone(spbe2020)
    set(changed, { motto: 'Satu', predikats: [{ name: 'Baik' }] })
    set(indicator(changed, 1), { conversions: {}, constructor: 1 })
    set(changed.predicates[2], { allias: 'x' })
    expect(readInstrumentText(JSON.stringify(changed))).toEqual({
      status: 'read',
      instrument: spbe2020,
      unknown: [
        'predicates[2].allias',
        'domains[0].aspects[0].indicators[1].conversions',
        'domains[0].aspects[0].indicators[1].constructor',
        'motto',
        'predikats',
      ],
    })
  })
})

describe('another version', () => {
  it('differs in nothing from itself', () => {
    for (const instrument of allShipped)
      expect(differencesOf(instrument, structuredClone(instrument))).toEqual([])
  })

  it('is told by weight, levels, rule and text, and by what was added and removed', () => {
    const corrected = structuredClone(pemdi2026)
    const [first, second] = corrected.domains[0]?.aspects[0]?.indicators ?? []
    set(first, { weightUnits: 6, question: 'Pertanyaan lain?' })
    set(second, { weightUnits: 4 })
    set(indicator(corrected, 4).conversion?.ranges[4], { sourceMax: 110 })
    set(indicator(corrected, 19), { id: 'I21' })
    set(corrected.predicates[3], { min: 1.6, alias: 'Tumbuh' })
    expect(differencesOf(pemdi2026, corrected)).toEqual([
      { kind: 'removed', of: 'Indikator 20 Pengelolaan Kepuasan Pengguna', before: '', after: '' },
      { kind: 'added', of: 'Indikator 20 Pengelolaan Kepuasan Pengguna', before: '', after: '' },
      { kind: 'weight', of: 'Indikator 1 Tata Kelola Pemdi', before: '5 %', after: '6 %' },
      { kind: 'text', of: 'Indikator 1 Tata Kelola Pemdi', before: '', after: '' },
      { kind: 'weight', of: 'Indikator 2 Manajemen Layanan Digital', before: '5 %', after: '4 %' },
      expect.objectContaining({ kind: 'rule', of: 'Indikator 5 Tata Kelola Data' }),
      expect.objectContaining({
        ...{ kind: 'rule', of: 'Predikat' },
        before: expect.stringContaining('Cukup (Membangun/Emerging) mulai 1,5') as string,
        after: expect.stringContaining('Cukup (Tumbuh) mulai 1,6') as string,
      }),
    ])
  })
})

describe('npm run instrument:check', () => {
  const run = async (...files: string[]) => {
    const script = join(root, 'scripts/instrument-check.mjs')
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...files], { cwd: root })
      return { code: 0, stdout }
    } catch (error) {
      return error as { code: number; stdout: string }
    }
  }

  it('finds the same as the app, and fails where a file is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'instrument-'))
    try {
      const wrong = join(folder, 'salah.json')
      writeFileSync(wrong, JSON.stringify({ ...spbe2020, valueMode: 'percent' }))
      const { code, stdout } = await run(join(root, 'src/instrument/data/spbe-2018.json'), wrong)
      expect(code).toBe(1)
      const odd = join(folder, 'lebih.json')
      writeFileSync(odd, JSON.stringify({ ...spbe2020, motto: 'x' }))
      const remarked = await run(odd)
      expect(remarked.code).toBe(0)
      expect(remarked.stdout).toContain('  catatan: motto tidak dikenal, dan tidak dipakai.')
      expect(stdout).toContain('baik: spbe-2018, versi 1, SHA-256 7338bf93')
      expect(stdout).toContain(
        'salah.json: ditolak, 1 kesalahan\n  valueMode: Harus salah satu dari: level, decimal.',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 60_000)
})
