import { useMemo } from 'react'
import { workItemOf, type WorkItem } from '../../comparison/work-list'
import type { Indicator } from '../../instrument/schema'
import { useDrawnState } from '../session/session-context'
import type { StoredSource } from '../successor/read-source'
import { useSource } from './use-source'

export interface Proposals {
  readonly source: StoredSource
  readonly item: WorkItem
}

/** What the old assessment holds for an indicator as the new one is now; null where there is no old one here. */
export function useProposals(indicator: Indicator): Proposals | null {
  const here = useSource()
  const present = useDrawnState((state) => state.present)
  const evidence = useDrawnState((state) => state.evidence)
  return useMemo(() => {
    const material = here?.items.find((item) => item.indicator === indicator.id)
    return here && material
      ? { source: here.source, item: workItemOf(material, { present, evidence }) }
      : null
  }, [here, indicator.id, present, evidence])
}
