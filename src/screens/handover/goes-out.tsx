import type { ReactNode } from 'react'
import '../../ui/table.css'

interface GoingOut {
  readonly what: string
  readonly count: ReactNode
  readonly size?: ReactNode
}

/** What goes out, how many and, where it is known, how large. */
export function GoesOut({ rows }: { readonly rows: readonly GoingOut[] }) {
  const sized = rows.some(({ size }) => size !== undefined)
  return (
    <table className="goes-out">
      <thead>
        <tr>
          <th scope="col">Yang ikut</th>
          <th scope="col" className="num">
            Banyaknya
          </th>
          {sized && (
            <th scope="col" className="num">
              Ukuran
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, count, size }) => (
          <tr key={what}>
            <td>{what}</td>
            <td className="num">{count}</td>
            {sized && <td className="num">{size}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
