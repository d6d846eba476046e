import type { DocumentKind, MediaType } from '../answers/fields'

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

export const MEDIA_TYPE_LABELS: Readonly<Record<MediaType, string>> = {
  pdf: 'PDF',
  jpeg: 'Gambar JPEG',
  png: 'Gambar PNG',
  webp: 'Gambar WebP',
  heic: 'Gambar HEIC',
  doc: 'Word (DOC)',
  docx: 'Word (DOCX)',
  xls: 'Excel (XLS)',
  xlsx: 'Excel (XLSX)',
  ppt: 'PowerPoint (PPT)',
  pptx: 'PowerPoint (PPTX)',
  odt: 'OpenDocument (ODT)',
  ods: 'OpenDocument (ODS)',
  odp: 'OpenDocument (ODP)',
  mp4: 'Video MP4',
  zip: 'ZIP',
  rar: 'RAR',
  lainnya: 'Berkas lain',
}
