import { SummaryPdfButton } from './summary-pdf-button'

/** What goes to the head of the institution: one page. */
export function SummarySection() {
  return (
    <>
      <h1>Ringkasan untuk pimpinan</h1>
      <p className="read-2">
        Satu halaman A4: indeks, predikat, nilai dan radar aspek, tiga kekuatan, tiga kelemahan yang paling
        menahan indeks menurut bobot × jarak ke tingkat tertinggi, dan indikator yang masih kosong.
      </p>
      <p className="hint">Satu halaman, sekitar 20 KB.</p>
      <p className="gap-top">
        Fakta, analisis, dan bukti tidak ikut; semuanya ada pada laporan untuk asesor.
      </p>
      <div className="gap-top">
        <SummaryPdfButton main />
      </div>
    </>
  )
}
