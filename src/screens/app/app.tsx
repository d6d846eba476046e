import { lazy, Suspense, useEffect } from 'react'
import { UndoProvider } from '../../ui/undo'
import { ErrorBoundary } from '../failure/error-boundary'
import { AppContext, type AppServices } from './app-context'
import { rememberPlace } from './came-from'
import { Opening } from './opening'
import { parseRoute, useHash } from './routes'
import { UpdateNotice } from './update-notice'

// Each screen is fetched when it is first shown: none waits for the code of another.
const HomeScreen = lazy(async () => ({ default: (await import('../home/home-screen')).HomeScreen }))
const StartScreen = lazy(() => import('../start/start-screen'))
const SuccessorScreen = lazy(() => import('../successor/successor-screen'))
const TrashScreen = lazy(() => import('../home/trash-screen'))
const CheckScreen = lazy(() => import('../check/check-screen'))
const StorageScreen = lazy(() => import('../storage/storage-screen'))
const GuideScreen = lazy(() => import('../guide/guide-screen'))
const AssessmentScreen = lazy(() => import('../session/assessment-screen'))

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
          <Suspense fallback={<Opening text="Membuka…" />}>
            <CurrentScreen />
          </Suspense>
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
