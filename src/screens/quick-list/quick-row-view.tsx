import type { ReactNode } from 'react'

interface QuickRowViewProps {
  readonly number: number
  readonly name: ReactNode
  readonly levels: ReactNode
  /** Said aloud. */
  readonly announcement: string
  readonly subject: ReactNode
  readonly state: ReactNode
}

/** What a row of the quick list looks like. */
export function QuickRowView(row: QuickRowViewProps) {
  return (
    <tr>
      <td className="num">{row.number}</td>
      <th scope="row">{row.name}</th>
      <td>
        {row.levels}
        <span className="vh" role="status">
          {row.announcement}
        </span>
      </td>
      <td>{row.subject}</td>
      <td>{row.state}</td>
    </tr>
  )
}
