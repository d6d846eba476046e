import { buildReport } from '../report/build'
import { reportFileName } from '../report/file-name'
import { formatCount } from '../report/format'
import type { EvidenceRow, Fact, IndicatorSection, ReportModel } from '../report/model'
import { annexModel, type AnnexModel } from './annex-model'
import type { Annex, Claim } from './annex'
import { pagesText } from './cited-pages'
import { annexPagePlace, annexPlace, claimPlace } from './places'
import type { DossierPlan, Volume } from './plan'

/** A volume as words: what its pages say, in order. Plain data. */
export interface VolumeModel {
  readonly title: string
  readonly author: string
  readonly institution: string
  readonly provisional: string
  readonly madeAt: string
  /** The report as far as this volume tells it. */
  readonly report: ReportModel
  /** It has what is said of the whole: summary, blanks, obstacles, follow-ups, signatures. */
  readonly front: boolean
  readonly annexes: readonly AnnexModel[]
  /** The other volumes with what they hold; empty where there is one. */
  readonly others: readonly OtherVolume[]
}

export interface OtherVolume {
  readonly name: string
  readonly indicators: string
  readonly fileName: string
}

/** Tells the volumes of a plan. The first has what is said of the whole. */
export function volumeModels(plan: DossierPlan): VolumeModel[] {
  const report = buildReport(plan.input)
  return plan.volumes.map((volume) => volumeModel(plan, report, volume))
}

/** At most 60 characters, with extension. */
export function volumeFileName(plan: DossierPlan, volume: Volume): string {
  const { family, year, institution } = plan.input
  const extension = plan.volumes.length > 1 ? `jilid-${volume.number}.pdf` : 'pdf'
  return reportFileName(`Berkas Asesor ${family} ${year} ${institution}`, extension)
}

function volumeModel(plan: DossierPlan, report: ReportModel, volume: Volume): VolumeModel {
  const attached = new Map(volume.originals.map(({ sha256, name }) => [sha256, name]))
  const { title, author, institution, provisional, madeAt } = report
  return {
    title,
    author,
    institution,
    provisional,
    madeAt,
    report: narrowed(report, plan, volume),
    front: volume.number === 1,
    annexes: volume.annexes.map((annex) =>
      annexModel(annex, plan.input, attached.get(annex.file?.sha256 ?? '')),
    ),
    others: plan.volumes
      .filter((other) => other !== volume)
      .map((other) => ({
        name: `Jilid ${other.number}`,
        indicators: pagesText(other.indicators.map(({ number }) => number)),
        fileName: volumeFileName(plan, other),
      })),
  }
}

/** The report with the sections of one volume, whose evidence leads to its annexes. */
function narrowed(report: ReportModel, plan: DossierPlan, volume: Volume): ReportModel {
  const ids = new Set(volume.indicators.map(({ id }) => id))
  const claims = claimsByCitation(volume.annexes)
  const linked = (section: IndicatorSection): IndicatorSection => {
    const citations = plan.input.evidence.citations.get(section.id) ?? []
    return {
      ...section,
      evidence: section.evidence.map((row, index): EvidenceRow => {
        const claim = claims.get(citations[index]?.id ?? '')
        return claim ? { ...row, place: placeOf(row, claim), ...linksOf(claim) } : row
      }),
    }
  }
  return {
    ...report,
    cover: coverOf(report, plan, volume),
    domains: report.domains.flatMap((domain) => {
      const aspects = domain.aspects.flatMap((aspect) => {
        const indicators = aspect.indicators.filter(({ id }) => ids.has(id)).map(linked)
        return indicators.length > 0 ? [{ ...aspect, indicators }] : []
      })
      return aspects.length > 0 ? [{ ...domain, aspects }] : []
    }),
  }
}

function claimsByCitation(annexes: readonly Annex[]): Map<string, Claim> {
  return new Map(annexes.flatMap(({ claims }) => claims.map((claim) => [claim.citation.id, claim])))
}

function placeOf({ place }: EvidenceRow, { beyond }: Claim): string {
  return beyond ? `${place} (halaman tidak ada pada berkas)` : place
}

function linksOf({ citation, page }: Claim): Pick<EvidenceRow, 'name' | 'annex'> {
  const { id } = citation.document
  return { name: claimPlace(citation.id), annex: page === null ? annexPlace(id) : annexPagePlace(id, page) }
}

function coverOf(
  { cover }: ReportModel,
  plan: DossierPlan,
  { number, annexes, originals }: Volume,
): ReportModel['cover'] {
  const count = plan.volumes.length
  const parts = plan.volumes[number - 1]?.indicators.map((one) => one.number) ?? []
  const facts: Fact[] = [
    ...(count > 1
      ? [{ label: 'Jilid', text: `${number} dari ${count}: indikator ${pagesText(parts)}` }]
      : []),
    { label: 'Lampiran', text: annexes.length > 0 ? `${formatCount(annexes.length)} dokumen` : 'tidak ada' },
    ...(originals.length > 0
      ? [{ label: 'Berkas asli', text: `${formatCount(originals.length)} berkas terlampir di dalam PDF ini` }]
      : []),
  ]
  return {
    ...cover,
    kicker: count > 1 ? `Berkas Asesor, jilid ${number} dari ${count}` : 'Berkas Asesor',
    facts: [...cover.facts, ...facts],
  }
}
