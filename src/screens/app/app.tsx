import { useEffect } from 'react'
import { fetched } from '../../ui/fetched'
import { UndoProvider } from '../../ui/undo'
import { ErrorBoundary } from '../failure/error-boundary'
import { AppContext, type AppServices } from './app-context'
import { rememberPlace } from './came-from'
import { Opening } from './opening'
import { parseRoute, useHash } from './routes'
import { UpdateNotice } from './update-notice'

const OPENING = <Opening text="Membuka…" />

// Each screen is fetched when it is first shown: none waits for the code of another.
const HomeScreen = fetched(
  async () => ({ default: (await import('../home/home-screen')).HomeScreen }),
  OPENING,
)
const StartScreen = fetched(() => import('../start/start-screen'), OPENING)
const SuccessorScreen = fetched(() => import('../successor/successor-screen'), OPENING)
const TrashScreen = fetched(() => import('../home/trash-screen'), OPENING)
const CheckScreen = fetched(() => import('../check/check-screen'), OPENING)
const StorageScreen = fetched(() => import('../storage/storage-screen'), OPENING)
const GuideScreen = fetched(() => import('../guide/guide-screen'), OPENING)
const AssessmentScreen = fetched(() => import('../session/assessment-screen'), OPENING)

/** The whole app, once storage is open. */
export function App({ services }: { readonly services: AppServices }) {
  return (
    <AppContext value={services}>
      <ErrorBoundary>
        <UndoProvider>
          <a className="skip" href="#isi" onClick={skipToContent}>
            Langsung ke isi
          </a>
          <UpdateNotice />
          <CurrentScreen />
        </UndoProvider>
      </ErrorBoundary>
    </AppContext>
  )
}

function CurrentScreen() {
  const hash = useHash()
  const route = parseRoute(hash)
  useEffect(() => rememberPlace(hash), [hash])
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'start':
      return <StartScreen />
    case 'successor':
      return <SuccessorScreen key={route.source} source={route.source} />
    case 'trash':
      return <TrashScreen />
    case 'check':
      return <CheckScreen />
    case 'storage':
      return <StorageScreen />
    case 'guide':
    case 'glossary':
      return <GuideScreen route={route} />
    default:
      return <AssessmentScreen key={route.assessment} route={route} />
  }
}

/** The address behind `#` is the route, so the skip link moves the focus by hand. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault()
  const content = document.getElementById('isi')
  content?.setAttribute('tabindex', '-1')
  content?.focus()
}
