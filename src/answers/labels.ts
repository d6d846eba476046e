import type { ClosingField, InstitutionKind, ObstacleKind, Signer } from './fields'
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

/** What is asked for once and printed on the closing papers. */
export const CLOSING_LABELS: Readonly<Record<ClosingField, string>> = {
  headName: 'Nama penanggung jawab',
  headPost: 'Jabatan penanggung jawab',
  headNip: 'NIP penanggung jawab',
  coordinatorName: 'Nama koordinator',
  coordinatorPost: 'Jabatan koordinator',
  coordinatorNip: 'NIP koordinator',
  leadAssessorName: 'Nama ketua tim asesor internal',
  leadAssessorPost: 'Jabatan ketua tim asesor internal',
  leadAssessorNip: 'NIP ketua tim asesor internal',
  closingPlace: 'Tempat',
  closingDate: 'Tanggal',
  recordNumber: 'Nomor berita acara',
  consentNumber: 'Nomor pernyataan',
}

/** What a signer is called; `family` is what the assessment is of: "SPBE". */
export function signerRole(signer: Signer, family: string): string {
  const roles: Readonly<Record<Signer, string>> = {
    head: 'Penanggung jawab',
    coordinator: `Koordinator ${family}`,
    leadAssessor: 'Ketua tim asesor internal',
  }
  return roles[signer]
}
