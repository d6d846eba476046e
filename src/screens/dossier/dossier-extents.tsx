import type { DossierOptions, Extent } from '../../dossier/options'
import { documentName } from '../../evidence/reference'
import { formatCount } from '../../report/format'
import { Fold } from '../../ui/fold'
import type { DossierLookData } from './use-dossier-plan'

interface DossierExtentsProps {
  readonly options: DossierOptions
  readonly look: DossierLookData
  readonly onChange: (extents: DossierOptions['extents']) => void
}

/** For single documents: an excerpt, or all pages. */
export function DossierExtents({ options, look: { plan }, onChange }: DossierExtentsProps) {
  const documents = new Map(
    plan.volumes.flatMap(({ annexes }) =>
      annexes.flatMap(({ document, content }) =>
        content.kind === 'pages' && content.of > 1
          ? [[document.id, { document, of: content.of }] as const]
          : [],
      ),
    ),
  )
  if (documents.size === 0) return null
  const chosen = Object.keys(options.extents).length

  function choose(id: string, value: string): void {
    const { [id]: _, ...others } = options.extents
    onChange(value === '' ? others : { ...others, [id]: value as Extent })
  }

  return (
    <Fold
      title="Pilih per dokumen"
      inside={chosen > 0 ? `${formatCount(chosen)} dipilih lain` : 'semua menurut pilihan di atas'}
    >
      <ul className="extents">
        {[...documents.values()].map(({ document, of }) => (
          <li key={document.id}>
            <label>
              <span>
                {documentName(document)} <span className="hint">{formatCount(of)} halaman</span>
              </span>
              <select
                value={options.extents[document.id] ?? ''}
                onChange={(event) => choose(document.id, event.target.value)}
              >
                <option value="">Menurut pilihan di atas</option>
                <option value="excerpt">Halaman yang dirujuk</option>
                <option value="whole">Utuh</option>
              </select>
            </label>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
