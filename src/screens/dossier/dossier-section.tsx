import { useState } from 'react'
import { USUAL_OPTIONS } from '../../dossier/options'
import { PARCEL_LIMIT } from '../../handover/parcel-limits'
import { fitsZip } from '../../handover/parcel-plan'
import { formatBytes } from '../../report/format'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
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
  const volumes = look?.plan.volumes ?? []
  const count = volumes.length
  const bytes = volumes.reduce((sum, volume) => sum + volume.bytes, 0)
  // Several volumes leave as one ZIP, unless they go into a folder.
  const isTooLarge = count > 1 && !fitsZip(bytes, count + 1)
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
      {isTooLarge && (
        <Notice tone="warn" live>
          <p>
            <b>Jilidnya bersama sekitar {formatBytes(bytes)}, lebih dari yang dapat dimuat satu ZIP</b> (
            {formatBytes(PARCEL_LIMIT)}). {canWriteFolders() ? 'Tulis jilidnya ke folder, pilih' : 'Pilih'}{' '}
            domain satu per satu, atau jangan sertakan berkas asli.
          </p>
        </Notice>
      )}
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={disabled || isTooLarge}
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
