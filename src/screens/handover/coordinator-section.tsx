import { formatCount } from '../../report/format'
import { Icon } from '../../ui/icon'
import type { Job } from '../../workers/job'
import { countChanges, type Session } from '../session/session'
import { useSession, useSessionState } from '../session/session-context'
import { ChangesSize } from './changes-size'
import { changesFile } from './changes-file'
import { FileOutcome, useFileWork, type CheckedFile } from './file-work'
import { GoesOut } from './goes-out'

/** What a unit hands to the institution's coordinator: all its changes, to be merged there. */
export function CoordinatorSection() {
  const session = useSession()
  const changes = useSessionState((state) => countChanges(state.present))
  const confidential = useSessionState(
    (state) => state.evidence.documents.filter((document) => document.confidential).length,
  )
  const work = useFileWork(() => Promise.resolve(writeChanges(session)))
  return (
    <>
      <h1>Isian untuk Kominfo</h1>
      <p className="read-2">
        Satu berkas berisi seluruh isian Anda beserta riwayatnya. Koordinator membukanya dari Beranda dan
        menggabungkannya; isian yang berbeda tidak saling menimpa.
      </p>
      <GoesOut
        rows={[
          {
            what: 'Isian, bukti yang dirujuk, dan riwayat',
            count: `${formatCount(changes)} perubahan`,
            size: <ChangesSize />,
          },
        ]}
      />
      <h2 className="gap-top">Perlu diketahui</h2>
      <ul className="out">
        {confidential > 0 && (
          <li>
            <Icon name="lock" />
            <span>
              <b>{formatCount(confidential)} dokumen rahasia ikut</b> dengan judul dan halamannya. Kirim lewat
              jalan yang Anda percayai.
            </span>
          </li>
        )}
        <li>
          <Icon name="info" />
          <span>Berkas dokumennya sendiri tidak ikut: yang dicatat adalah judul dan halamannya.</span>
        </li>
      </ul>
      <div className="actions gap-top">
        <button
          type="button"
          className="btn main big"
          disabled={work.state.kind === 'making'}
          onClick={work.start}
        >
          <Icon name="save" />
          Simpan isian untuk digabung
        </button>
      </div>
      <FileOutcome work={work} name="Isian" step="Bagian" />
    </>
  )
}

function writeChanges(session: Session): Job<CheckedFile> {
  const result = changesFile(session, 'Isian').then(({ file, changes }) => ({
    ...file,
    counted: [`${formatCount(changes.length)} perubahan`],
    warning: '',
  }))
  return { result, cancel: () => undefined }
}
