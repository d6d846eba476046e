import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react'
import { afterTwoFrames } from './after-frame'
import './undo.css'

interface Offer {
  readonly id: number
  readonly text: string
  readonly undo: () => void
}

/** Of the line that shows how long an offer stands. */
const PIECES = 5

type OfferUndo = (text: string, undo: () => void) => void

const UndoContext = createContext<OfferUndo>(() => undefined)

/** Says what was done and offers, for ten seconds, to undo it. */
export function useUndo(): OfferUndo {
  return useContext(UndoContext)
}

/** The gold line of an offer: its pieces go out one by one, the first one last; then the offer is over. */
function UndoTime({ onOver }: { readonly onOver: () => void }) {
  return (
    <span className="undo-time" aria-hidden>
      {Array.from({ length: PIECES }, (_, at) => (
        <i
          key={at}
          style={{ '--share': (PIECES - at) / PIECES } as CSSProperties}
          onAnimationEnd={at === 0 ? onOver : undefined}
        />
      ))}
    </span>
  )
}

/** Shows the latest offer at the bottom left. Its time stands still while it is hovered or focused (see undo.css). */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const count = useRef(0)
  const offerUndo = useCallback<OfferUndo>((text, undo) => {
    count.current += 1
    const next = { id: count.current, text, undo }
    // What was changed is drawn first.
    afterTwoFrames(() => setOffer(next))
  }, [])
  const toast = useMemo(
    () =>
      offer && (
        <div className="toast" key={offer.id}>
          <span>{offer.text}</span>
          <button
            type="button"
            onClick={() => {
              offer.undo()
              setOffer(null)
            }}
          >
            Urungkan
          </button>
          <UndoTime onOver={() => setOffer(null)} />
        </div>
      ),
    [offer],
  )
  return (
    <UndoContext.Provider value={offerUndo}>
      {children}
      <div className="toasts" role="status">
        {toast}
      </div>
    </UndoContext.Provider>
  )
}
