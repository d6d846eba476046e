import type { ReactNode } from 'react'

interface QuickRowViewProps {
  /** "35", or "35.2" for a part. */
  readonly number: string
  readonly name: ReactNode
  readonly levels: ReactNode
  /** Said aloud. */
  readonly announcement: string
  readonly subject: ReactNode
  readonly state: ReactNode
  /** Typed beside the levels: a value within the level, or an index it is computed from. */
  readonly typed: ReactNode
}

/** What a row of the quick list looks like. */
export function QuickRowView(row: QuickRowViewProps) {
  return (
    <tr>
      <td className="num">{row.number}</td>
      <th scope="row">{row.name}</th>
      <td>
        <div className="rating">
          {row.levels}
          {row.typed}
        </div>
        <span className="vh" role="status">
          {row.announcement}
        </span>
      </td>
      <td>{row.subject}</td>
      <td>{row.state}</td>
    </tr>
  )
}
