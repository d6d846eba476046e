import { fieldKey, type Change } from '../answers/change'

/** Why a set of changes cannot be taken in. */
export type MergeFault =
  /** The same change id stands for two different contents. */
  | { readonly kind: 'two-contents'; readonly changeId: string }
  /** Changes replace each other in a ring, so that none would be the present one. */
  | { readonly kind: 'ring'; readonly changeId: string }

export type Union =
  | { readonly status: 'united'; readonly added: readonly Change[] }
  | { readonly status: 'refused'; readonly fault: MergeFault }

/**
 * Unites two sets of changes by id. Nothing is ever taken away: what differs becomes a difference that a person
 * decides. Refuses a set in which one id has two contents, or in which changes replace each other in a ring.
 */
export function unite(known: readonly Change[], incoming: readonly Change[]): Union {
  const byId = new Map(known.map((change) => [change.id, change]))
  const added: Change[] = []
  for (const change of incoming) {
    const twin = byId.get(change.id)
    if (!twin) {
      byId.set(change.id, change)
      added.push(change)
    } else if (!sameContent(twin, change)) {
      return { status: 'refused', fault: { kind: 'two-contents', changeId: change.id } }
    }
  }
  const ring = findRing([...known, ...added])
  return ring === null
    ? { status: 'united', added }
    : { status: 'refused', fault: { kind: 'ring', changeId: ring } }
}

/** Whether two changes of one id say the same. */
export function sameContent(one: Change, other: Change): boolean {
  return contentOf(one) === contentOf(other)
}

/** A change as one string, the same whatever the order of its keys was. */
function contentOf(change: Change): string {
  const { target, field, value, replaces, unit, person, at } = change
  return JSON.stringify([fieldKey(target, field), value, [...replaces].sort(), unit, person, at])
}

/** Id of a change that replaces itself by way of others, or null. Iterative: a file may hold a long chain. */
function findRing(changes: readonly Change[]): string | null {
  const replaces = new Map(changes.map((change) => [change.id, change.replaces]))
  const done = new Set<string>()
  for (const start of replaces.keys()) {
    const onPath = new Set<string>()
    const stack = [{ id: start, next: 0 }]
    onPath.add(start)
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      if (!top) break
      const child = replaces.get(top.id)?.[top.next]
      top.next += 1
      if (child === undefined) {
        stack.pop()
        onPath.delete(top.id)
        done.add(top.id)
      } else if (onPath.has(child)) {
        return child
      } else if (replaces.has(child) && !done.has(child)) {
        stack.push({ id: child, next: 0 })
        onPath.add(child)
      }
    }
  }
  return null
}
