import { Icon } from '../../ui/icon'
import { StatusMark } from '../../ui/status-mark'
import { hrefOf } from '../app/routes'
import { useDrawnState, useSession } from '../session/session-context'
import { answeredIn, differsIn, questionsOf } from './questions'

/** After the indicators of the list: the general questions, and how many of them are answered. */
export function QuestionsRow({ current }: { readonly current: boolean }) {
  const session = useSession()
  const questions = questionsOf(session.instrument)
  const answered = useDrawnState((state) => answeredIn(state, questions))
  const differs = useDrawnState((state) => differsIn(state, questions))
  if (questions.length === 0) return null
  const status = answered === questions.length ? 'lengkap' : answered > 0 ? 'sebagian' : 'belum'
  return (
    <section>
      <h3>
        Di luar indikator{' '}
        <span>
          {answered} dari {questions.length}
        </span>
      </h3>
      <ol>
        <li>
          <a
            href={hrefOf({ screen: 'questions', assessment: session.getState().assessment.id })}
            {...(current ? { 'aria-current': 'page' as const } : {})}
          >
            <span className="n" />
            <span className="t">Pertanyaan umum</span>
            {differs && <Icon name="warning" label="Ada perbedaan" />}
            <StatusMark status={status} label={`${answered} dari ${questions.length} terjawab`} />
          </a>
        </li>
      </ol>
    </section>
  )
}
