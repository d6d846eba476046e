import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { afterTwoFrames } from './after-frame'
import './undo.css'

interface Offer {
  readonly id: number
  readonly text: string
  readonly undo: () => void
}

/** An offer stands this long, in milliseconds … */
const OFFER_TIME = 10_000
/** … and the line that shows it has so many pieces. */
const PIECES = 5

type OfferUndo = (text: string, undo: () => void) => void

const UndoContext = createContext<OfferUndo>(() => undefined)

/** Says what was done and offers, for ten seconds, to undo it. */
export function useUndo(): OfferUndo {
  return useContext(UndoContext)
}

/**
 * The gold line of an offer: its pieces go out one by one; then the offer is over. It stands still while the offer is
 * hovered or focused. By the clock, not by CSS: an animation, even a waiting one, has the browser draw beside what is typed.
 */
function UndoTime({ onOver }: { readonly onOver: () => void }) {
  const line = useRef<HTMLSpanElement>(null)
  const [left, setLeft] = useState(PIECES)
  useEffect(() => {
    const timer = setInterval(() => {
      const toast = line.current?.parentElement
      if (toast?.matches(':hover') || toast?.contains(document.activeElement)) return
      setLeft((left) => left - 1)
    }, OFFER_TIME / PIECES)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left === 0) onOver()
  }, [left, onOver])
  return (
    <span className="undo-time" ref={line} aria-hidden>
      {Array.from({ length: PIECES }, (_, at) => (
        <i key={at} className={at < left ? undefined : 'out'} />
      ))}
    </span>
  )
}

/** Shows the latest offer at the bottom left. */
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
