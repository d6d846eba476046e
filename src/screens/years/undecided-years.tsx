import type { UndecidedYear } from '../../comparison/undecided-years'
import type { Instrument } from '../../instrument/schema'
import { focusOn } from '../../ui/focus'
import { Notice } from '../../ui/notice'
import { useUndo } from '../../ui/undo'
import { useSession } from '../session/session-context'

interface UndecidedYearsProps {
  readonly undecided: readonly UndecidedYear[]
  readonly instruments: ReadonlyMap<string, Instrument>
}

/** Typed years whose year or instrument two people gave differently: told, and decided by one press. */
export function UndecidedYears({ undecided, instruments }: UndecidedYearsProps) {
  const session = useSession()
  const offerUndo = useUndo()
  const titleOf = (id: string) => instruments.get(id)?.shortTitle ?? id

  function remove({ id, years }: UndecidedYear): void {
    const target = { kind: 'pastYear', id } as const
    focusOn(document.getElementById('years-title'))
    session.set([{ target, field: 'removed', value: true }])
    offerUndo(`Hasil tahun ${years.join(' / ')} dihapus`, () =>
      session.set([{ target, field: 'removed', value: false }]),
    )
  }

  function decide(id: string, field: 'year' | 'instrument', value: string | number): void {
    focusOn(document.getElementById('years-title'))
    session.set([{ target: { kind: 'pastYear', id }, field, value }])
  }

  return undecided.map((year) => {
    const choices = year.fields.includes('year')
      ? year.years.map((value) => ({ field: 'year', value, label: String(value) }) as const)
      : year.instruments.map((value) => ({ field: 'instrument', value, label: titleOf(value) }) as const)
    return (
      <Notice key={year.id} tone="warn">
        <div>
          <p>
            <b>Hasil tahun {year.years.join(' / ')} belum diputuskan.</b>{' '}
            {year.fields.includes('year') ? 'Tahunnya' : 'Instrumennya'} diketik berbeda oleh dua orang,
            sehingga hasil ini belum ada pada tabel. Pilih yang benar; yang lain tetap tersimpan.
          </p>
          <div className="actions no-print">
            {choices.map(({ field, value, label }) => (
              <button key={value} type="button" className="btn" onClick={() => decide(year.id, field, value)}>
                Pakai {label}
              </button>
            ))}
            <button type="button" className="link" onClick={() => remove(year)}>
              Hapus hasil ini
            </button>
          </div>
        </div>
      </Notice>
    )
  })
}
