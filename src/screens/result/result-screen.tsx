import { useScreen } from '../app/use-screen'
import { useSession, useSessionState } from '../session/session-context'
import { IndexDetails } from '../strip/index-details'
import { AspectRadar } from './aspect-radar'
import './result.css'

/** Hasil: the index with everything it is made of. */
export default function ResultScreen() {
  useScreen('Hasil')
  const { instrument } = useSession()
  const score = useSessionState((state) => state.score)
  const part = useSessionState((state) => state.part)
  return (
    <main className="page result" id="isi">
      <h1>Hasil</h1>
      <div className="result-cols">
        <div>
          <IndexDetails />
        </div>
        {!part && score.answered > 0 && <AspectRadar instrument={instrument} score={score} />}
      </div>
    </main>
  )
}
