/** Small real files to be annexed, made here. */
import { jsPDF } from 'jspdf'

/** A PDF whose every page says its title and number. */
export function textPdf(title: string, pages: number, format: string | [number, number] = 'a4'): Uint8Array {
  const doc = new jsPDF({ format, unit: 'mm', compress: true })
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) doc.addPage(format)
    doc.setFontSize(16).text(title, 15, 25)
    doc.setFontSize(12).text(`halaman asli ${page} dari ${pages}`, 15, 40)
  }
  return new Uint8Array(doc.output('arraybuffer'))
}
