import { afterFrame } from '../../ui/after-frame'
import { newId } from '../app/new-id'
import { fieldKey, sameValue, type Change, type ChangeValue, type Target } from '../../answers/change'
import { fieldSchema } from '../../answers/fields'
import { fieldState, headIds, presentOf, withChanges, type Present } from '../../answers/present'
import type { Assessment } from '../../answers/assessment'
import { partKeysOf } from '../../instrument/lookup'
import type { Instrument } from '../../instrument/schema'
import {
  readAndFinalise,
  readChanges,
  readChangesById,
  saveChanges,
  type Saving,
} from '../../storage/changes'
import type { Database } from '../../storage/database'
import { noteBackup, readAssessment, updateLocal, updateScope } from '../../storage/assessments'
import type { NewsChannel } from '../../storage/news'
import { rescue } from '../../storage/rescue'
import { changedAt, type LocalFacts, type StoredAssessment } from '../../storage/stored-assessment'
import { createWriter, type SaveState } from '../../storage/writer'
import { z } from '../../schema-setup'
import { derive, deriveAgain, type Derived } from './derived'

/** One text is amended in place for this long; then the next key begins a new change. Milliseconds. */
export const STRETCH = 5 * 60 * 1000

export interface SessionState extends Derived {
  readonly assessment: Assessment
  readonly local: LocalFacts
  readonly present: Present
  /** Keys of the parts, for the indicators that are rated in parts. */
  readonly partKeys: ReadonlyMap<string, readonly string[]>
  readonly saving: SaveState
}

export interface Entry {
  readonly target: Target
  readonly field: string
  readonly value: ChangeValue
}

/** An open assessment: its present in memory, every change on its way to the disk. */
export interface Session {
  readonly instrument: Instrument
  readonly getState: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /** The state one frame behind: what lists and sums show need not come in the very frame of a key. */
  readonly getDrawnState: () => SessionState
  readonly subscribeDrawn: (listener: () => void) => () => void
  /** Changes fields at once. Values the field cannot hold are refused (false) and change nothing. */
  readonly set: (entries: readonly Entry[]) => boolean
  /** Takes in the text of a field that is being typed. Refuses (false) what the field cannot hold. */
  readonly type: (entry: Entry) => boolean
  /** Whether a text of the field is being typed here. */
  readonly isTyping: (target: Target, field: string) => boolean
  /** The typing of a field has ended: its next text is a change of its own. */
  readonly endTyping: (target: Target, field: string) => void
  readonly endAllTyping: () => void
  readonly setPlace: (indicatorId: string) => void
  readonly setAuthor: (author: { unit: string; person: string }) => void
  readonly setScope: (scope: Assessment['scope']) => Promise<void>
  /** All changes, saved and final, to be written into a file. */
  readonly changesForFile: () => Promise<Change[]>
  /** A file with these changes, and evidence files of these SHA-256, is known to be saved. */
  readonly markBackedUp: (changes: readonly Change[], files?: ReadonlySet<string>) => Promise<void>
  readonly flush: () => Promise<void>
  /** Saves everything, then stops hearing other tabs and the page. Rejects if a save fails, and goes on hearing. */
  readonly close: () => Promise<void>
}

interface Stretch {
  readonly saving: Saving
  readonly since: number
}

export interface SessionDependencies {
  readonly database: Database
  readonly news: NewsChannel
  readonly instrument: Instrument
  readonly stored: StoredAssessment
}

