import { memo } from 'react'
import type { Annex } from '../../dossier/annex'
import { bytesOfOriginals } from '../../dossier/originals'
import type { DossierOptions, Why } from '../../dossier/options'
import { pagesText } from '../../dossier/cited-pages'
import { WHY_WORDS } from '../../dossier/why-words'
import { needsPageCheck } from '../../evidence/evidence'
import { documentName } from '../../evidence/reference'
import { formatBytes, formatCount } from '../../report/format'
import { Fold } from '../../ui/fold'
import { Icon } from '../../ui/icon'
import { GoesOut } from '../handover/goes-out'
import type { DossierLookData } from './use-dossier-plan'

interface DossierLookProps {
  readonly look: DossierLookData
  readonly options: DossierOptions
}

/** What will be in the dossier, and what stays out and why. Not drawn anew as making it goes on. */
export const DossierLook = memo(function DossierLook({ look: { plan }, options }: DossierLookProps) {
  const { volumes } = plan
  const annexes = volumes.flatMap((volume) => volume.annexes)
  const shown = annexes.filter(({ content }) => content.kind !== 'sheet')
  const indicators = volumes.reduce((sum, volume) => sum + volume.indicators.length, 0)
  const total = volumes.reduce((sum, { bytes }) => sum + bytes, 0)
  const originals = volumes.flatMap((volume) => volume.originals)
  const inside = bytesOfOriginals(originals)
  const annexed = sumOf(annexes, ({ bytes }) => bytes)
  const pages = volumes.reduce((sum, volume) => sum + volume.pages, 0)
  const annexPages = sumOf(annexes, (annex) => annex.pages)
  const about = (bytes: number) => `sekitar ${formatBytes(bytes)}`
  return (
    <>
      <GoesOut
        rows={[
          {
            what: `Laporan: ${formatCount(indicators)} indikator`,
            count: `sekitar ${formatCount(pages - annexPages)} halaman`,
            size: about(total - annexed - inside),
          },
          {
            what: `Lampiran: ${formatCount(shown.length)} dokumen dengan halamannya`,
            count: `sekitar ${formatCount(annexPages)} halaman`,
            size: about(annexed),
          },
          ...(originals.length > 0
            ? [
                {
                  what: 'Berkas asli di dalam PDF, tidak diubah',
                  count: `${formatCount(originals.length)} berkas`,
                  size: about(inside),
                },
              ]
            : []),
          {
            what: volumes.length > 1 ? 'Jilid PDF beserta SHA256SUMS.txt' : 'Jilid PDF',
            count: `${formatCount(volumes.length)} jilid`,
            size: about(total),
          },
        ]}
      />
      {volumes.length > 1 && (
        <Fold title="Isi tiap jilid" inside={`${formatCount(volumes.length)} jilid`}>
          <ul className="volumes">
            {volumes.map(({ number, indicators: own, annexes: mine, bytes, oversized }) => (
              <li key={number}>
                Jilid {number}: indikator {pagesText(own.map((one) => one.number))},{' '}
                {formatCount(mine.length)} dokumen, {about(bytes)}
                {oversized && <> (satu indikator ini sendiri melebihi {formatBytes(options.volumeSize)})</>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <LeftOut look={plan} annexes={annexes} />
    </>
  )
})

function sumOf(annexes: readonly Annex[], of: (annex: Annex) => number): number {
  return annexes.reduce((sum, annex) => sum + of(annex), 0)
}

interface LeftOutProps {
  readonly look: DossierLookData['plan']
  readonly annexes: readonly Annex[]
}

function LeftOut({ look: { leftOut, volumes }, annexes }: LeftOutProps) {
  const inside = volumes.some(({ originals }) => originals.length > 0)
  const sheets = sheetsByReason(annexes)
  const beyond = annexes.flatMap(({ claims }) => claims.filter((claim) => claim.beyond))
  const older = annexes.flatMap(({ claims }) => claims.filter(({ citation }) => needsPageCheck(citation)))
  const signed = annexes.filter((annex) => annex.signed && annex.content.kind !== 'sheet').length
  if (
    leftOut.confidential.length +
      leftOut.incomplete.length +
      sheets.size +
      beyond.length +
      older.length +
      signed ===
    0
  ) {
    return null
  }
  return (
    <>
      <h2 className="gap-top">Yang tidak ikut</h2>
      <ul className="out">
        {leftOut.confidential.length > 0 && (
          <li>
            <Icon name="lock" />
            <span>
              <b>{formatCount(leftOut.confidential.length)} dokumen rahasia.</b> Pada rujukannya tertulis
              “ditunjukkan saat interviu”.
            </span>
          </li>
        )}
        {leftOut.incomplete.length > 0 && (
          <li>
            <Icon name="info" />
            <span>
              <b>{formatCount(leftOut.incomplete.length)} indikator belum lengkap</b>:{' '}
              {pagesText(leftOut.incomplete.map(({ number }) => number))}.
            </span>
          </li>
        )}
        {[...sheets].map(([why, own]) => (
          <li key={why}>
            <Icon name="file" />
            <span>
              <b>
                {formatCount(own.length)} dokumen tanpa halaman, {WHY_WORDS[why]}.
              </b>{' '}
              Diwakili satu lembar berisi sidik dan tempat aslinya: {namesOf(own)}.
            </span>
          </li>
        ))}
        {older.length > 0 && (
          <li>
            <Icon name="warning" />
            <span>
              <b>{formatCount(older.length)} rujukan dibuat pada berkas versi sebelumnya</b>:{' '}
              {older.map(({ mark }) => mark).join(', ')}. Periksa apakah halamannya masih sama pada berkas
              terbaru.
            </span>
          </li>
        )}
        {beyond.length > 0 && (
          <li>
            <Icon name="warning" />
            <span>
              <b>{formatCount(beyond.length)} rujukan menyebut halaman yang tidak ada</b> pada berkasnya:{' '}
              {beyond.map(({ mark }) => mark).join(', ')}. Tautannya menuju lembar lampiran.
            </span>
          </li>
        )}
        {signed > 0 && (
          <li>
            <Icon name="info" />
            <span>
              {formatCount(signed)} dokumen bertanda tangan elektronik disalin halamannya dan disebut salinan;
              aslinya {inside ? 'terlampir di dalam PDF' : 'ada di map kementerian'}.
            </span>
          </li>
        )}
      </ul>
    </>
  )
}

function sheetsByReason(annexes: readonly Annex[]): Map<Why, Annex[]> {
  const sheets = new Map<Why, Annex[]>()
  for (const annex of annexes) {
    if (annex.content.kind !== 'sheet') continue
    sheets.set(annex.content.why, [...(sheets.get(annex.content.why) ?? []), annex])
  }
  return sheets
}

/** So many are named; of more, how many. */
const NAMED = 3

function namesOf(annexes: readonly Annex[]): string {
  const names = annexes.slice(0, NAMED).map(({ document }) => documentName(document))
  const rest = annexes.length - names.length
  return names.join('; ') + (rest > 0 ? `; dan ${formatCount(rest)} lainnya` : '')
}
