import type { ReportModel, SignerLines } from '../model'
import type { Pen } from './drawing'
import type { Atom } from './flow'
import { BODY, BODY_BOLD, FINE, LEFT, lineHeight, TEXT_WIDTH, type Style } from './geometry'
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

/** A name that takes more lines than this is not a name. */
const MOST_LINES = 5

/** The page that is signed: statement, place and date, and one field for each role. */
export function signatureAtoms(measure: Measure, { signatures }: ReportModel): Atom[] {
  const { statement, place, signers } = signatures
  return [
    ...sectionHead(measure, 'Lembar tanda tangan', names.SIGNATURES),
    ...sentence(measure, statement),
    ...withGap(sentence(measure, place), 10),
    ...signerAtoms(measure, signers),
  ]
}

/** One field to sign in for each signer, three in a row. */
export function signerAtoms(measure: Measure, signers: readonly SignerLines[]): Atom[] {
  return Array.from({ length: Math.ceil(signers.length / PER_ROW) }, (_, index) =>
    signerRow(measure, signers.slice(index * PER_ROW, (index + 1) * PER_ROW)),
  )
}

function signerRow(measure: Measure, signers: readonly SignerLines[]): Atom {
  const width = (TEXT_WIDTH - (PER_ROW - 1) * BETWEEN) / PER_ROW
  const fields = signers.map(({ role, name, post, nip }) => ({
    role: setLines(measure, role, BODY_BOLD, width),
    under: [
      ...setLines(measure, name, BODY, width, 'Nama:'),
      ...setLines(measure, post, LABEL_LINE, width, 'Jabatan:'),
      ...setLines(measure, nip && `NIP ${nip}`, LABEL_LINE, width, 'NIP:'),
    ],
  }))
  const line = Math.max(...fields.map(({ role }) => role.length)) * lineHeight(BODY) + SIGNING
  const under = Math.max(...fields.map((field) => field.under.length)) * lineHeight(BODY)
  return {
    height: line + 1.5 + under,
    gap: 8,
    draw: (pen, y) =>
      fields.forEach((field, index) => {
        const x = LEFT + index * (width + BETWEEN)
        rule(pen, x, x + width, y + line, LINE_STRONG)
        drawLines(pen, field.role, x, y)
        drawLines(pen, field.under, x, y + line + 1.5)
      }),
  }
}

/** All lines of a field are as high as those of the body, so that there is room to write on them. */
const LABEL_LINE: Style = { ...FINE, leading: BODY.leading }

interface SetLine {
  readonly text: string
  readonly style: Style
}

/** A text in lines; `label` where there is none. */
function setLines(measure: Measure, text: string, style: Style, width: number, label = ''): SetLine[] {
  if (text === '') return [{ text: label, style: LABEL_LINE }]
  return wrap(measure, text, style, width)
    .slice(0, MOST_LINES)
    .map((line) => ({ text: line, style }))
}

function drawLines(pen: Pen, lines: readonly SetLine[], x: number, top: number): void {
  lines.forEach(({ text, style }, row) => write(pen, text, x, top + row * lineHeight(BODY), style))
}
