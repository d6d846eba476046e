import { z } from '../schema-setup'
import { checkContent } from './check'
import { fault, pathOf, type Fault } from './fault'
import { placedIndicators } from './lookup'
import { instrumentSchema, type Instrument } from './schema'
import { unknownFields } from './unknown-fields'

/** The largest instrument file that is read: bytes, indicators, and faults that are told at once. */
export const LIMITS = { bytes: 5_000_000, indicators: 2_000, faults: 50 } as const

export type InstrumentReading =
  /** `unknown` are paths of fields that are not in the schema and not used, at most `LIMITS.faults`. */
  | { readonly status: 'read'; readonly instrument: Instrument; readonly unknown: readonly string[] }
  /** At least one fault; at most `LIMITS.faults`. Nothing of the file may be used. */
  | { readonly status: 'refused'; readonly faults: readonly Fault[] }

/**
 * Reads an instrument from the text of its file: its form by the schema, then what the schema cannot say (weights that
 * add up, levels and ranges without gap, ids that are one thing's only). Pure; a text is a text, whatever stands in it.
 */
export function readInstrumentText(text: string): InstrumentReading {
  // The file itself was measured before it was read; no letter is less than a byte.
  if (text.length > LIMITS.bytes) {
    return refused([
      fault([], `Berkas lebih besar dari ${LIMITS.bytes / 1_000_000} MB, batas berkas instrumen.`),
    ])
  }
  const json = parsed(text)
  if (json === undefined) {
    return refused([
      fault([], 'Bukan JSON yang utuh. Periksa koma, tanda kutip, dan kurung, atau minta berkasnya lagi.'),
    ])
  }
  const reading = z.safeParse(instrumentSchema, json)
  if (!reading.success) return refused(reading.error.issues.map(schemaFault))
  const count = placedIndicators(reading.data).length
  if (count > LIMITS.indicators) {
    return refused([fault(['domains'], `Ada ${count} indikator; paling banyak ${LIMITS.indicators}.`)])
  }
  const faults = checkContent(reading.data)
  if (faults.length > 0) return refused(faults)
  const unknown = unknownFields(json, reading.data).slice(0, LIMITS.faults)
  return { status: 'read', instrument: reading.data, unknown }
}

function refused(faults: readonly Fault[]): InstrumentReading {
  return { status: 'refused', faults: faults.slice(0, LIMITS.faults) }
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of the JSON.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar [ … ]',
  object: 'objek { … }',
  record: 'objek { … }',
}

function schemaFault(issue: z.core.$ZodIssue): Fault {
  return { path: pathOf(issue.path), text: wordsFor(issue) }
}

function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Harus ${TYPE_WORDS[issue.expected] ?? issue.expected}, dan tidak boleh tidak ada.`
    case 'invalid_value':
      return `Harus salah satu dari: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return issue.origin === 'string'
        ? 'Tidak boleh kosong.'
        : `Paling sedikit ${String(issue.minimum)}${issue.origin === 'array' ? ' isi' : ''}.`
    case 'too_big':
      return `Paling banyak ${String(issue.maximum)}${issue.origin === 'string' ? ' huruf' : ''}.`
    case 'invalid_format':
      return 'Hanya huruf, angka, dan tanda hubung, paling banyak 40.'
    default:
      return 'Isinya tidak seperti yang diminta; bandingkan dengan docs/instruments.md.'
  }
}
