import { cleanFileName } from '../../evidence/file-name'
import { takeIn, type Aim, type TakeIn } from '../../evidence/take-in'
import type { Database } from '../../storage/database'
import { startIntake, type IntakeOutcome } from '../../workers/intake-job'
import { newId } from '../app/new-id'
import { keepSessionWhile } from '../session/open-sessions'
import type { Session } from '../session/session'
import { answerIn } from '../session/session-context'
import { bytesOf } from './bytes-of'
import { reloadFileRows } from './file-rows'
import { inspectFiles } from './inspecting'
import { messageOfFault, messageOfKept, type IntakeMessage } from './messages'

export interface IntakeState {
  readonly phase: 'idle' | 'running' | 'done' | 'cancelled'
  /** Files spoken of, and all of them. */
  readonly done: number
  readonly total: number
  readonly bytesDone: number
  readonly bytesTotal: number
  /** Files that were kept. */
  readonly kept: number
  /** Files there is something to say about, in their order. */
  readonly messages: readonly IntakeMessage[]
}

/** Takes files into an assessment. Goes on whatever tab is shown, and after the assessment was left. */
export interface Intake {
  readonly getState: () => IntakeState
  readonly subscribe: (listener: () => void) => () => void
  /** What is taken while others are on their way waits for them. */
  readonly take: (files: readonly File[], aim: Aim) => void
  /** Ends it: what was kept stays. */
  readonly cancel: () => void
  /** Forgets what was said. */
  readonly dismiss: () => void
}

const IDLE: IntakeState = {
  phase: 'idle',
  done: 0,
  total: 0,
  bytesDone: 0,
  bytesTotal: 0,
  kept: 0,
  messages: [],
}

/** The state is shown this often at most, in milliseconds: a person reads no faster, and other work goes on. */
const SHOW_EVERY = 100

/**
 * Files that are on disk are made into documents this often, in milliseconds: each time every list is drawn anew, and an
 * answer given while they are saved waits for them.
 */
const DOCUMENTS_EVERY = 500
/** So many files at most, lest the page stand still over them. */
const DOCUMENTS_AT_ONCE = 12

type Kept = Extract<IntakeOutcome, { status: 'kept' }>

/** A file on disk that is to be made into a document. */
interface Waiting {
  readonly name: string
  readonly outcome: Kept
  readonly taken: TakeIn
}

interface Order {
  readonly files: readonly File[]
  readonly aim: Aim
}

export function createIntake(database: Database, session: Session, start = startIntake): Intake {
  const listeners = new Set<() => void>()
  const waiting: Order[] = []
  const onDisk: Waiting[] = []
  let state = IDLE
  let timer: ReturnType<typeof setTimeout> | undefined
  let documentsTimer: ReturnType<typeof setTimeout> | undefined
  let cancelCurrent = (): void => undefined

  function show(part: Partial<IntakeState>): void {
    state = { ...state, ...part }
    timer ??= setTimeout(() => {
      timer = undefined
      for (const listener of listeners) listener()
    }, SHOW_EVERY)
  }

  function say(message: IntakeMessage | null): void {
    if (message) show({ messages: [...state.messages, message] })
  }

  function hear(file: File, aim: Aim, outcome: IntakeOutcome): void {
    const name = cleanFileName(file.name)
    show({ done: state.done + 1 })
    if (outcome.status !== 'kept') return say(messageOfFault(name, outcome))
    let taken = taking(name, aim, outcome)
    // What was said of the same bytes, or the same document, has to stand before more is said of it.
    if (
      onDisk.some((one) => one.outcome.sha256 === outcome.sha256 || one.taken.document === taken.document)
    ) {
      makeDocuments()
      taken = taking(name, aim, outcome)
    }
    onDisk.push({ name, outcome, taken })
    if (onDisk.length >= DOCUMENTS_AT_ONCE) return makeDocuments()
    documentsTimer ??= setTimeout(makeDocuments, DOCUMENTS_EVERY)
  }

  function taking(name: string, aim: Aim, { sha256, size, mediaType }: Kept): TakeIn {
    const level = aim.indicator === undefined ? null : levelAt(aim.indicator)
    return takeIn(session.getState().evidence, aim, { sha256, size, mediaType, name }, level, newId)
  }

  function makeDocuments(): void {
    clearTimeout(documentsTimer)
    documentsTimer = undefined
    const made = onDisk.splice(0)
    if (made.length === 0) return
    session.set(made.flatMap(({ taken }) => taken.entries))
    void reloadFileRows(
      database,
      made.map(({ outcome }) => outcome.sha256),
    )
    show({ kept: state.kept + made.length })
    for (const { name, outcome, taken } of made) say(messageOfKept(name, outcome, taken))
  }

  function levelAt(indicator: string): number | null {
    return answerIn(session.getState(), indicator).value ?? null
  }

  async function run(): Promise<void> {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      // What is taken after it was called off is another run's.
      if (!(await takeOrder(order))) return inspectFiles(database)
    }
    show({ phase: 'done' })
    inspectFiles(database)
  }

  /** Resolves with false if it was called off: the files so far are kept. */
  async function takeOrder({ files, aim }: Order): Promise<boolean> {
    // Called off from elsewhere while one waits.
    let going = true as boolean
    cancelCurrent = () => void (going = false)
    await bytesOf(files, (bytes) => going && show({ bytesTotal: state.bytesTotal + bytes }))
    if (!going) return false
    const job = start(files, {
      onRead: (bytes) => show({ bytesDone: state.bytesDone + bytes }),
      onFile: (index, outcome) => {
        const file = files[index]
        if (file) hear(file, aim, outcome)
      },
    })
    cancelCurrent = () => job.cancel()
    const ended = await job.result.then(
      () => true,
      () => false,
    )
    makeDocuments()
    // What cannot be saved now is told in the strip, and tried again.
    await session.flush().catch(() => undefined)
    return ended
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    take(files, aim) {
      if (files.length === 0) return
      const isRunning = state.phase === 'running'
      const { total } = isRunning ? state : IDLE
      waiting.push({ files, aim })
      show({ ...(isRunning ? {} : IDLE), phase: 'running', total: total + files.length })
      if (!isRunning) keepSessionWhile(session, run())
    },
    cancel() {
      if (state.phase !== 'running') return
      waiting.length = 0
      show({ phase: 'cancelled' })
      cancelCurrent()
    },
    dismiss() {
      if (state.phase !== 'running') show(IDLE)
    },
  }
}
