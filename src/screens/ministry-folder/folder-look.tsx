import { memo } from 'react'
import { formatBytes, formatCount } from '../../report/format'
import type { FolderPlan } from '../../ministry-folder/plan'
import { WARNING_TEXTS, type FileWarning } from '../../ministry-folder/warnings'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { GoesOut } from '../handover/goes-out'
import { countsOf } from './folder-source'

/** What to do about each warning. */
const ADVICE: Readonly<Record<FileWarning, string>> = {
  type: 'Aplikasi kementerian hanya menerima pdf, zip, dan rar: jadikan PDF dulu.',
  size: 'Perkecil dulu, atau pastikan batas di aplikasi kementerian.',
  'no-text': 'Asesor tidak dapat mencari kata di dalamnya: pindai ulang dengan pengenalan teks (OCR).',
  'part-text': 'Asesor tidak dapat mencari kata pada halaman itu.',
  locked: 'Asesor tidak dapat membukanya: simpan ulang tanpa kata sandi.',
  broken: 'Buka dan simpan ulang aslinya, lalu ganti berkasnya pada Bukti.',
}

/** The folder before it is made: what is in it, what to mind, what stays. */
export const FolderLook = memo(function FolderLook({ plan }: { readonly plan: FolderPlan }) {
  const { files, notes } = countsOf(plan)
  return (
    <>
      <GoesOut
        rows={[
          { what: 'Map, satu tiap indikator', count: formatCount(plan.folders.length) },
          { what: 'Berkas bukti', count: formatCount(files), size: formatBytes(plan.bytes) },
          { what: 'Catatan siap tempel', count: formatCount(notes) },
          { what: 'Indeks (Excel) dan sidik berkas', count: '2' },
        ]}
      />
      <Warnings plan={plan} />
      <Stays plan={plan} />
    </>
  )
})

function Warnings({ plan }: { readonly plan: FolderPlan }) {
  const files = plan.folders.flatMap((folder) => folder.files)
  const kinds = (Object.keys(WARNING_TEXTS) as FileWarning[]).flatMap((warning) => {
    const warned = files.filter(({ warnings }) => warnings.includes(warning))
    return warned.length > 0 ? [{ warning, warned }] : []
  })
  if (kinds.length === 0) return null
  return (
    <>
      <h3 className="gap-top">Perlu diperhatikan</h3>
      <div className="folder-warnings">
        {kinds.map(({ warning, warned }) => (
          <Fold key={warning} title={`${formatCount(warned.length)} berkas ${WARNING_TEXTS[warning]}`}>
            <p>{ADVICE[warning]}</p>
            <ul>
              {warned.map(({ name, size }) => (
                <li key={name}>
                  {name} <span className="hint">{formatBytes(size)}</span>
                </li>
              ))}
            </ul>
          </Fold>
        ))}
      </div>
    </>
  )
}

function Stays({ plan }: { readonly plan: FolderPlan }) {
  const { confidential, notHere, withoutFile, blank } = plan.leftOut
  if (confidential + notHere.length + withoutFile + blank === 0) return null
  return (
    <>
      <h3 className="gap-top">Yang tidak ada dalam map</h3>
      <ul className="out">
        {confidential > 0 && (
          <li>
            <Icon name="lock" />
            <span>
              {formatCount(confidential)} dokumen rahasia. Pada catatan dan indeks tertulis “ditunjukkan saat
              interviu”.
            </span>
          </li>
        )}
        {notHere.length > 0 && (
          <li>
            <Icon name="warning" />
            <span>
              {formatCount(notHere.length)} berkas yang tidak ada di komputer ini: {notHere.join(', ')}. Buka
              paket yang memuatnya, atau tambahkan pada Bukti.
            </span>
          </li>
        )}
        {withoutFile > 0 && (
          <li>
            <Icon name="info" />
            <span>
              {formatCount(withoutFile)} dokumen yang hanya berupa tautan, peragaan, atau tanpa berkas.
            </span>
          </li>
        )}
        {blank > 0 && (
          <li>
            <Icon name="info" />
            <span>{formatCount(blank)} indikator tanpa catatan dan rujukan.</span>
          </li>
        )}
      </ul>
    </>
  )
}
