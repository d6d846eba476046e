import type { DossierPlan } from '../../dossier/plan'
import { volumeFileName } from '../../dossier/volume-model'
import type { MadeVolume } from '../../workers/dossier-job'
import { chooseFile, removeEmptyFile, saveInto } from '../handover/save-file'
import { chooseFolder, removeFolder } from '../ministry-folder/folder-places'

/** How it goes out: as one file, or each volume as a file of its own in a folder. */
export type DossierKind = 'file' | 'folder'

/** Where a dossier is to go, and how what was written there is taken back. */
export interface DossierSite {
  /** Empty and our own; null where one file is written. */
  readonly folder: FileSystemDirectoryHandle | null
  /** Writes into the chosen file and gives its name; null where none was chosen, or one for something else. */
  readonly save: (file: Blob, name: string) => Promise<string | null>
  /** Resolves to whether nothing is left. */
  readonly takeBack: () => Promise<boolean>
}

/** Asks where a dossier is to go; null where the person called it off. Throws what the browser throws. */
export function chooseSite(kind: DossierKind, plan: DossierPlan): Promise<DossierSite | null> {
  const [first] = plan.volumes
  const name = first ? bundled(volumeFileName(plan, first), plan.volumes.length) : ''
  return kind === 'folder' ? folderSite(name.replace(/\.\w+$/, '')) : fileSite(name)
}

/** What the one file is called. */
export function nameOfMade(volumes: readonly MadeVolume[]): string {
  return bundled(volumes[0]?.name ?? '', volumes.length)
}

async function fileSite(name: string): Promise<DossierSite | null> {
  const type = name.endsWith('.zip') ? 'application/zip' : 'application/pdf'
  const chosen = await chooseFile(name, 'Berkas asesor', type)
  if (chosen.kind === 'cancelled') return null
  let half = false
  return {
    folder: null,
    async save(file, made) {
      // What joining found may have changed how many volumes there are, and with it what is handed over.
      if (chosen.kind !== 'file' || extensionOf(made) !== extensionOf(name)) {
        await removeEmptyFile(chosen)
        return null
      }
      try {
        await saveInto(chosen.handle, file)
      } catch (cause) {
        // It was closed, and is not as long as it was meant.
        half = cause instanceof RangeError
        throw cause
      }
      return chosen.handle.name
    },
    async takeBack() {
      const removed = await removeEmptyFile(chosen)
      return removed || !half
    },
  }
}

async function folderSite(name: string): Promise<DossierSite | null> {
  const own = await chooseFolder(name, 'berkas-asesor')
  if (!own) return null
  return { folder: own.folder, save: () => Promise.resolve(null), takeBack: () => removeFolder(own) }
}

/** Several volumes go in one ZIP or folder of their common name. */
function bundled(first: string, count: number): string {
  return count > 1 ? first.replace(/\.jilid-\d+\.pdf$/, '.zip') : first
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.'))
}
