import { useState } from 'react'
import { formatCount } from '../../report/format'
import type { Proposal, ProposedChange } from '../../spreadsheet/proposal'
import { Dialog } from '../../ui/dialog'
import { Fold } from '../../ui/fold'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { describeValue, FIELD_WORDS } from '../fill-in/field-words'
import { differingPart } from '../fill-in/differing-part'
import { useSession } from '../session/session-context'
import { bookNoteMessage, refusedMessage, remarkMessage } from './excel-messages'
import { takeProposal } from './take-proposal'

interface ExcelPreviewProps {
  readonly proposal: Proposal
  readonly file: string
  readonly onClose: () => void
  readonly onTaken: (count: number) => void
}

/** What a workbook would change, cell by cell; nothing is taken before the person says so. */
export function ExcelPreview({ proposal, file, onClose, onTaken }: ExcelPreviewProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const { changes } = proposal
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(changes.filter((change) => !change.doubtful).map((change) => change.id)),
  )
  const [failed, setFailed] = useState(false)

  function choose(id: string, on: boolean): void {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  function take(): void {
    const taking = takeProposal(
      session,
      changes.filter((change) => chosen.has(change.id)),
    )
    if (taking.status === 'refused') return setFailed(true)
    offerUndo(`${formatCount(taking.count)} isian diambil dari Excel`, taking.undo)
    onTaken(taking.count)
  }

  return (
    <Dialog title={titleOf(changes.length)} onClose={onClose} wide>
      <p>
        {file}, lembar {proposal.sheet}: {formatCount(proposal.rowsRead)} indikator dibaca,{' '}
        {formatCount(proposal.unchanged)} isian sudah sama.
        {changes.length > 0 && ' Belum ada yang berubah.'}
      </p>
      <Notes proposal={proposal} />
      {changes.length > 0 && (
        <>
          <div className="choose-all">
            <span role="status">
              {formatCount(chosen.size)} dari {formatCount(changes.length)} dipilih
            </span>
            <button
              type="button"
              className="link"
              onClick={() => setChosen(new Set(changes.map((change) => change.id)))}
            >
              Pilih semua
            </button>
            <button type="button" className="link" onClick={() => setChosen(new Set())}>
              Kosongkan pilihan
            </button>
          </div>
          <ul className="proposed" aria-label="Perubahan dari Excel">
            {changes.map((change) => (
              <ProposedRow
                key={change.id}
                change={change}
                chosen={chosen.has(change.id)}
                onChoose={(on) => choose(change.id, on)}
              />
            ))}
          </ul>
        </>
      )}
      {failed && (
        <Notice tone="err" live>
          <p>
            <b>Tidak ada yang berubah.</b> Satu isian tidak dapat disimpan di sini. Kurangi pilihan, lalu coba
            lagi.
          </p>
        </Notice>
      )}
      <div className="actions stay">
        <button type="button" className="btn" onClick={onClose}>
          {changes.length > 0 ? 'Batal' : 'Tutup'}
        </button>
        {changes.length > 0 && (
          <button type="button" className="btn main" disabled={chosen.size === 0} onClick={take}>
            Ambil {formatCount(chosen.size)} isian
          </button>
        )}
      </div>
    </Dialog>
  )
}

/** A sheet of something else can have thousands; more than these nobody reads. */
const REFUSED_SHOWN = 100

function titleOf(count: number): string {
  return count === 0 ? 'Tidak ada yang perlu diambil' : `Ambil ${formatCount(count)} isian dari Excel?`
}

function Notes({ proposal: { notes, refused } }: { readonly proposal: Proposal }) {
  return (
    <>
      {notes.length > 0 && (
        <Notice tone="info">
          <ul className="plain">
            {notes.map((note) => (
              <li key={note.kind}>{bookNoteMessage(note)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Fold title="Yang tidak diambil" inside={`${formatCount(refused.length)} sel`} open>
          <ul className="refused">
            {refused.slice(0, REFUSED_SHOWN).map((cell) => (
              <li key={`${cell.why} ${cell.cell}`}>{refusedMessage(cell)}</li>
            ))}
            {refused.length > REFUSED_SHOWN && (
              <li>Dan {formatCount(refused.length - REFUSED_SHOWN)} sel lainnya.</li>
            )}
          </ul>
        </Fold>
      )}
    </>
  )
}

interface ProposedRowProps {
  readonly change: ProposedChange
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}

function ProposedRow({ change, chosen, onChoose }: ProposedRowProps) {
  const { number, name, field, cell, before, after, along, remarks } = change
  return (
    <li className={chosen ? 'on' : undefined}>
      <label className="choice">
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
        <span>
          <b>{FIELD_WORDS[field]}</b>, {number}. {name} <span className="hint">sel {cell}</span>
        </span>
      </label>
      <dl>
        <div>
          <dt>Sekarang</dt>
          <dd>
            {before === null ? (
              <span className="hint">belum diisi</span>
            ) : (
              <Marked value={before} other={after} />
            )}
          </dd>
        </div>
        <div>
          <dt>Dari berkas</dt>
          <dd>
            <Marked value={after} other={before} />
          </dd>
        </div>
        {along?.field === 'value' && (
          <div>
            <dt>Nilainya</dt>
            <dd className="num">{describeValue('value', along.value)}</dd>
          </div>
        )}
      </dl>
      {remarks.map((remark) => (
        <p key={remark} className="tag warn">
          {remarkMessage(remark)}
        </p>
      ))}
    </li>
  )
}

interface MarkedProps {
  readonly value: string | number
  readonly other: string | number | null
}

/** A value; of two texts, with the part in which they differ marked. */
function Marked({ value, other }: MarkedProps) {
  if (typeof value === 'number') return <span className="num">{describeValue('value', value)}</span>
  if (typeof other !== 'string') return <span className="user-text">{value}</span>
  const { before, differing, after } = differingPart(value, other)
  return (
    <span className="user-text">
      {before}
      <mark>{differing}</mark>
      {after}
    </span>
  )
}
