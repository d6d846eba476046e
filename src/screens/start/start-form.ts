import { INSTITUTION_KINDS, YEAR_RANGE } from '../../answers/fields'
import { cleanLine, LINE_LIMIT } from '../../answers/text'
import { z } from '../../schema-setup'

const tooLong = `Terlalu panjang. Singkatkan sampai ${LINE_LIMIT} huruf.`
const line = z.string().check(z.overwrite<string>(cleanLine), z.maxLength(LINE_LIMIT, tooLong))
const yearMessage = `Tulis tahun dengan empat angka, antara ${YEAR_RANGE.min} dan ${YEAR_RANGE.max}.`

/** A year as typed. */
const year = z.pipe(
  z.string().check(z.trim(), z.regex(/^\d{4}$/, yearMessage)),
  z.pipe(
    z.transform((text: string) => Number(text)),
    z.int().check(z.gte(YEAR_RANGE.min, yearMessage), z.lte(YEAR_RANGE.max, yearMessage)),
  ),
)

export const identitySchema = z.object({
  institutionKind: z.enum(INSTITUTION_KINDS),
  institutionName: line.check(
    z.minLength(1, 'Tulis nama instansi yang dinilai, misalnya “Kabupaten Contoh”.'),
  ),
  year,
  unit: line,
  person: line,
})

export const startSchema = z
  .object({
    ...identitySchema.shape,
    scopeKind: z.enum(['all', 'chosen']),
    chosen: z.array(z.string()),
  })
  .check(
    z.refine((form) => form.scopeKind === 'all' || form.chosen.length > 0, {
      path: ['chosen'],
      error: 'Centang sedikitnya satu indikator, atau pilih “Semua”.',
    }),
  )

export type StartForm = z.input<typeof startSchema>
export type StartAnswers = z.output<typeof startSchema>
