import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportModel } from '../../../src/report/model'
import { checkPdf } from '../../../src/report/pdf/check'
import { renderPdf, type RenderedPdf } from '../../../src/report/pdf/render'
import { reportFixture } from '../fixture'
import { faultsByQpdf } from './qpdf'
import { plain, readBack, type ReadBookmark, type ReadReport } from './read-back'

const model: ReportModel = reportFixture()
const indicators = model.domains.flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators))
const progress: [number, number][] = []
let rendered: RenderedPdf
let report: ReadReport

beforeAll(async () => {
  rendered = await renderPdf(
    { kind: 'report', model },
    { onProgress: (done, total) => progress.push([done, total]) },
  )
  report = await readBack(rendered.bytes)
})

function pageText(number: number): string {
  return report.pages[number - 1]?.text ?? ''
}

/** Whether a text begins within 30 mm below a target. */
function standsAt(text: string, { page, top }: { page: number; top: number }): boolean {
  const first = plain(text).split(' ')[0] ?? ''
  return (report.pages[page - 1]?.pieces ?? []).some(
    (piece) => piece.text.startsWith(first) && piece.y <= top && piece.y > top - 85,
  )
}

describe('the PDF report, read back', () => {
  it('is a sound file of the pages it says it has', () => {
    expect(report.pages).toHaveLength(rendered.pages)
    expect(new TextDecoder('latin1').decode(rendered.bytes.slice(0, 5))).toBe('%PDF-')
    expect(faultsByQpdf(rendered.bytes)).toBe('')
  })

  it('is, to its own check, of the pages, bookmarks and links that a reader finds', () => {
    const count = (bookmarks: readonly ReadBookmark[]): number =>
      bookmarks.reduce((sum, { children }) => sum + 1 + count(children), 0)
    expect(rendered).toMatchObject({
      bookmarks: count(report.outline),
      links: report.pages.flatMap(({ links }) => links).length,
    })
    expect(rendered.links).toBeGreaterThan(80)
    expect(checkPdf(rendered.bytes, rendered)).toEqual({ status: 'sound' })
  })

  it('is the same file, byte by byte, when the same report is drawn again', async () => {
    const again = await renderPdf({ kind: 'report', model })
    expect(Buffer.compare(again.bytes, rendered.bytes)).toBe(0)
    const later = await renderPdf({ kind: 'report', model: { ...model, madeAt: '2025-06-17T14:33' } })
    expect(Buffer.compare(later.bytes, rendered.bytes)).not.toBe(0)
    expect(report.info.CreationDate).toMatch(/^D:20250617143200/)
  })

  it('says on every page that it is provisional, and its page of how many on all but the cover', () => {
    report.pages.forEach(({ text }, index) => {
      expect(text).toContain('Sementara, bukan nilai resmi')
      if (index > 0) expect(text).toMatch(new RegExp(`${index + 1} / ${rendered.pages}$`))
      if (index > 0) expect(text).toContain(`${model.title} ${model.institution}`)
    })
    expect(pageText(1)).not.toContain(`1 / ${rendered.pages}`)
    expect(pageText(1)).toContain('belum diperiksa asesor eksternal')
  })

  it('has its properties and language', () => {
    expect(report.info).toMatchObject({
      Title: 'Penilaian Mandiri SPBE 2025',
      Author: 'Nama Contoh, Dinas Komunikasi dan Informatika',
      Subject: 'Kabupaten Contoh Mulya. Sementara, bukan nilai resmi.',
      Creator: 'SPBE Mandiri',
      Language: 'id',
    })
  })

  it('has bookmarks domain → aspect → indicator that lead to the very titles', () => {
    const domains = report.outline.filter(({ title }) => title.startsWith('Domain '))
    expect(domains.map(({ title }) => title)).toEqual(
      model.domains.map(({ number, name }) => `Domain ${number} ${name}`),
    )
    const aspects = domains.flatMap((domain) => domain.children)
    expect(aspects.map(({ title }) => title)).toEqual(
      model.domains.flatMap((domain) => domain.aspects.map(({ number, name }) => `Aspek ${number} ${name}`)),
    )
    const leaves = aspects.flatMap((aspect) => aspect.children)
    expect(leaves.map(({ title }) => title)).toEqual(
      indicators.map(({ number, shortName }) => `${number} ${shortName}`),
    )
    leaves.forEach((leaf, index) => {
      const { number, name } = indicators[index]!
      expect(pageText(leaf.page)).toContain(`${number} ${plain(name)}`)
      expect(standsAt(String(number), leaf), `indicator ${number}`).toBe(true)
    })
    for (const other of report.outline) expect(other.page).toBeGreaterThan(1)
  })

  it('links each row of the list of indicators to the page it names, where the indicator is', () => {
    const rows = model.domains.flatMap((domain) =>
      domain.aspects.flatMap((aspect) => [null, ...aspect.indicators]),
    )
    const listed = [3, 4].flatMap((number) => report.pages[number - 1]?.links ?? [])
    // The last row leads to the general questions.
    expect(listed).toHaveLength(rows.length + 1)
    const said = [3, 4].flatMap((number) =>
      [...pageText(number).matchAll(/hlm\. (\d+)/g)].map(([, page]) => Number(page)),
    )
    const targets = listed.filter((_, index) => rows[index] !== null)
    expect(said).toEqual(targets.map(({ page }) => page))
    targets.slice(0, -1).forEach((target, index) => {
      expect(pageText(target.page)).toContain(plain(indicators[index]!.name))
    })
    expect(pageText(targets.at(-1)?.page ?? 0)).toContain('Pertanyaan umum')
  })

  it('links blanks, obstacles and follow-ups back to their indicators', () => {
    const targets = new Set(
      report.pages.slice(4).flatMap(({ links }) => links.map(({ page, top }) => `${page} ${top}`)),
    )
    const leaves = report.outline.flatMap(({ children }) => children.flatMap((aspect) => aspect.children))
    const wanted = [
      ...model.blanks,
      ...model.obstacles.flatMap(({ items }) => items),
      ...model.followUps,
    ].map(({ number }) => leaves[number - 1])
    expect(wanted.length).toBeGreaterThan(20)
    for (const leaf of wanted) {
      const near = [...targets].some((target) => {
        const [page, top] = target.split(' ').map(Number)
        return page === leaf?.page && Math.abs((top ?? 0) - (leaf?.top ?? 0)) < 1
      })
      expect(near).toBe(true)
    }
  })

  it('holds every text of every indicator, to be selected and searched', () => {
    const all = plain(
      report.pages.map(({ text }) => text.replace(/ Sementara, bukan nilai resmi \d+ \/ \d+$/, '')).join(' '),
    )
    for (const { name, analysis, references, evidence } of indicators) {
      expect(all).toContain(plain(name))
      expect(all).toContain(plain(analysis).split('. ')[0])
      for (const reference of references) expect(all).toContain(plain(reference))
      for (const { mark } of evidence) expect(all).toContain(mark)
    }
    expect(all).toContain('ditunjukkan saat interviu')
  })

  it('keeps title, level and criterion of an indicator on one page', () => {
    const leaves = report.outline.flatMap(({ children }) => children.flatMap((aspect) => aspect.children))
    leaves.forEach(({ page }, index) => {
      const { name, level, criterion } = indicators[index]!
      const text = pageText(page)
      const after = text.slice(text.indexOf(plain(name)))
      expect(after).toContain(level?.name ?? 'Belum diisi')
      if (criterion) expect(after).toContain(plain(criterion.text))
    })
  })

  it('asks the general questions after the indicators and says which are not answered', () => {
    const { items } = model.generalAnswers!
    const place = report.outline.find(({ title }) => title === 'Pertanyaan umum')!
    const text = pageText(place.page)
    for (const { number, question } of items) expect(text).toContain(`${number}. ${plain(question)}`)
    expect(text).toContain('Keduanya mengurangi waktu pelayanan.')
    expect(text.match(/Belum dijawab/g)).toHaveLength(items.length - 1)
    expect(pageText(4)).toContain(`Pertanyaan umum, 1 dari ${items.length} terjawab hlm. ${place.page}`)
  })

  it('has the parts in the assessor’s order, the summary on page 2', () => {
    const places = [
      'Ringkasan',
      'Daftar indikator',
      'Domain 1 Kebijakan Internal SPBE',
      'Pertanyaan umum',
      'Indikator yang masih kosong',
      'Kendala per jenis',
      'Tindak lanjut',
      'Catatan tentang instrumen',
      'Lembar tanda tangan dan asal laporan',
    ].map((title) => report.outline.find((bookmark) => bookmark.title === title)?.page ?? 0)
    expect(places.slice(0, 3)).toEqual([2, 3, 5])
    expect([...places].sort((one, other) => one - other)).toEqual(places)
    expect(pageText(2)).toContain(`Indeks sementara ${model.summary.index.text}`)
    for (const decision of model.summary.decisions) expect(pageText(2)).toContain(decision.lead)
    for (const { role } of model.signatures.signers) expect(pageText(rendered.pages)).toContain(role)
  })

  it('tells its progress page by page', () => {
    expect(progress.map(([done]) => done)).toEqual(
      Array.from({ length: rendered.pages }, (_, index) => index + 1),
    )
    expect(new Set(progress.map(([, total]) => total))).toEqual(new Set([rendered.pages]))
    expect(rendered.missingCharacters).toBe(0)
  })
})

describe('cancelling', () => {
  it('stops between pages with the reason', async () => {
    const controller = new AbortController()
    const reason = new Error('called off')
    let pages = 0
    const drawing = renderPdf(
      { kind: 'report', model },
      {
        signal: controller.signal,
        onProgress: () => {
          pages++
          if (pages === 3) controller.abort(reason)
        },
      },
    )
    await expect(drawing).rejects.toBe(reason)
    expect(pages).toBe(3)
  })

  it('does not begin what was called off before', async () => {
    const started: number[] = []
    const drawing = renderPdf(
      { kind: 'report', model },
      {
        signal: AbortSignal.abort(),
        onProgress: (done) => started.push(done),
      },
    )
    await expect(drawing).rejects.toThrow()
    expect(started).toEqual([])
  })
})
