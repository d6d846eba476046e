import { BareStrip } from '../strip/bare-strip'
import type { Route } from '../app/routes'
import { Contents } from './contents'
import { GlossaryPage } from './glossary-page'
import { GuidePage } from './guide-page'
import { wayBack } from './way-back'
import './guide.css'

interface GuideScreenProps {
  readonly route: Extract<Route, { screen: 'guide' | 'glossary' }>
}

/** Panduan: what the app can do, by section, and the words it uses. */
export default function GuideScreen({ route }: GuideScreenProps) {
  const back = wayBack()
  return (
    <>
      <BareStrip />
      <div className="guide">
        <div className="guide-side">
          <p className="small">
            <a href={back.href}>‹ {back.text}</a>
          </p>
          <Contents route={route} />
        </div>
        <main className="guide-page" id="isi">
          {route.screen === 'guide' ? (
            <GuidePage section={route.section} />
          ) : (
            <GlossaryPage term={route.term} />
          )}
        </main>
      </div>
    </>
  )
}
