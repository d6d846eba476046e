// First, so that what a component says of itself comes after what holds everywhere.
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { start as startOffline } from './offline/service-worker'
import { App } from './screens/app/app'
import { keepPageFromDrops } from './screens/app/keep-page'
import { StorageFailureScreen, type StorageFailure } from './screens/failure/storage-failure'
import { flushOpenSession } from './screens/session/open-sessions'
import { emptyOldTrash } from './storage/assessments'
import { openDatabase } from './storage/database'
import { beginFreshLog } from './storage/fresh-log'
import { openNews } from './storage/news'
import { takeUpRescued } from './storage/rescue'

const root = createRoot(document.getElementById('root') ?? document.body)

/** Milliseconds until the app opens without a fresh log: a frozen tab that is beginning one could hold it up for good. */
const FRESH_LOG_PATIENCE = 1000

/** Milliseconds after the start until files nobody uses are cleared away. */
const TIDYING_DELAY = 10_000

function fail(failure: StorageFailure): void {
  root.render(
    <StrictMode>
      <StorageFailureScreen failure={failure} />
    </StrictMode>,
  )
}

async function begin(): Promise<void> {
  startOffline()
  keepPageFromDrops()
  const opening = await openDatabase({
    async onOutdated() {
      await flushOpenSession().finally(() => fail('outdated'))
    },
    onWaiting: () => fail('waiting'),
    onLost: () => fail('lost'),
  })
  if (opening.status !== 'open') return fail(opening.status)
  const { database } = opening
  // Nothing is entered into a log that a killed browser has torn: a second kill would take all of it.
  await Promise.race([
    beginFreshLog().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, FRESH_LOG_PATIENCE)),
  ])
  // A full disk must not keep anybody from reading and exporting: what could not be taken up waits for next time.
  await takeUpRescued(database, new Date().toISOString()).catch(() => 0)
  await emptyOldTrash(database, Date.now()).catch(() => undefined)
  root.render(
    <StrictMode>
      <App services={{ database, news: openNews() }} />
    </StrictMode>,
  )
  // Once the page is at rest; what cannot be cleared away now is the next time.
  setTimeout(() => {
    import('./screens/app/tidying').then(({ tidy }) => tidy(database, Date.now())).catch(() => undefined)
  }, TIDYING_DELAY)
}

// What cannot be read or saved at the start is a storage failure; nothing has been changed.
begin().catch(() => fail('blocked'))
