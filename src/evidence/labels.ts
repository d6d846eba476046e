import type { DocumentKind } from '../answers/fields'

export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  'perda-perkada': 'Perda/Perkada',
  sk: 'SK',
  se: 'Surat Edaran',
  'sop-pedoman': 'SOP/Pedoman',
  'rencana-arsitektur': 'Rencana/Arsitektur',
  laporan: 'Laporan',
  'undangan-notula': 'Undangan/Notula',
  'notula-reviu': 'Notula/Laporan reviu',
  draf: 'Draf',
  'tangkapan-layar': 'Tangkapan layar',
  manual: 'Manual',
  video: 'Video',
  'api-perjanjian': 'Dokumentasi API/Perjanjian',
  lainnya: 'Lainnya',
}
