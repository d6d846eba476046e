import { cleanText } from '../../answers/text'
import { formatCount } from '../../report/format'
import { fieldSchema, type TargetKind } from '../../answers/fields'
import { z } from '../../schema-setup'

/** A text of at most `limit` characters, which says how long it is when it is longer. */
export function textUpTo(limit: number) {
  return z.string().check(
    z.overwrite(cleanText),
    z.maxLength(limit, {
      error: (issue) =>
        `Teks ini ${formatCount((issue.input as string).length)} huruf, batasnya ${formatCount(limit)}. Yang tersimpan masih isian sebelumnya. Ringkas teks ini, atau rujuk sebagai dokumen.`,
    }),
  )
}

/** A date as its field may hold it. */
export function calendarDate(kind: TargetKind, field: string) {
  return z.string().check(
    z.refine((text) => fieldSchema(kind, field)?.safeParse(text).success ?? false, {
      error: 'Tulis tanggal yang ada pada kalender.',
    }),
  )
}
