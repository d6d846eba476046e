import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form'
import { nodesOfTier, pastYearSettings, tiersOf, type PastYear, type Tier } from '../../comparison/years'
import type { Instrument } from '../../instrument/schema'
import { Dialog, DialogForm } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { newId } from '../app/new-id'
import { useSession } from '../session/session-context'
import { formOf, numberOf, pastYearSchema, type PastYearForm } from './past-year-form'

interface PastYearDialogProps {
  /** Null for a new one. */
  readonly past: PastYear | null
  readonly others: readonly PastYear[]
  /** Those that can be chosen, newest first; never empty. */
  readonly instruments: readonly Instrument[]
  readonly onClose: () => void
}

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  index: 'Indeks saja',
  domain: 'Nilai tiap domain',
  aspect: 'Nilai tiap aspek',
  indicator: 'Nilai tiap indikator',
}

/** Types the result of a past year, as it was published, or changes one. */
export function PastYearDialog({ past, others, instruments, onClose }: PastYearDialogProps) {
  const session = useSession()
  const instrumentOf = (id: string) => instruments.find((one) => one.id === id) ?? session.instrument
  const first = instrumentOf(past?.instrument ?? session.instrument.id)
  const form = useForm<PastYearForm>({
    defaultValues: formOf(past, first, tiersOf(first)),
    // What may be typed depends on what was chosen.
    resolver: (values, context, options) =>
      zodResolver<PastYearForm, unknown, PastYearForm>(
        pastYearSchema(instrumentOf(values.instrument), values.tier) as never,
      )(values, context, options),
  })
  const instrument = instrumentOf(useWatch({ control: form.control, name: 'instrument' }))
  const tier = useWatch({ control: form.control, name: 'tier' })

  function save(typed: PastYearForm): void {
    const year = Number(typed.year)
    if (others.some((one) => one.year === year && one.instrument === typed.instrument)) {
      form.setError('year', {
        message: `Hasil tahun ${year} dengan instrumen ini sudah ada. Ubah yang itu, atau tulis tahun lain.`,
      })
      return
    }
    session.set(pastYearSettings(typedYear(past?.id ?? newId(), typed, instrumentOf(typed.instrument))))
    onClose()
  }

  const { errors } = form.formState
  return (
    <Dialog title={past ? 'Ubah hasil tahun lalu' : 'Tambah hasil tahun lalu'} onClose={onClose} wide>
      <FormProvider {...form}>
        <DialogForm onSubmit={form.handleSubmit(save)} onCancel={onClose} submit="Simpan">
          <div className="pair">
            <Field label="Tahun" error={errors.year?.message}>
              {(ids) => (
                <input
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  {...ids}
                  {...form.register('year')}
                />
              )}
            </Field>
            <Field label="Instrumen">
              {(ids) => (
                <select {...ids} {...form.register('instrument')}>
                  {instruments.map(({ id, shortTitle }) => (
                    <option key={id} value={id}>
                      {shortTitle}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <Field label="Yang diketahui">
            {(ids) => (
              <select {...ids} {...form.register('tier')}>
                {tiersOf(instrument).map((one) => (
                  <option key={one} value={one}>
                    {TIER_WORDS[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label="Indeks"
            hint={
              tier === 'index'
                ? 'Seperti yang diterbitkan.'
                : 'Bila dikosongkan, dihitung dari nilai di bawah.'
            }
            error={errors.index?.message}
          >
            {(ids) => (
              <input
                type="text"
                inputMode="decimal"
                className="number"
                autoComplete="off"
                {...ids}
                {...form.register('index')}
              />
            )}
          </Field>
          <Nodes instrument={instrument} tier={tier} />
          <Field label="Sumber" hint="Laporan atau keputusan yang memuatnya." error={errors.note?.message}>
            {(ids) => <input type="text" autoComplete="off" {...ids} {...form.register('note')} />}
          </Field>
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}

function Nodes({ instrument, tier }: { readonly instrument: Instrument; readonly tier: Tier }) {
  const { register, formState } = useFormContext<PastYearForm>()
  const nodes = nodesOfTier(instrument, tier)
  if (nodes.length === 0) return null
  return (
    <fieldset className="field">
      <legend className="label">{TIER_WORDS[tier]}</legend>
      <div className="node-inputs">
        {nodes.map(({ id, name }) => (
          <Field
            key={`${instrument.id} ${id}`}
            label={name}
            light
            error={formState.errors.nodes?.[id]?.message}
          >
            {(ids) => (
              <input
                type="text"
                inputMode="decimal"
                autoComplete="off"
                {...ids}
                {...register(`nodes.${id}`)}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  )
}

function typedYear(id: string, typed: PastYearForm, instrument: Instrument): PastYear {
  const { year, tier, index, note } = typed
  const nodes = nodesOfTier(instrument, tier).map(
    (node) => [node.id, numberOf(typed.nodes[node.id] ?? '')] as const,
  )
  return {
    id,
    year: Number(year),
    instrument: instrument.id,
    index: index.trim() === '' ? null : numberOf(index),
    nodes: new Map(nodes),
    note,
  }
}
