import { CLOSING_LABELS, signerRole } from '../../answers/labels'
import { SIGNERS, type ClosingField, type Signer } from '../../answers/fields'
import { LINE_LIMIT } from '../../answers/text'
import { entryOf } from '../../instrument/catalogue'
import { z } from '../../schema-setup'
import { HistoryFold } from '../fields/history-fold'
import { calendarDate, textUpTo } from '../fields/text-checks'
import { LineField } from '../fields/text-fields'
import { TextForm, type TextPlace } from '../fields/text-form'
import { SavingLine } from '../fill-in/saving-line'
import { useSession } from '../session/session-context'
import '../../ui/fold.css'

const FIELDS = Object.keys(CLOSING_LABELS) as ClosingField[]

const PLACES: Readonly<Record<ClosingField, TextPlace>> = Object.fromEntries(
  FIELDS.map((field) => [field, { target: { kind: 'assessment' }, field, label: CLOSING_LABELS[field] }]),
) as Record<ClosingField, TextPlace>

const SCHEMA = z.object({
  ...Object.fromEntries(FIELDS.map((field) => [field, textUpTo(LINE_LIMIT)])),
  closingDate: calendarDate('assessment', 'closingDate'),
})

const ALL = Object.values(PLACES)

/** Who signs, where, when, and the papers' numbers: asked for once, and saved as it is typed. */
export function ClosingForm() {
  return (
    <TextForm places={PLACES} schema={SCHEMA}>
      <div className="closing-form">
        {SIGNERS.map((signer) => (
          <SignerFields key={signer} signer={signer} />
        ))}
        <fieldset className="field">
          <legend className="label">Tempat, tanggal, dan nomor</legend>
          <div className="pair">
            <LineField name="closingPlace" label="Tempat" light />
            <LineField name="closingDate" label="Tanggal" type="date" light />
            <LineField name="recordNumber" label="Nomor berita acara" light />
            <LineField name="consentNumber" label="Nomor pernyataan" light />
          </div>
        </fieldset>
        <div className="under">
          <SavingLine />
        </div>
      </div>
      <div className="folds">
        <HistoryFold places={ALL} nothing="Belum ada yang diisi di sini." />
      </div>
    </TextForm>
  )
}

function SignerFields({ signer }: { readonly signer: Signer }) {
  const session = useSession()
  const family = entryOf(session.getState().assessment.instrument, session.instrument).family
  return (
    <fieldset className="field">
      <legend className="label">{signerRole(signer, family)}</legend>
      <div className="triple">
        <LineField name={`${signer}Name`} label="Nama" light />
        <LineField name={`${signer}Post`} label="Jabatan" light />
        <LineField name={`${signer}Nip`} label="NIP (boleh kosong)" light />
      </div>
    </fieldset>
  )
}