/** Opens a session on a stored assessment. Throws what reading the database throws. */
export async function openSession({
  database,
  news,
  instrument,
  stored,
}: SessionDependencies): Promise<Session> {
  const { id } = stored.assessment
  const tab = newId()
  const listeners = new Set<() => void>()
  const drawnListeners = new Set<() => void>()
  const stretches = new Map<string, Stretch>()

  /** What other tabs saved is read one piece of news after the other, so that an older reading never comes last. */
  let receiving: Promise<void> = Promise.resolve()
  let opened = (): void => undefined
  const opening = new Promise<void>((resolve) => (opened = resolve))
  const stopNews = news.subscribe((item) => {
    if (item.kind !== 'changes' || item.assessment !== id) return
    // What cannot be read now is read when the assessment is opened next.
    receiving = receiving.then(() => opening.then(() => receive(item.ids))).catch(() => undefined)
  })
  const present = presentOf(
    await readChanges(database, id).catch((cause: unknown) => {
      stopNews()
      throw cause
    }),
  )
  let state: SessionState = {
    ...derive(instrument, stored.assessment, present),
    assessment: stored.assessment,
    local: stored.local,
    present,
    partKeys: partKeysOf(instrument),
    saving: { kind: 'idle' },
  }

  let drawn = state
  let isDrawing = false

  const writer = createWriter({
    save: (savings) => saveChanges(database, id, savings, now()),
    onSaved: afterSaving,
    onState(saving) {
      // A tab may be closed or crash before the next attempt.
      if (saving.kind === 'failed') rescue(tab, id, writer.unsaved())
      update({ saving }, saving.kind !== 'saving')
    },
    now,
  })

  /** What the disk answered is drawn at once, unless a key waits for its frame. */
  function update(part: Partial<SessionState>, isAnswer = false): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
    if (isDrawing) return
    if (isAnswer) return draw()
    isDrawing = true
    afterFrame(draw)
  }

  function draw(): void {
    isDrawing = false
    drawn = state
    for (const listener of drawnListeners) listener()
  }

  function fold(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const folded = withChanges(state.present, changes)
    const changed = new Set(changes.map((change) => fieldKey(change.target, change.field)))
    update({ present: folded, ...deriveAgain(state, instrument, state.assessment, folded, changed) })
  }

  function afterSaving(submitted: readonly Saving[], saved: readonly Change[]): void {
    rescue(tab, id, writer.unsaved())
    if (saved.length === 0) return
    update({ local: changedAt(state.local, now()) }, true)
    news.publish({ kind: 'changes', assessment: id, ids: saved.map((change) => change.id) })
    const moved = saved.filter((change) => !submitted.some((saving) => saving.change.id === change.id))
    if (moved.length > 0) takeMoved(moved)
  }

  /** Another tab replaced what was being typed here: the text went on under an id of its own. */
  function takeMoved(moved: readonly Change[]): void {
    for (const change of moved) {
      const key = fieldKey(change.target, change.field)
      const stretch = stretches.get(key)
      // A stretch begun since is another change.
      if (stretch && change.replaces.includes(stretch.saving.change.id)) {
        stretches.set(key, { ...stretch, saving: { change, otherId: newId() } })
      }
    }
    fold(moved)
    // The changes they left behind say what is stored, no longer what was typed on here.
    receiving = receiving
      .then(() => receive(moved.flatMap((change) => change.replaces)))
      .catch(() => undefined)
  }

  function newChange({ target, field, value }: Entry): Change {
    const { unit, person } = state.local
    return {
      id: newId(),
      target,
      field,
      value,
      replaces: overwrittenBy(target, field),
      unit,
      person,
      at: now(),
    }
  }

  /** The heads of a field. A text still on its way to the disk may have to take its other id there. */
  function overwrittenBy(target: Target, field: string): string[] {
    const heads = headIds(state.present, target, field)
    const underway = writer.unsaved().filter(({ change }) => heads.includes(change.id))
    return [...new Set([...heads, ...underway.map(({ otherId }) => otherId)])]
  }

  function set(entries: readonly Entry[]): boolean {
    const cleaned = entries.map(clean)
    if (cleaned.some((entry) => entry === null)) return false
    const changing = cleaned.filter(
      (entry): entry is Entry => entry !== null && !isPresent(state.present, entry),
    )
    if (changing.length === 0) return true
    const changes = changing.map(newChange)
    for (const entry of changing) stretches.delete(fieldKey(entry.target, entry.field))
    fold(changes)
    writer.submit(
      changes.map((change) => ({ ...asSaving(change), isNew: true })),
      false,
    )
    return true
  }

  function type(entry: Entry): boolean {
    const cleaned = clean(entry)
    if (!cleaned) return false
    const key = fieldKey(cleaned.target, cleaned.field)
    const stretch = stretches.get(key)
    const going = stretch && Date.now() - stretch.since < STRETCH ? stretch : undefined
    if (isPresent(state.present, cleaned)) return true
    // A difference has no input of its own; blank is how a form holds it. It is decided with `set`, never by that.
    if (cleaned.value === '' && state.present.differences.has(key)) return true
    const saving = going
      ? { ...going.saving, change: { ...going.saving.change, value: cleaned.value, at: now() } }
      : asSaving(newChange(cleaned))
    stretches.set(key, { saving, since: going?.since ?? Date.now() })
    fold([saving.change])
    writer.submit([saving], true)
    return true
  }

  function takeScope(scope: Assessment['scope']): void {
    if (String(scope) === String(state.assessment.scope)) return
    const assessment = { ...state.assessment, scope }
    update({ assessment, ...derive(instrument, assessment, state.present) })
  }

  /** Takes in what another tab saved, and what is remembered of backup and scope. */
  async function receive(ids: readonly string[]): Promise<void> {
    fold(await readChangesById(database, id, ids))
    const row = await readAssessment(database, id)
    if (!row) return
    const { lastChangeAt, unsavedSince, backup } = row.local
    update({ local: { ...state.local, lastChangeAt, unsavedSince, backup } })
    takeScope(row.assessment.scope)
  }

  function keepUnsaved(): void {
    if (document.visibilityState !== 'hidden') return
    rescue(tab, id, writer.unsaved())
    // Told through onState; the rescued copy stands in until it succeeds.
    writer.flush().catch(() => undefined)
  }

  document.addEventListener('visibilitychange', keepUnsaved)
  addEventListener('pagehide', keepUnsavedAtLeave)

  function keepUnsavedAtLeave(): void {
    rescue(tab, id, writer.unsaved())
  }

  function remember(part: Partial<LocalFacts>): void {
    update({ local: { ...state.local, ...part } })
    // Worth no word of its own: a full disk is told as soon as a change cannot be saved.
    updateLocal(database, id, (local) => ({ ...local, ...part })).catch(() => undefined)
  }

  opened()
  return {
    instrument,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getDrawnState: () => drawn,
    subscribeDrawn(listener) {
      drawnListeners.add(listener)
      return () => drawnListeners.delete(listener)
    },
    set,
    type,
    isTyping: (target, field) => stretches.has(fieldKey(target, field)),
    endTyping: (target, field) => void stretches.delete(fieldKey(target, field)),
    endAllTyping: () => stretches.clear(),
    setPlace(place) {
      if (place !== state.local.place) remember({ place })
    },
    setAuthor: (author) => remember(author),
    async setScope(scope) {
      await updateScope(database, id, scope)
      takeScope(scope)
      news.publish({ kind: 'changes', assessment: id, ids: [] })
    },
    async changesForFile() {
      await writer.flush()
      stretches.clear()
      return readAndFinalise(database, id)
    },
    async markBackedUp(changes, files) {
      const local = await noteBackup(database, id, changes, now(), files)
      if (!local) return
      update({ local: { ...state.local, backup: local.backup, unsavedSince: local.unsavedSince } })
      news.publish({ kind: 'changes', assessment: id, ids: [] })
    },
    flush: () => writer.flush(),
    async close() {
      await writer.flush()
      document.removeEventListener('visibilitychange', keepUnsaved)
      removeEventListener('pagehide', keepUnsavedAtLeave)
      stopNews()
    },
  }
}

function now(): string {
  return new Date().toISOString()
}

function asSaving(change: Change): Saving {
  return { change, otherId: newId() }
}

/** The entry with its value as the field keeps it, or null if the field cannot hold it. */
function clean(entry: Entry): Entry | null {
  const schema = fieldSchema(entry.target.kind, entry.field)
  const reading = schema && z.safeParse(schema, entry.value)
  return reading?.success ? { ...entry, value: reading.data as ChangeValue } : null
}

/** Whether the field says this already; a blank field counts as empty text, no choice and nothing ticked. */
function isPresent(present: Present, { target, field, value }: Entry): boolean {
  const heads = fieldState(present, target, field)?.heads ?? []
  const [first] = heads
  if (!first) return value === '' || value === null || (Array.isArray(value) && value.length === 0)
  return heads.length === 1 && sameValue(first.value, value)
}
