import type { YearLine } from './year-line'

/**
 * The report as a value: everything a page says, in words and formatted numbers, in the order an assessor reads
 * it. Views (the PDF today) lay it out and compute nothing. Numbers stand beside their text only where a chart
 * needs them.
 */
export interface ReportModel {
  /** "Penilaian Mandiri SPBE 2025": document title and running head. */
  readonly title: string
  /** At most 60 characters, with extension, safe on every system. */
  readonly fileName: string
  readonly institution: string
  readonly author: string
  /** Local date and time the report was made at, `YYYY-MM-DDTHH:MM`; also the file's own date. */
  readonly madeAt: string
  /** Said on every page. */
  readonly provisional: string
  readonly cover: Cover
  readonly summary: Summary
  readonly domains: readonly DomainSection[]
  /** Null where the instrument asks none. */
  readonly generalAnswers: GeneralAnswers | null
  /** Results of other years beside this one; empty where none is known. */
  readonly years: readonly YearRow[]
  /** The same as a drawing; null where fewer than two indices are known. */
  readonly yearLine: YearLine | null
  readonly blanks: readonly Blank[]
  /** Every document that is cited, in the order of the first citation. */
  readonly documents: readonly DocumentRow[]
  readonly obstacles: readonly ObstacleGroup[]
  readonly followUps: readonly FollowUpRow[]
  /** What is not certain about the instrument in general. */
  readonly cautions: readonly string[]
  readonly signatures: Signatures
  /** What the report was made from: instrument id, version, SHA-256, application and format version, time. */
  readonly stamps: readonly Fact[]
}

/** A label and its text, as in a list of facts. */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** A sentence that begins with a phrase in bold. */
export interface LeadSentence {
  readonly lead: string
  readonly text: string
}

/** A value as a number on its scale (null where nothing is answered) and as it is written. */
export interface Figure {
  readonly value: number | null
  readonly text: string
}

export interface Cover {
  readonly kicker: string
  readonly title: string
  readonly institution: string
  readonly year: string
  readonly facts: readonly Fact[]
  readonly disclaimer: LeadSentence
}

export interface Summary {
  /** "Indeks sementara", or "Rata-rata bagian kami" for a unit that answers a part. */
  readonly indexLabel: string
  readonly index: Figure
  /** "Cukup" + " (Berkembang), bila sisanya tetap kosong"; null where there is none. */
  readonly predicate: LeadSentence | null
  /** The scale with its predicates; null for a part, which has none. */
  readonly scale: Scale | null
  /** What stands under the scale: how blanks are counted, the gap, a floor too close to call. */
  readonly remarks: readonly string[]
  readonly domains: readonly NodeRow[]
  readonly aspects: readonly NodeRow[]
  /** Ends of the charts' value axis. */
  readonly axis: { readonly min: number; readonly max: number }
  /** At most three points for the head of the institution. */
  readonly decisions: readonly LeadSentence[]
}

export interface Scale {
  readonly min: number
  readonly max: number
  /** From low to high. `tone` 1–5 is the place on the colour ramp. */
  readonly bands: readonly {
    readonly name: string
    readonly from: number
    readonly to: number
    readonly tone: number
  }[]
  readonly highest: Figure
}

/** A domain or aspect in the summary's chart and tables. */
export interface NodeRow {
  readonly id: string
  readonly number: number
  readonly name: string
  /** "13 %" */
  readonly weight: string
  /** "10/10" */
  readonly answered: string
  readonly figure: Figure
}

export interface DomainSection extends NodeRow {
  readonly aspects: readonly AspectSection[]
}

export interface AspectSection extends NodeRow {
  readonly indicators: readonly IndicatorSection[]
}

export interface IndicatorSection {
  readonly id: string
  readonly number: number
  /** Full official name. */
  readonly name: string
  readonly shortName: string
  /** "Domain 3 Manajemen SPBE › Aspek 5 Penerapan Manajemen SPBE" */
  readonly breadcrumb: string
  /** The level claimed; null where blank or undecided. `tone` 1–5 is the place on the colour ramp. */
  readonly level: { readonly text: string; readonly name: string; readonly tone: number } | null
  /** Said instead of a level: "Belum diisi", or that a difference waits for a decision. */
  readonly levelRemark: string
  /** "bobot 1,50 %" */
  readonly weight: string
  /** "Lengkap", "Sebagian", "Belum" */
  readonly status: string
  /** The service or application that is judged, where the instrument asks for it. */
  readonly subject: Fact | null
  /** What the value came from where it was not chosen as one level: its parts, or another agency's index. */
  readonly basis: readonly Fact[]
  readonly criterion: Fact | null
  /** References written from the citations, in order. */
  readonly references: readonly string[]
  /** Free text that follows the references; may hold line breaks; empty where none. */
  readonly facts: string
  /** May hold line breaks; "Belum diisi" where empty. */
  readonly analysis: string
  readonly justification: string
  readonly evidence: readonly EvidenceRow[]
  readonly obstacle: { readonly kinds: string; readonly text: string } | null
  readonly followUp: FollowUpRow | null
  /** What is not certain about this indicator in the instrument. */
  readonly cautions: readonly string[]
}

export interface EvidenceRow {
  /** "21.a" */
  readonly mark: string
  readonly document: string
  /** "SK · 3 Mei 2023 · Wali Kota" */
  readonly details: string
  /** "Pasal 5, hlm. 12", or that it is shown at the interview. */
  readonly place: string
  /** Where links to this row lead, and where it leads itself: in a dossier, which has the document. */
  readonly name?: string
  readonly annex?: string
}

/** A document of the annex list, with its newest file. */
export interface DocumentRow {
  readonly name: string
  /** "SK · 3 Mei 2023 · Wali Kota" */
  readonly details: string
  /** The name of the file, or what there is instead of one. */
  readonly file: string
  /** "1,4 MB, 18 halaman"; empty where there is no file to name. */
  readonly size: string
  /** First digits of the file's SHA-256; empty where there is no file to name. */
  readonly hash: string
  /** Numbers of the indicators that cite it. */
  readonly citedBy: readonly number[]
}

/** The instrument's general questions, which have no level. */
export interface GeneralAnswers {
  /** What is to be known before answering; may be empty. */
  readonly note: string
  /** "2 dari 4 terjawab" */
  readonly progress: string
  readonly items: readonly GeneralAnswer[]
}

export interface GeneralAnswer {
  readonly number: number
  readonly question: string
  /** May hold line breaks; "Belum dijawab" where there is none. */
  readonly answer: string
  readonly answered: boolean
}

export interface YearRow {
  readonly year: string
  readonly instrument: string
  /** The year before was assessed with another one. */
  readonly instrumentChanged: boolean
  readonly index: string
  /** "+0,30" against the year before; "–" where nothing may be subtracted. */
  readonly difference: string
  /** Where it comes from, and what is to be known of it. */
  readonly remark: string
}

export interface Blank {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly owner: string
}

export interface ObstacleGroup {
  readonly kind: string
  readonly items: readonly { readonly id: string; readonly number: number; readonly text: string }[]
}

export interface FollowUpRow {
  readonly id: string
  readonly number: number
  readonly what: string
  readonly who: string
  readonly due: string
  /** "tingkat 4"; empty where none is aimed at. */
  readonly target: string
}

export interface Signatures {
  readonly place: string
  readonly statement: string
  readonly signers: readonly SignerLines[]
}

/** Who signs: what is not known is empty and printed as a line to write on. */
export interface SignerLines {
  readonly role: string
  readonly name: string
  readonly post: string
  /** Civil servant's number. */
  readonly nip: string
}
