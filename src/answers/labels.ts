import type { InstitutionKind, ObstacleKind } from './fields'
import type { Status } from './status'

/** The regulation's words for the closed lists, as the interface and the report write them. */
export const OBSTACLE_LABELS: Readonly<Record<ObstacleKind, string>> = {
  kelembagaan: 'Kelembagaan',
  infrastruktur: 'Infrastruktur TIK',
  sdm: 'SDM',
  pembiayaan: 'Pembiayaan',
  lainnya: 'Lainnya',
}

export const INSTITUTION_LABELS: Readonly<Record<InstitutionKind, string>> = {
  kementerian: 'Kementerian',
  lembaga: 'Lembaga',
  provinsi: 'Provinsi',
  kabupaten: 'Kabupaten',
  kota: 'Kota',
  lainnya: 'Lainnya',
}

export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  belum: 'Belum',
  sebagian: 'Sebagian',
  lengkap: 'Lengkap',
}
