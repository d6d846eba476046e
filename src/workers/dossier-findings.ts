import type { Findings } from '../dossier/files/join-volume'
import type { DossierFile, DossierFiles } from '../dossier/options'
import { NOTHING_FOUND } from '../evidence/file-facts'

/** What is known of the files with what joining found out; a file that is not here any more is not listed. */
export function withFindings(files: DossierFiles, findings: Findings): DossierFiles {
  const known = new Map(files)
  for (const [sha256, finding] of findings) {
    const file: DossierFile | undefined = known.get(sha256)
    if (!file) continue
    if ('pages' in finding) {
      known.set(sha256, { ...file, facts: { ...(file.facts ?? NOTHING_FOUND), ...finding } })
    } else if (finding.why === 'not-here') known.delete(sha256)
    else known.set(sha256, { ...file, fault: finding.why })
  }
  return known
}
