import { cleanFileName } from '../../evidence/file-name'
import { takeIn, type Aim } from '../../evidence/take-in'
import type { Database } from '../../storage/database'
import { startIntake, type IntakeOutcome } from '../../workers/intake-job'
import { newId } from '../app/new-id'
import { keepSessionWhile } from '../session/open-sessions'
import type { Session } from '../session/session'
import { answerIn } from '../session/session-context'
import { reloadFileRow } from './file-rows'
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

interface Order {
  readonly files: readonly File[]
  readonly aim: Aim
}

export function createIntake(database: Database, session: Session, start = startIntake): Intake {
  const listeners = new Set<() => void>()
  const waiting: Order[] = []
  let state = IDLE
  let timer: ReturnType<typeof setTimeout> | undefined
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
    const { sha256, size, mediaType } = outcome
    const { evidence } = session.getState()
    const level = aim.indicator === undefined ? null : levelAt(aim.indicator)
    const taken = takeIn(evidence, aim, { sha256, size, mediaType, name }, level, newId)
    session.set(taken.entries)
    void reloadFileRow(database, sha256)
    show({ kept: state.kept + 1 })
    say(messageOfKept(name, outcome, taken))
  }

  function levelAt(indicator: string): number | null {
    return answerIn(session.getState(), indicator).value ?? null
  }

  async function run(): Promise<void> {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      const { files, aim } = order
      const job = start(files, {
        onRead: (bytes) => show({ bytesDone: state.bytesDone + bytes }),
        onFile: (index, outcome) => {
          const file = files[index]
          if (file) hear(file, aim, outcome)
        },
      })
      cancelCurrent = () => job.cancel()
      // Called off, its files so far are kept: told by the phase.
      await job.result.catch(() => undefined)
    }
    if (state.phase === 'running') show({ phase: 'done' })
    inspectFiles(database)
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
      const { total, bytesTotal } = isRunning ? state : IDLE
      const bytes = files.reduce((sum, { size }) => sum + size, 0)
      waiting.push({ files, aim })
      show({
        ...(isRunning ? {} : IDLE),
        phase: 'running',
        total: total + files.length,
        bytesTotal: bytesTotal + bytes,
      })
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
