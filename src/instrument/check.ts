import { checkConversion } from './check-conversion'
import { checkModel } from './check-model'
import { fault, type Fault } from './fault'
import { placedIndicators, valueKeys } from './lookup'
import type { Aspect, Domain, Indicator, Instrument } from './schema'

/** What the schema cannot say of an instrument: each fault with the field it is in. */
export function checkContent(instrument: Instrument): Fault[] {
  return [
    ...checkScale(instrument),
    ...Object.entries(instrument.maturityModels).flatMap(([name, model]) =>
      checkModel(instrument, ['maturityModels', name], model),
    ),
    ...checkPredicates(instrument),
    ...checkWeights(instrument),
    ...checkIds(instrument),
    ...checkIndicators(instrument),
    ...checkCautions(instrument),
  ]
}

function checkScale({ scale, validFrom, validTo }: Instrument): Fault[] {
  const faults: Fault[] = []
  if (!(scale.min < scale.max)) faults.push(fault(['scale'], 'min harus lebih kecil daripada max.'))
  if (validTo !== null && validTo < validFrom) {
    faults.push(fault(['validTo'], 'Tidak boleh sebelum validFrom; null bila masih berlaku.'))
  }
  return faults
}

function checkPredicates({ predicates, scale }: Instrument): Fault[] {
  const faults = predicates.flatMap(({ min }, at) => {
    const before = predicates[at - 1]
    return before && min >= before.min
      ? [
          fault(
            ['predicates', at, 'min'],
            'Harus lebih rendah daripada predikat sebelumnya: urutkan dari yang tertinggi.',
          ),
        ]
      : []
  })
  const lowest = predicates.at(-1)
  if (lowest && lowest.min !== scale.min) {
    faults.push(
      fault(
        ['predicates', predicates.length - 1, 'min'],
        `Predikat terakhir harus mulai dari nilai terendah, ${scale.min}.`,
      ),
    )
  }
  return faults
}

type Steps = readonly (string | number)[]

function checkWeights({ domains, weightDenominator }: Instrument): Fault[] {
  const whole = 100 * weightDenominator
  const sums = (
    steps: Steps,
    nodes: readonly { readonly weightUnits: number }[],
    wanted: number,
    what: string,
  ) => {
    const sum = nodes.reduce((total, { weightUnits }) => total + weightUnits, 0)
    return sum === wanted ? [] : [fault(steps, `Jumlah bobot ${what} ${sum}, seharusnya ${wanted}.`)]
  }
  return [
    ...sums(['domains'], domains, whole, `domain (100 × weightDenominator)`),
    ...domains.flatMap((domain, at) => [
      ...sums(['domains', at], domain.aspects, domain.weightUnits, `aspek dalam ${domain.id}`),
      ...domain.aspects.flatMap((aspect, place) =>
        sums(
          ['domains', at, 'aspects', place],
          aspect.indicators,
          aspect.weightUnits,
          `indikator dalam ${aspect.id}`,
        ),
      ),
    ]),
  ]
}

function checkIds(instrument: Instrument): Fault[] {
  const { domains, owners, generalQuestions = [], predicates } = instrument
  const aspects = domains.flatMap((domain, at) =>
    domain.aspects.map((aspect, place) => ({
      node: aspect,
      steps: ['domains', at, 'aspects', place] as Steps,
    })),
  )
  const indicators = located(instrument)
  const nodes: { node: Domain | Aspect | Indicator; steps: Steps }[] = [
    ...domains.map((node, at) => ({ node, steps: ['domains', at] as Steps })),
    ...aspects,
    ...indicators.map(({ indicator, steps }) => ({ node: indicator, steps })),
  ]
  const parts = indicators.flatMap(({ indicator, steps }) =>
    indicator.parts ? valueKeys(indicator).map((id) => ({ id, steps })) : [],
  )
  return [
    ...repeated([...nodes.map(({ node, steps }) => ({ id: node.id, steps: [...steps, 'id'] })), ...parts]),
    ...repeated(owners.map(({ id }, at) => ({ id, steps: ['owners', at, 'id'] }))),
    ...repeated(generalQuestions.map(({ id }, at) => ({ id, steps: ['generalQuestions', at, 'id'] }))),
    ...repeated(predicates.map(({ name }, at) => ({ id: name, steps: ['predicates', at, 'name'] }))),
    ...numbers(domains.map((node, at) => ({ node, steps: ['domains', at] }))),
    ...numbers(aspects),
    ...numbers(indicators.map(({ indicator, steps }) => ({ node: indicator, steps }))),
  ]
}

