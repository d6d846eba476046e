import type { Target } from '../../answers/change'
import { fieldKey } from '../../answers/change'
import { DifferenceChooser } from '../fill-in/difference-chooser'
import { useSessionState } from '../session/session-context'
import { CITATION_FIELDS, DOCUMENT_FIELDS, FACT_WORDS } from './citation-form'

interface EvidenceDifferencesProps {
  readonly document: string
  readonly citation: string
}

/** Differences in a document's or a citation's facts, to be decided before the form is used. */
export function EvidenceDifferences({ document, citation }: EvidenceDifferencesProps) {
  const fields: { target: Target; field: keyof typeof FACT_WORDS }[] = [
    ...[...DOCUMENT_FIELDS, 'removed' as const].map((field) => ({
      target: { kind: 'document', id: document } as const,
      field,
    })),
    ...[...CITATION_FIELDS, 'level' as const, 'removed' as const].map((field) => ({
      target: { kind: 'citation', id: citation } as const,
      field,
    })),
  ]
  const differing = useSessionState((state) =>
    fields
      .map(({ target, field }) => fieldKey(target, field))
      .filter((key) => state.present.differences.has(key))
      .join(' '),
  ).split(' ')
  return fields
    .filter(({ target, field }) => differing.includes(fieldKey(target, field)))
    .map(({ target, field }) => (
      <DifferenceChooser
        key={fieldKey(target, field)}
        target={target}
        field={field}
        title={`Dua isian untuk ${FACT_WORDS[field]}`}
      />
    ))
}
