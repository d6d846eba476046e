import { pathOf } from './fault'

/**
 * Paths of the fields that stand in `json` and not in what was `read` of it by the schema: the app knows nothing of them
 * and leaves them out. In the order of the file; a field within an unknown field is not named again.
 */
export function unknownFields(json: unknown, read: unknown, steps: readonly PropertyKey[] = []): string[] {
  if (!isObject(json) || !isObject(read)) return []
  return Object.keys(json).flatMap((key) => {
    const at = [...steps, Array.isArray(json) ? Number(key) : key]
    return Object.hasOwn(read, key) ? unknownFields(json[key], read[key], at) : [pathOf(at)]
  })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
