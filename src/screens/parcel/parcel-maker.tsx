import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { allChanges } from '../../answers/present'
import { cleanPassword, isLongEnough } from '../../handover/password'
import { PARCEL_LIMIT } from '../../handover/parcel-limits'
import { fitsZip, planParcel, type ParcelChoice } from '../../handover/parcel-plan'
import { formatBytes, formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import { ChangesSize } from '../handover/changes-size'
import { GoesOut } from '../handover/goes-out'
import { useSessionState } from '../session/session-context'
import { ParcelOutcome } from './parcel-outcome'
import type { ParcelKind } from './parcel-source'
import { isBeingDrawn, PasswordChoice, type Password } from './password-choice'
import { Tick } from './tick'
import { useFilesHere } from './use-files-here'
import { useParcelWork } from './use-parcel-work'
import './parcel.css'

interface ParcelMakerProps {
  readonly kind: ParcelKind
  /** On the button: "Simpan cadangan". */
  readonly label: string
  /** What is ticked at first. */
  readonly initial: ParcelChoice
  /** What else is to be known before it goes out. */
  readonly children?: ReactNode
}

/** Chooses what goes into a parcel, says how large it is and what stays, and makes it. */
export function ParcelMaker({ kind, label, initial, children }: ParcelMakerProps) {
  const [choice, setChoice] = useState(initial)
  const [password, setPassword] = useState<Password>({ kind: 'none' })
  const [tooShort, setTooShort] = useState(false)
  const work = useParcelWork(kind)
  const confidential = useSessionState(
    ({ evidence }) => evidence.documents.filter((document) => document.confidential).length,
  )
  const plan = usePlan(choice)
  const bytes = plan?.files.reduce((sum, { size }) => sum + size, 0) ?? 0
  const isTooLarge = plan !== null && !fitsZip(bytes, plan.files.length)
  const filesHere = plan ? plan.files.length + plan.leftOut.files : 0

  function start(): void {
    const wrong = password.kind !== 'none' && !isLongEnough(password.text)
    setTooShort(wrong)
    if (!wrong) work.start(choice, password.kind === 'none' ? null : cleanPassword(password.text))
  }

  return (
    <>
      {plan && (
        <GoesOut
          rows={[
            {
              what: 'Isian, rujukan bukti, dan riwayat',
              count: `${formatCount(plan.changes.length)} perubahan`,
              size: <ChangesSize />,
            },
            {
              what: 'Berkas bukti',
              count: `${formatCount(plan.files.length)} berkas`,
              size: formatBytes(bytes),
            },
          ]}
        />
      )}
      <fieldset className="parcel-choices">
        <legend className="label">Yang disertakan</legend>
        <Tick
          label="Berkas bukti"
          hint={
            filesHere > 0
              ? 'Tanpa berkas, hanya judul dan halamannya yang ikut.'
              : 'Belum ada berkas di komputer ini.'
          }
          checked={choice.withFiles}
          onTick={(withFiles) => setChoice({ ...choice, withFiles })}
        />
        {confidential > 0 && (
          <Tick
            label={`Dokumen rahasia (${formatCount(confidential)})`}
            hint="Tanpa ini, judul, rujukan, dan berkasnya tinggal di sini."
            checked={choice.withConfidential}
            onTick={(withConfidential) => setChoice({ ...choice, withConfidential })}
          />
        )}
        <PasswordChoice password={password} tooShort={tooShort} onChange={setPassword} />
      </fieldset>
      {plan && <Stays plan={plan} />}
      {children}
      {isTooLarge && (
        <Notice tone="warn" live>
          <p>
            <b>Berkas buktinya {formatBytes(bytes)}, lebih dari yang dapat dimuat satu paket</b> (
            {formatBytes(PARCEL_LIMIT)}). Simpan tanpa berkas bukti dan salin berkas aslinya sendiri, atau
            hapus dokumen yang tidak dirujuk di Bukti.
          </p>
        </Notice>
      )}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={work.state.kind === 'making' || isTooLarge || isBeingDrawn(password)}
          onClick={start}
        >
          <Icon name="save" />
          {label}
        </button>
      </div>
      <ParcelOutcome work={work} kind={kind} password={password} />
    </>
  )
}

function usePlan(choice: ParcelChoice) {
  const present = useDeferredValue(useSessionState((state) => state.present))
  const here = useFilesHere()
  return useMemo(() => here && planParcel(allChanges(present), here, choice), [present, here, choice])
}

function Stays({ plan }: { readonly plan: ReturnType<typeof planParcel> }) {
  const { documents, files, notHere } = plan.leftOut
  if (documents + files + notHere === 0) return null
  return (
    <>
      <h2 className="gap-top">Yang tinggal di sini</h2>
      <ul className="out">
        {documents > 0 && (
          <li>
            <Icon name="lock" />
            <span>{formatCount(documents)} dokumen rahasia dengan rujukannya</span>
          </li>
        )}
        {files > 0 && (
          <li>
            <Icon name="file" />
            <span>{formatCount(files)} berkas bukti</span>
          </li>
        )}
        {notHere > 0 && (
          <li>
            <Icon name="warning" />
            <span>{formatCount(notHere)} berkas yang dirujuk tidak ada di komputer ini, jadi tidak ikut</span>
          </li>
        )}
      </ul>
    </>
  )
}
