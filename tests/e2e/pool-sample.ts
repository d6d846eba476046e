/** A pool as a real one looks: decrees cited often, a replaced file, a confidential one, a picture, something shown only. */
import { readFileSync } from 'node:fs'
import type { openPool } from './pool'
import { textPdf } from './pool-files'

const oldPlan = textPdf('Peta Rencana SPBE, rancangan', 4)
const plan = textPdf('Peta Rencana SPBE', 12)
const picture = readFileSync(new URL('../../public/icons/icon-192.png', import.meta.url))

export const samplePool: Parameters<typeof openPool>[1] = {
  documents: {
    'perbup-41': {
      title: 'Perbup 41/2023 tentang Pedoman Manajemen Risiko SPBE',
      kind: 'perda-perkada',
      number: '41 Tahun 2023',
      date: '2023-10-09',
      issuer: 'Bupati Contoh',
    },
    'perbup-12': {
      title: 'Perbup 12/2022 tentang Penyelenggaraan SPBE',
      kind: 'perda-perkada',
      number: '12 Tahun 2022',
      date: '2022',
      issuer: 'Bupati Contoh',
    },
    'peta-rencana': { title: 'Peta Rencana SPBE 2022–2026', kind: 'rencana-arsitektur' },
    dpa: { title: 'DPA Dinas Contoh 2025', kind: 'laporan', confidential: true },
    layar: { title: 'Tangkapan layar SIPD Penganggaran', kind: 'tangkapan-layar', date: '2025-03-14' },
    video: { title: 'Video peragaan layanan pengaduan', kind: 'video', shownAtInterview: true },
  },
  citations: [
    { id: 'k-8', indicator: 'I08', document: 'perbup-41', label: 'Pasal 14', pages: '8', level: 2 },
    {
      id: 'k-21',
      indicator: 'I21',
      document: 'perbup-41',
      label: 'Pasal 7–12',
      pages: '4–7',
      level: 3,
      remark: 'Pedoman yang diacu matriks risiko',
    },
    { id: 'k-22', indicator: 'I22', document: 'perbup-41', label: 'Pasal 15', pages: '9', level: 2 },
    { id: 'k-1', indicator: 'I01', document: 'perbup-12', pages: '3' },
    { id: 'k-2', indicator: 'I02', document: 'peta-rencana', pages: '2' },
  ],
  files: [
    {
      document: 'perbup-41',
      name: 'Perbup-41-2023.pdf',
      mediaType: 'pdf',
      bytes: textPdf('Perbup 41/2023', 18),
      facts: { pages: 18, textLayer: 'ada', signed: true },
    },
    {
      document: 'peta-rencana',
      name: 'Draft_Peta Rencana.pdf',
      mediaType: 'pdf',
      bytes: oldPlan,
      facts: { pages: 4, textLayer: 'ada' },
    },
    {
      document: 'peta-rencana',
      name: 'Peta Rencana.pdf',
      mediaType: 'pdf',
      bytes: plan,
      facts: { pages: 12, textLayer: 'tidak-ada' },
    },
    {
      document: 'layar',
      name: 'sipd.png',
      mediaType: 'png',
      bytes: picture,
      facts: { pixels: { width: 192, height: 192 } },
    },
  ],
}