function repeated(named: readonly { readonly id: string; readonly steps: Steps }[]): Fault[] {
  const seen = new Set<string>()
  return named.flatMap(({ id, steps }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [fault(steps, `“${id}” dipakai dua kali; tiap id hanya untuk satu hal.`)]
  })
}

function numbers(
  nodes: readonly { readonly node: { readonly number: number }; readonly steps: Steps }[],
): Fault[] {
  return nodes.flatMap(({ node, steps }, at) =>
    node.number === at + 1
      ? []
      : [fault([...steps, 'number'], `Seharusnya ${at + 1}: nomor urut dari 1 tanpa loncat.`)],
  )
}

function located({ domains }: Instrument): { indicator: Indicator; steps: Steps }[] {
  return domains.flatMap((domain, d) =>
    domain.aspects.flatMap((aspect, a) =>
      aspect.indicators.map((indicator, i) => ({
        indicator,
        steps: ['domains', d, 'aspects', a, 'indicators', i],
      })),
    ),
  )
}

function checkIndicators(instrument: Instrument): Fault[] {
  const owners = new Set(instrument.owners.map(({ id }) => id))
  return located(instrument).flatMap(({ indicator, steps }) => [
    ...checkCriteria(instrument, indicator, steps),
    ...checkParts(indicator, steps),
    ...indicator.ownerIds.flatMap((id, at) =>
      owners.has(id) ? [] : [fault([...steps, 'ownerIds', at], `“${id}” tidak ada pada owners.`)],
    ),
    ...(indicator.conversion
      ? checkConversion(instrument, indicator, indicator.conversion, [...steps, 'conversion'])
      : []),
  ])
}

function checkCriteria({ maturityModels }: Instrument, indicator: Indicator, steps: Steps): Fault[] {
  const model = Object.hasOwn(maturityModels, indicator.maturityModel)
    ? maturityModels[indicator.maturityModel]
    : undefined
  if (!model) {
    return [fault([...steps, 'maturityModel'], `“${indicator.maturityModel}” tidak ada pada maturityModels.`)]
  }
  const wanted = model.levels.map(({ level }) => level).join(', ')
  const found = indicator.criteria.map(({ level }) => level).join(', ')
  if (found === wanted) return []
  return [
    fault(
      [...steps, 'criteria'],
      `Tingkatnya ${found}; seharusnya satu kriteria untuk tiap tingkat, berurutan: ${wanted}.`,
    ),
  ]
}

function checkParts({ parts, weightUnits, conversion }: Indicator, steps: Steps): Fault[] {
  if (!parts) return []
  const faults: Fault[] = []
  if (weightUnits % parts !== 0) {
    faults.push(
      fault(
        [...steps, 'weightUnits'],
        `Harus habis dibagi ${parts} bagian. Kalikan weightDenominator dan semua bobot.`,
      ),
    )
  }
  if (conversion)
    faults.push(fault([...steps, 'conversion'], 'Indikator dengan parts tidak boleh memakai conversion.'))
  return faults
}

function checkCautions(instrument: Instrument): Fault[] {
  const known = new Set(placedIndicators(instrument).map(({ indicator }) => indicator.id))
  return instrument.cautions.flatMap(({ indicator }, at) =>
    indicator === undefined || known.has(indicator)
      ? []
      : [fault(['cautions', at, 'indicator'], `Tidak ada indikator “${indicator}”.`)],
  )
}
