/**
 * Cuts a list into volumes, each as long as its size allows, without changing the order. What is too large by itself is a
 * volume of its own. `sizeOf` is the size of some neighbours together, which may be less than the sum of theirs.
 */
export function cutVolumes<Item>(
  items: readonly Item[],
  most: number,
  sizeOf: (items: readonly Item[]) => number,
): Item[][] {
  const volumes: Item[][] = []
  for (const item of items) {
    const open = volumes.at(-1)
    if (open && sizeOf([...open, item]) <= most) open.push(item)
    else volumes.push([item])
  }
  return volumes
}
