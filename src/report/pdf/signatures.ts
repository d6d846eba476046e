import type { ReportModel } from '../model'
import type { Atom } from './flow'
import { BODY, BODY_BOLD, FINE, LEFT, lineHeight, TEXT_WIDTH } from './geometry'
import { sectionHead, sentence } from './headings'
import type { Measure } from './measure'
import * as names from './names'
import { LINE_STRONG } from './palette'
import { rule } from './table'
import { withGap, write } from './text-atoms'
import { wrap } from './wrap'

const PER_ROW = 3
const BETWEEN = 9
/** Room to sign in. */
const SIGNING = 27

type Signer = ReportModel['signatures']['signers'][number]

/** The page that is signed: statement, place and date, and one field for each role. */
export function signatureAtoms(measure: Measure, { signatures }: ReportModel): Atom[] {
  const { statement, place, signers } = signatures
  const rows = Array.from({ length: Math.ceil(signers.length / PER_ROW) }, (_, index) =>
    signers.slice(index * PER_ROW, (index + 1) * PER_ROW),
  )
  return [
    ...sectionHead(measure, 'Lembar tanda tangan', names.SIGNATURES),
    ...sentence(measure, statement),
    ...withGap(sentence(measure, place), 10),
    ...rows.map((row) => signerRow(measure, row)),
  ]
}

function signerRow(measure: Measure, signers: readonly Signer[]): Atom {
  const width = (TEXT_WIDTH - (PER_ROW - 1) * BETWEEN) / PER_ROW
  const fields = signers.map(({ role, name }) => ({
    role: wrap(measure, role, BODY_BOLD, width),
    name: wrap(measure, name, BODY, width),
  }))
  const roleHeight = Math.max(...fields.map((field) => field.role.length)) * lineHeight(BODY)
  const nameHeight = Math.max(...fields.map((field) => field.name.length)) * lineHeight(BODY)
  const line = roleHeight + SIGNING
  return {
    height: line + 1.5 + nameHeight + lineHeight(FINE) * 2,
    gap: 8,
    draw: (pen, y) =>
      fields.forEach((field, index) => {
        const x = LEFT + index * (width + BETWEEN)
        const lines = (texts: readonly string[], top: number, style: typeof BODY) =>
          texts.forEach((text, row) => write(pen, text, x, top + row * lineHeight(style), style))
        lines(field.role, y, BODY_BOLD)
        rule(pen, x, x + width, y + line, LINE_STRONG)
        const named = field.name.some((text) => text !== '')
        lines(named ? field.name : ['Nama:'], y + line + 1.5, named ? BODY : { ...FINE, leading: 14 })
        write(pen, 'NIP:', x, y + line + 1.5 + nameHeight, { ...FINE, leading: 14 })
      }),
  }
}
