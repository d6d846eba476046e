import glossary from '../../guide/glossary.json'
import type { GlossaryTerm } from '../../guide/glossary'

/** All terms, in the order of the file. Their type is trusted: a test checks the file against its schema. */
export const terms: readonly GlossaryTerm[] = glossary

/** A term as it begins a line. */
export function heading({ term }: GlossaryTerm): string {
  return term.charAt(0).toUpperCase() + term.slice(1)
}
