import type { Conversion } from '../instrument/schema'
import { convertIndex } from '../scoring/conversion'
import type { ProposedChange, Remark } from './proposal'

/** Remarks that leave a doubt about what was meant. */
const DOUBTS: readonly Remark[] = ['date', 'merged', 'name-differs', 'level-beside-index', 'index-let-go']

/**
 * Index and value of one row as the form joins them: a new index brings its value and outweighs the level beside it,
 * another value lets go of the index kept here. Where the two contradict each other, that is said. `changes` are those of
 * one row, `kept` is the index kept here.
 */
export function joinIndexAndValue(
  changes: readonly ProposedChange[],
  conversion: Conversion | undefined,
  kept: number | null | undefined,
): ProposedChange[] {
  if (!conversion) return [...changes]
  const index = changes.find(({ field }) => field === 'sourceIndex')
  const value = changes.find(({ field }) => field === 'value')
  if (index) {
    const computed = convertIndex(conversion, Number(index.after))
    const along = { field: 'value', value: computed } as const
    const contradicts = value !== undefined && value.after !== computed
    return changes.flatMap((change) => {
      if (change === value) return []
      if (change !== index) return [change]
      return [remarked({ ...change, along }, contradicts ? ['level-beside-index'] : [])]
    })
  }
  if (!value || typeof kept !== 'number' || convertIndex(conversion, kept) === value.after)
    return [...changes]
  const along = { field: 'sourceIndex', value: null } as const
  return changes.map((change) =>
    change === value ? remarked({ ...change, along }, ['index-let-go']) : change,
  )
}

function remarked(change: ProposedChange, more: readonly Remark[]): ProposedChange {
  const remarks = [...change.remarks, ...more]
  return { ...change, remarks, doubtful: isDoubtful(remarks) }
}

/** Whether a remark needs a person's eye, so that the change is not chosen beforehand. */
export function isDoubtful(remarks: readonly Remark[]): boolean {
  return remarks.some((remark) => DOUBTS.includes(remark))
}
