import { fieldKey, sameValue, type Change, type ChangeValue, type Target } from '../../answers/change'
import { fieldSchema } from '../../answers/fields'
import { fieldState, headIds, presentOf, withChanges, type Present } from '../../answers/present'
import type { Assessment } from '../../answers/assessment'
import type { Instrument } from '../../instrument/schema'
import {
  readAndFinalise,
  readChanges,
  readChangesById,
  saveChanges,
  type Saving,
} from '../../storage/changes'
import type { Database } from '../../storage/database'
import { updateLocal, updateScope } from '../../storage/assessments'
import type { NewsChannel } from '../../storage/news'
import { rescue } from '../../storage/rescue'
import type { LocalFacts, StoredAssessment } from '../../storage/stored-assessment'
import { createWriter, type SaveState } from '../../storage/writer'
import { z } from '../../schema-setup'
import { derive, deriveAgain, type Derived } from './derived'

/** One text is amended in place for this long; then the next key begins a new change. Milliseconds. */
export const STRETCH = 5 * 60 * 1000

export interface SessionState extends Derived {
  readonly assessment: Assessment
  readonly local: LocalFacts
  readonly present: Present
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
  /** Changes fields at once. Values the field cannot hold are refused (false) and change nothing. */
  readonly set: (entries: readonly Entry[]) => boolean
  /** Takes in the text of a field that is being typed. Refuses (false) what the field cannot hold. */
  readonly type: (entry: Entry) => boolean
  /** The typing of a field has ended: its next text is a change of its own. */
  readonly endTyping: (target: Target, field: string) => void
  readonly setPlace: (indicatorId: string) => void
  readonly setAuthor: (author: { unit: string; person: string }) => void
  readonly setScope: (scope: Assessment['scope']) => Promise<void>
  /** All changes, saved and final, to be written into a file. */
  readonly changesForFile: () => Promise<Change[]>
  /** A file with so many changes is known to be saved. */
  readonly markBackedUp: (changes: number) => Promise<void>
  readonly flush: () => Promise<void>
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
  const tab = crypto.randomUUID()
  const listeners = new Set<() => void>()
  const stretches = new Map<string, Stretch>()
  const present = presentOf(await readChanges(database, id))
  let state: SessionState = {
    ...derive(instrument, stored.assessment, present),
    assessment: stored.assessment,
    local: stored.local,
    present,
    saving: { kind: 'idle' },
  }

  const writer = createWriter({
    save: (savings) => saveChanges(database, id, savings, now()),
    onSaved: afterSaving,
    onState: (saving) => update({ saving }),
    now,
  })

  function update(part: Partial<SessionState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  function fold(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const folded = withChanges(state.present, changes)
    const changed = new Set(changes.map((change) => fieldKey(change.target, change.field)))
    update({ present: folded, ...deriveAgain(state, instrument, state.assessment, folded, changed) })
  }

  function afterSaving(submitted: readonly Saving[], saved: readonly Change[]): void {
    rescue(tab, id, writer.unsaved())
    const at = now()
    update({ local: { ...state.local, lastChangeAt: at, unsavedSince: state.local.unsavedSince ?? at } })
    news.publish({ kind: 'changes', assessment: id, ids: saved.map((change) => change.id) })
    const moved = saved.filter((change) => !submitted.some((saving) => saving.change.id === change.id))
    if (moved.length > 0) void takeMoved(moved)
  }

  /** Another tab replaced what was being typed here: the text went on under an id of its own. */
  async function takeMoved(moved: readonly Change[]): Promise<void> {
    for (const change of moved) {
      const key = fieldKey(change.target, change.field)
      const stretch = stretches.get(key)
      if (stretch) stretches.set(key, { ...stretch, saving: { change, otherId: crypto.randomUUID() } })
    }
    fold(
      await readChangesById(
        database,
        id,
        moved.flatMap((change) => change.replaces),
      ),
    )
    fold(moved)
  }

  function newChange({ target, field, value }: Entry): Change {
    const { unit, person } = state.local
    return {
      id: crypto.randomUUID(),
      target,
      field,
      value,
      replaces: headIds(state.present, target, field),
      unit,
      person,
      at: now(),
    }
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
    writer.submit(changes.map(asSaving), false)
    return true
  }

  function type(entry: Entry): boolean {
    const cleaned = clean(entry)
    if (!cleaned) return false
    const key = fieldKey(cleaned.target, cleaned.field)
    const stretch = stretches.get(key)
    const going = stretch && Date.now() - stretch.since < STRETCH ? stretch : undefined
    if (!going && isPresent(state.present, cleaned)) return true
    const saving = going
      ? { ...going.saving, change: { ...going.saving.change, value: cleaned.value, at: now() } }
      : asSaving(newChange(cleaned))
    stretches.set(key, { saving, since: going?.since ?? Date.now() })
    fold([saving.change])
    writer.submit([saving], true)
    return true
  }

  async function receive(ids: readonly string[]): Promise<void> {
    fold(await readChangesById(database, id, ids))
  }

  function keepUnsaved(): void {
    if (document.visibilityState !== 'hidden') return
    rescue(tab, id, writer.unsaved())
    // Told through onState; the rescued copy stands in until it succeeds.
    writer.flush().catch(() => undefined)
  }

  const stopNews = news.subscribe((item) => {
    if (item.kind === 'changes' && item.assessment === id) void receive(item.ids)
  })
  document.addEventListener('visibilitychange', keepUnsaved)
  addEventListener('pagehide', keepUnsavedAtLeave)

  function keepUnsavedAtLeave(): void {
    rescue(tab, id, writer.unsaved())
  }

  function remember(part: Partial<LocalFacts>): void {
    update({ local: { ...state.local, ...part } })
    void updateLocal(database, id, (local) => ({ ...local, ...part }))
  }

  return {
    instrument,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set,
    type,
    endTyping: (target, field) => void stretches.delete(fieldKey(target, field)),
    setPlace(place) {
      if (place !== state.local.place) remember({ place })
    },
    setAuthor: (author) => remember(author),
    async setScope(scope) {
      await updateScope(database, id, scope)
      const assessment = { ...state.assessment, scope }
      update({ assessment, ...derive(instrument, assessment, state.present) })
    },
    async changesForFile() {
      await writer.flush()
      stretches.clear()
      return readAndFinalise(database, id)
    },
    async markBackedUp(changes) {
      const backup = { at: now(), changes }
      const whole = countChanges(state.present) === changes
      await updateLocal(database, id, (local) => ({
        ...local,
        backup,
        unsavedSince: whole ? null : local.unsavedSince,
      }))
      update({ local: { ...state.local, backup, unsavedSince: whole ? null : state.local.unsavedSince } })
    },
    flush: () => writer.flush(),
    async close() {
      document.removeEventListener('visibilitychange', keepUnsaved)
      removeEventListener('pagehide', keepUnsavedAtLeave)
      stopNews()
      await writer.flush()
    },
  }
}

/** The number of changes a present is made of. */
export function countChanges(present: Present): number {
  return [...present.fields.values()].reduce((count, field) => count + field.changes.length, 0)
}

function now(): string {
  return new Date().toISOString()
}

function asSaving(change: Change): Saving {
  return { change, otherId: crypto.randomUUID() }
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
