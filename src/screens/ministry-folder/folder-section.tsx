import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { FolderChoice } from '../../ministry-folder/plan'
import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Term } from '../guide/term'
import { Tick } from '../parcel/tick'
import { useFilesHere } from '../parcel/use-files-here'
import { useSession, useSessionState } from '../session/session-context'
import { FolderLook } from './folder-look'
import { FolderOutcome } from './folder-outcome'
import { canWriteFolders } from './folder-places'
import { folderPlanOf } from './folder-plan'
import { useFolderWork } from './use-folder-work'
import './ministry-folder.css'

/** What local applications are known to take of one file, in MB. */
const SIZE_LIMITS = [2, 5, 10, 25, 50, 100] as const
const MEGABYTE = 1_000_000
const INITIAL: FolderChoice = { withConfidential: false, sizeLimit: 10 * MEGABYTE, smallerPhotos: false }

/** The ministry folder: the evidence as the ministry's form wants it, looked at before it is made. */
export default function FolderSection() {
  const [choice, setChoice] = useState(INITIAL)
  const work = useFolderWork()
  const plan = usePlan(choice)
  const limit = useId()
  const confidential = useSessionState(
    ({ evidence }) => evidence.documents.filter((document) => document.confidential).length,
  )
  const making = work.state.kind === 'making'
  const blank = !plan || plan.folders.length === 0
  return (
    <section className="ministry-folder">
      <h2>Map kementerian</h2>
      <p className="read-2">
        <Term id="ministry-folder">Map</Term> berisi satu folder tiap indikator: berkas bukti yang sudah
        diberi nama seperti pada fakta, catatan siap tempel, indeks, dan sidik tiap berkas.
      </p>
      {plan && <FolderLook plan={plan} />}
      <fieldset className="parcel-choices">
        <legend className="label">Pilihan</legend>
        <div className="size-limit">
          <label htmlFor={limit}>Peringatkan berkas di atas</label>
          <select
            id={limit}
            value={choice.sizeLimit / MEGABYTE}
            onChange={({ target }) => setChoice({ ...choice, sizeLimit: Number(target.value) * MEGABYTE })}
          >
            {SIZE_LIMITS.map((megabytes) => (
              <option key={megabytes} value={megabytes}>
                {megabytes} MB
              </option>
            ))}
          </select>
        </div>
        <Tick
          label="Foto besar sebagai salinan lebih kecil"
          hint="Foto JPEG di atas 0,5 MB diperkecil; aslinya di sini tidak berubah, dan indeks menyebutkannya."
          checked={choice.smallerPhotos}
          onTick={(smallerPhotos) => setChoice({ ...choice, smallerPhotos })}
        />
        {confidential > 0 && (
          <Tick
            label={`Sertakan dokumen rahasia (${formatCount(confidential)})`}
            hint="Tanpa ini, berkasnya tinggal di sini dan ditunjukkan saat interviu."
            checked={choice.withConfidential}
            onTick={(withConfidential) => setChoice({ ...choice, withConfidential })}
          />
        )}
      </fieldset>
      {plan && blank && (
        <p>Belum ada isi untuk map. Tulis catatan atau rujuk dokumen pada satu indikator dulu.</p>
      )}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main"
          disabled={blank || making}
          onClick={() => work.start('zip', choice)}
        >
          <Icon name="save" />
          Buat map (ZIP)
        </button>
        {canWriteFolders() && (
          <button
            type="button"
            className="btn"
            disabled={blank || making}
            onClick={() => work.start('tree', choice)}
          >
            <Icon name="folder" />
            Tulis sebagai folder
          </button>
        )}
      </div>
      <FolderOutcome work={work} />
    </section>
  )
}

function usePlan(choice: FolderChoice) {
  const session = useSession()
  const present = useDeferredValue(useSessionState((state) => state.present))
  const here = useFilesHere()
  // The session's state holds this present: a newer one plans anew.
  return useMemo(
    () => here && present && folderPlanOf(session, here, choice),
    [session, present, here, choice],
  )
}
