import { fieldKey, sameValue, targetKey, type Change, type Target, type TargetOf } from './change'
import type { TargetKind, Values } from './fields'

/** What is known of one field. */
export interface FieldState {
  /** All changes of the field, in the order they were learnt. */
  readonly changes: readonly Change[]
  /** Those that no known change replaces. */
  readonly heads: readonly Change[]
}

/**
 * The present of an assessment, computed from its changes: for each field the value of its heads if they agree.
 * Several different heads are a difference: both are kept, and the field has no value until a person decides.
 * Targets that did not change keep their identity from one present to the next, so that views compare by reference.
 */
export interface Present {
  /** By target key, then by the field's name: one change copies a target's fields, not those of all. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldState>>
  /** Present values by target key. */
  readonly targets: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Keys of the fields with several different values. */
  readonly differences: ReadonlySet<string>
}

export const emptyPresent: Present = { fields: new Map(), targets: new Map(), differences: new Set() }

/** Takes changes in (new ones, or a change being typed, known by its id, with its newer value). */
export function withChanges(present: Present, incoming: readonly Change[]): Present {
  if (incoming.length === 0) return present
  const fields = new Map(present.fields)
  const targets = new Map(present.targets)
  const differences = new Set(present.differences)
  for (const [target, ofTarget] of grouped(incoming, (change) => targetKey(change.target))) {
    const states = new Map(fields.get(target))
    const values = { ...targets.get(target) }
    for (const [field, ofField] of grouped(ofTarget, (change) => change.field)) {
      const byId = new Map((states.get(field)?.changes ?? []).map((change) => [change.id, change]))
      for (const change of ofField) byId.set(change.id, change)
      const changes = [...byId.values()]
      const heads = headsOf(changes)
      states.set(field, { changes, heads })
      const agree = agreed(heads)
      const key = fieldKey(ofField[0].target, field)
      if (agree) differences.delete(key)
      else differences.add(key)
      values[field] = agree ? heads[0]?.value : undefined
    }
    fields.set(target, states)
    targets.set(target, values)
  }
  return { fields, targets, differences }
}

function grouped(
  changes: readonly Change[],
  keyOf: (change: Change) => string,
): Map<string, [Change, ...Change[]]> {
  const groups = new Map<string, [Change, ...Change[]]>()
  for (const change of changes) {
    const key = keyOf(change)
    const known = groups.get(key)
    if (known) known.push(change)
    else groups.set(key, [change])
  }
  return groups
}

/** The present of a set of changes. */
export function presentOf(changes: readonly Change[]): Present {
  return withChanges(emptyPresent, changes)
}

/** The present values of one target; the same object as long as nothing of it changed. */
export function valuesOf<K extends TargetKind>(present: Present, target: TargetOf<K>): Values<K> {
  return present.targets.get(targetKey(target)) ?? NOTHING
}

/** One object for all, so that a blank target keeps its identity too. */
const NOTHING = {}

/** The state of one field; undefined before its first change. */
export function fieldState(present: Present, target: Target, field: string): FieldState | undefined {
  return present.fields.get(targetKey(target))?.get(field)
}

/** The states of all fields that have changes. */
export function fieldStates(present: Present): FieldState[] {
  return [...present.fields.values()].flatMap((states) => [...states.values()])
}

/** All changes a present was computed from. */
export function allChanges(present: Present): Change[] {
  return fieldStates(present).flatMap(({ changes }) => changes)
}

/** Ids of the changes that a new change of the field overwrites: all its heads. */
export function headIds(present: Present, target: Target, field: string): string[] {
  return fieldState(present, target, field)?.heads.map((head) => head.id) ?? []
}

/** Ids of all targets of a kind that have changes, in the order they appeared. */
export function idsOf(present: Present, kind: Exclude<TargetKind, 'assessment'>): string[] {
  const prefix = `${kind}:`
  return [...present.targets.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

/** Ids and present values of all targets of a kind that have changes, in the order they appeared. */
export function* valuesOfKind<K extends Exclude<TargetKind, 'assessment'>>(
  present: Present,
  kind: K,
): Generator<[id: string, values: Values<K>]> {
  const prefix = `${kind}:`
  for (const [key, values] of present.targets) {
    if (key.startsWith(prefix)) yield [key.slice(prefix.length), values as Values<K>]
  }
}

function headsOf(changes: readonly Change[]): Change[] {
  const replaced = new Set(changes.flatMap((change) => change.replaces))
  return changes.filter((change) => !replaced.has(change.id))
}

function agreed(heads: readonly Change[]): boolean {
  const [first, ...others] = heads
  return first === undefined || others.every((other) => sameValue(first.value, other.value))
}
