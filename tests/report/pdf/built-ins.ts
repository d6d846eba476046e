/** Built-in functions as they were when this was first imported. */
const builtIns = [JSON, Array.prototype, Function.prototype].map(
  (object) => [object, Object.getOwnPropertyDescriptors<object>(object)] as const,
)

/** Puts back what others have replaced since. */
export function putBackBuiltIns(): void {
  for (const [object, descriptors] of builtIns) Object.defineProperties(object, descriptors)
}
