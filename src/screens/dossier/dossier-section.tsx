import { useState } from 'react'
import { USUAL_OPTIONS } from '../../dossier/options'
import { Icon } from '../../ui/icon'
import { GuideLink } from '../guide/guide-link'
import { Term } from '../guide/term'
import { canWriteFolders } from '../ministry-folder/folder-places'
import { DossierChoices } from './dossier-choices'
import { DossierLook } from './dossier-look'
import { DossierOutcome } from './dossier-outcome'
import { useDossierPlan } from './use-dossier-plan'
import { useDossierWork } from './use-dossier-work'
import './dossier.css'

/** The dossier for the assessor, below its heading: what will be in it, what is chosen, and making it. */
export default function DossierSection() {
  const [options, setOptions] = useState(USUAL_OPTIONS)
  const look = useDossierPlan(options)
  const work = useDossierWork()
  const count = look?.plan.volumes.length ?? 0
  const disabled = count === 0 || work.state.kind === 'making'
  return (
    <>
      <p className="read-2">
        Laporan lengkap beserta buktinya dalam satu PDF, dalam urutan yang dibaca{' '}
        <Term id="assessor">asesor</Term>. Setiap <Term id="citation">rujukan</Term> dapat diklik menuju
        halamannya, dan setiap lampiran kembali ke indikatornya. <GuideLink section="berkas-asesor" />
      </p>
      {look && <DossierLook look={look} options={options} />}
      <DossierChoices options={options} look={look} onChange={setOptions} />
      {look && count === 0 && <p>Tidak ada indikator yang cocok. Longgarkan pilihan di atas.</p>}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={disabled}
          onClick={() => look && work.start('file', look.plan, options)}
        >
          Buat berkas asesor
        </button>
        {count > 1 && canWriteFolders() && (
          <button
            type="button"
            className="btn"
            disabled={disabled}
            onClick={() => look && work.start('folder', look.plan, options)}
          >
            <Icon name="folder" />
            Tulis jilid ke folder
          </button>
        )}
        <span className="hint">dapat dibatalkan kapan saja</span>
      </div>
      <DossierOutcome work={work} />
    </>
  )
}
