import { Component, type ReactNode } from 'react'

interface State {
  readonly failed: boolean
}

/** What went wrong while drawing never takes the saved answers along: it says so and offers to begin again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <main className="page narrow" id="isi">
        <h1>Halaman ini tidak dapat ditampilkan</h1>
        <p className="read-2">
          Isian yang sudah tersimpan tetap aman di komputer ini. Muat ulang halaman; bila masih gagal, kembali
          ke beranda dan buat cadangan.
        </p>
        <div className="actions">
          <button type="button" className="btn main" onClick={() => location.reload()}>
            Muat ulang
          </button>
          <a
            className="btn"
            href="#/"
            onClick={() => {
              this.setState({ failed: false })
            }}
          >
            Ke beranda
          </a>
        </div>
      </main>
    )
  }
}
