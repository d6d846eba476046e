import { useId, useRef } from 'react'
import type { Indicator } from '../../instrument/schema'
import { TermHelp } from '../guide/term'
import { useSession } from '../session/session-context'
import { ConversionField } from './conversion-field'
import { LevelGroup } from './level-group'
import { PartsChoice } from './parts-choice'
import { useLevel } from './use-level'
import { ValueField } from './value-field'

/** What is claimed: one level, the levels of the parts, or a value computed from another agency's index. */
export function LevelChoice({ indicator }: { readonly indicator: Indicator }) {
  const { instrument } = useSession()
  const titleId = useId()
  const section = useRef<HTMLElement>(null)
  return (
    <section aria-labelledby={titleId} ref={section}>
      <div className="explained">
        <h2 id={titleId}>
          <span className="k">1</span> Tingkat
          <span className="vh">
            , indikator {indicator.number} {indicator.shortName}
          </span>
          {!indicator.parts && (
            <ClearButton
              indicator={indicator}
              onCleared={() => section.current?.querySelector('input')?.focus()}
            />
          )}
        </h2>
        <TermHelp id="level" word="tingkat kematangan" />
      </div>
      {indicator.parts ? (
        <PartsChoice indicator={indicator} />
      ) : (
        <>
          {indicator.conversion && (
            <ConversionField indicator={indicator} conversion={indicator.conversion} />
          )}
          <LevelGroup indicator={indicator} valueKey={indicator.id} labelledBy={titleId} />
          {instrument.valueMode === 'decimal' && <ValueField indicator={indicator} valueKey={indicator.id} />}
        </>
      )}
    </section>
  )
}

interface ClearButtonProps {
  readonly indicator: Indicator
  readonly onCleared: () => void
}

function ClearButton({ indicator, onCleared }: ClearButtonProps) {
  const { value, clear } = useLevel(indicator)
  if (value === null) return null
  return (
    <button
      type="button"
      className="link quiet"
      onClick={() => {
        clear()
        onCleared()
      }}
    >
      Kosongkan
    </button>
  )
}
