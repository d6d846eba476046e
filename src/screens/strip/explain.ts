import type { Breakdown } from '../../scoring/breakdown'

/** Opens what a figure is made of: the node's kind, and its id (empty for the whole). */
export type Explain = (kind: Breakdown['kind'], id: string) => void
