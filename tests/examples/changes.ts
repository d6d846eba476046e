import type { Change, ChangeValue, Target } from '../../src/answers/change'

export const ASSESSMENT: Target = { kind: 'assessment' }

export function indicatorTarget(id: string) {
  return { kind: 'indicator', id } as const
}

export function documentTarget(id: string) {
  return { kind: 'document', id } as const
}

export function citationTarget(id: string) {
  return { kind: 'citation', id } as const
}

export function questionTarget(id: string) {
  return { kind: 'question', id } as const
}

/** One change by the example's author, at a fixed time: `at` never decides anything. */
export function changeOf(
  id: string,
  target: Target,
  field: string,
  value: ChangeValue,
  replaces: readonly string[] = [],
): Change {
  return {
    id,
    target,
    field,
    value,
    replaces: [...replaces],
    unit: 'Dinas Contoh',
    person: 'Nama Contoh',
    at: '2025-06-02T01:00:00Z',
  }
}

/** Sets several fields of one target; the changes are named `target-field`. */
export function changesOf(target: Target, fields: Readonly<Record<string, ChangeValue>>): Change[] {
  const name = target.kind === 'assessment' ? target.kind : target.id
  return Object.entries(fields).map(([field, value]) => changeOf(`${name}-${field}`, target, field, value))
}
