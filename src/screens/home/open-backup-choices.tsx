import { useState } from 'react'
import type { AssessmentFacts } from '../../answers/fields'
import type { Backup } from '../../handover/backup'
import { formatCount } from '../../report/format'
import type { Instrument } from '../../instrument/schema'
import { Notice } from '../../ui/notice'
import { dayAndTime } from '../app/clock'
import type { ToKeep } from './carried-instrument'
import type { Summary } from './summaries'
import '../../ui/key-values.css'

export type OpeningChoice =
  | { readonly kind: 'open' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'merge'; readonly assessment: string }

interface OpenBackupChoicesProps {
  readonly backup: Backup
  /** How many files come with it. */
  readonly files: number
  readonly instrument: Instrument
  /** The instrument that comes with it and is not here yet. */
  readonly keep: ToKeep | null
  readonly facts: AssessmentFacts
  readonly candidates: readonly Summary[]
  readonly onChoose: (choice: OpeningChoice) => void
}

/** What is in a backup, and what can be done with it. Merging into another assessment asks for a look at both names. */
export function OpenBackupChoices(props: OpenBackupChoicesProps) {
  const { backup, files, instrument, keep, facts, candidates, onChoose } = props
  const same = candidates.find(({ stored }) => stored.assessment.id === backup.assessment.id)
  const others = candidates.filter((candidate) => candidate !== same)
  const [choice, setChoice] = useState<OpeningChoice>(
    same ? { kind: 'merge', assessment: same.stored.assessment.id } : { kind: 'open' },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(choice)
      }}
    >
      <dl className="kv">
        <dt>Penilaian</dt>
        <dd>{nameOf(facts)}</dd>
        <dt>Instrumen</dt>
        <dd>
          {instrument.shortTitle}, versi {instrument.version}
          {keep && <span className="hint">Belum ada di komputer ini; ikut disimpan dari paket.</span>}
        </dd>
        <dt>Disimpan</dt>
        <dd>
          {dayAndTime(backup.savedAt)}
          {[backup.person, backup.unit].some(Boolean) &&
            `, ${[backup.person, backup.unit].filter(Boolean).join(', ')}`}
        </dd>
        <dt>Isi</dt>
        <dd>
          {formatCount(backup.changes.length)} perubahan{files > 0 && `, ${formatCount(files)} berkas bukti`}
        </dd>
      </dl>
      {keep?.besideOther && (
        <Notice tone="warn">
          <p>
            <b>
              Instrumen “{keep.ref.id}” versi {keep.ref.version} sudah ada di sini dengan isi lain.
            </b>{' '}
            Keduanya disimpan: penilaian ini tetap dengan instrumennya sendiri, dan tidak dapat digabungkan
            dengan penilaian yang memakai isi lain itu. Tanyakan pengirim instrumen mana yang benar.
          </p>
        </Notice>
      )}
      <fieldset className="field gap-top">
        <legend className="label">Apa yang harus dilakukan?</legend>
        {same ? (
          <Choice
            checked={choice.kind === 'merge' && choice.assessment === same.stored.assessment.id}
            onPick={() => setChoice({ kind: 'merge', assessment: same.stored.assessment.id })}
            title="Gabungkan ke penilaian yang sama di komputer ini"
            hint="Yang baru ditambahkan, yang berbeda disimpan dua-duanya. Tidak ada yang ditimpa."
          />
        ) : (
          <Choice
            checked={choice.kind === 'open'}
            onPick={() => setChoice({ kind: 'open' })}
            title="Buka di komputer ini"
            hint="Penilaian ini belum ada di sini."
          />
        )}
        {others.map(({ stored, facts: here }) => (
          <Choice
            key={stored.assessment.id}
            checked={choice.kind === 'merge' && choice.assessment === stored.assessment.id}
            onPick={() => setChoice({ kind: 'merge', assessment: stored.assessment.id })}
            title={`Gabungkan ke ${nameOf(here)}`}
            hint={`Periksa dulu: isi berkas ini untuk ${nameOf(facts)}. Pastikan instansi dan tahunnya memang sama.`}
          />
        ))}
        <Choice
          checked={choice.kind === 'copy'}
          onPick={() => setChoice({ kind: 'copy' })}
          title="Buka sebagai salinan"
          hint="Menjadi penilaian tersendiri; yang sudah ada tidak tersentuh."
        />
      </fieldset>
      <button type="submit" className="btn main">
        {choice.kind === 'merge' ? 'Gabungkan' : 'Buka'}
      </button>
    </form>
  )
}

interface ChoiceProps {
  readonly checked: boolean
  readonly onPick: () => void
  readonly title: string
  readonly hint: string
}

function Choice({ checked, onPick, title, hint }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name="opening" checked={checked} onChange={onPick} />
      <span>
        <b>{title}</b>
        <span className="hint">{hint}</span>
      </span>
    </label>
  )
}

function nameOf(facts: AssessmentFacts): string {
  return `${facts.institutionName ?? 'Tanpa nama'}, ${facts.year ?? 'tanpa tahun'}`
}
