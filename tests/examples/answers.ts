/** Every indicator of any instrument answered, as changes: with parts, decimals and converted indices where it has them. */
import type { Change } from '../../src/answers/change'
import { lowestValueOf, maturityModelOf, placedIndicators, valueKeys } from '../../src/instrument/lookup'
import type { Indicator, Instrument } from '../../src/instrument/schema'
import { convertIndex, sourceRange } from '../../src/scoring/conversion'
import { changeOf, changesOf, citationTarget, documentTarget, indicatorTarget } from './changes'

export function everyAnswer(instrument: Instrument): Change[] {
  return [
    ...changesOf({ kind: 'assessment' } as const, {
      institutionKind: 'kabupaten',
      institutionName: 'Kabupaten Contoh',
      year: instrument.validFrom,
    }),
    ...changesOf(documentTarget('dasar'), {
      title: 'Peraturan Bupati Contoh',
      kind: 'perda-perkada',
      number: '12',
      date: '2021-05-03',
      issuer: 'Bupati Contoh',
    }),
    ...placedIndicators(instrument).flatMap(({ indicator }) => [
      ...valueChanges(instrument, indicator),
      changeOf(`${indicator.id}-analysis`, indicatorTarget(indicator.id), 'analysis', noteOf(indicator)),
      ...changesOf(citationTarget(`rujukan-${indicator.id}`), {
        indicator: indicator.id,
        document: 'dasar',
        label: 'Pasal 5',
        level: maturityModelOf(instrument, indicator).levels[1]?.level ?? null,
      }),
    ]),
  ]
}

export function noteOf({ number }: Indicator): string {
  return `Kriteria indikator ${number} terpenuhi menurut dokumen yang dirujuk.`
}

/** Levels in turn; in the decimal ones a little more than the level's lowest value. */
function valueChanges(instrument: Instrument, indicator: Indicator): Change[] {
  const { levels, subjectLabel } = maturityModelOf(instrument, indicator)
  const { conversion } = indicator
  if (conversion) {
    const { min, max } = sourceRange(conversion)
    const index = min + Math.round((max - min) * 73) / 100
    return [
      changeOf(`${indicator.id}-sourceIndex`, indicatorTarget(indicator.id), 'sourceIndex', index),
      changeOf(
        `${indicator.id}-value`,
        indicatorTarget(indicator.id),
        'value',
        convertIndex(conversion, index),
      ),
    ]
  }
  return valueKeys(indicator).flatMap((key, at) => {
    const level = levels[(indicator.number + at) % levels.length]
    const lowest = level ? lowestValueOf(level) : instrument.scale.min
    const raised = instrument.valueMode === 'decimal' ? Math.min(instrument.scale.max, lowest + 0.25) : lowest
    return [
      changeOf(`${key}-value`, indicatorTarget(key), 'value', raised),
      ...(subjectLabel
        ? [changeOf(`${key}-subject`, indicatorTarget(key), 'subject', `Layanan ${key}`)]
        : []),
    ]
  })
}
