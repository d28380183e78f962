// Unsaved input, kept in memory only: what people type may not lie on the disk outside of the encrypted store.
// A draft outlives leaving the page and locking the window; it ends with the login of somebody else or with the program.
import { onBeforeUnmount, ref, toRaw, watch, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { askToLeave } from './questions'

const drafts = new Map<string, string>()
let owner: string | null = null

/** Called at every login: another person's drafts go. */
export function draftsBelongTo(login: string) {
  if (owner !== null && owner !== login) drafts.clear()
  owner = login
}

export function forgetDrafts() {
  drafts.clear()
  owner = null
}

export function draftKept(key: string): boolean {
  return drafts.has(key)
}

export interface Draft {
  /** Whether the input differs from what is saved. */
  changed: Ref<boolean>
  /** Whether the input shown now came from a draft. */
  restored: Ref<boolean>
  /** Shows a value that is saved, each time a dialog opens; a draft kept for it is put back over it. */
  begin: (value: object) => void
  /** Say that what is shown is what is saved (after loading and after saving). */
  saved: () => void
  /** Throw the draft away. */
  discard: () => void
}

/**
 * Keeps `model` as a draft under `key()` while it differs from what was saved. Call `saved()` when the model is loaded: if a
 * draft is there, it is put back into the model and `restored` says so. `guard` asks before the route is left.
 */
export function useDraft<T extends object>(key: () => string, model: Ref<T>, options: { guard?: boolean } = {}): Draft {
  const changed = ref(false)
  const restored = ref(false)
  let clean = text(model.value)
  let first = true

  watch(
    model,
    () => {
      const now = text(model.value)
      changed.value = now !== clean
      if (changed.value) drafts.set(key(), now)
      else drafts.delete(key())
    },
    { deep: true, flush: 'sync' },
  )

  function saved() {
    clean = text(model.value)
    const kept = first ? drafts.get(key()) : undefined
    first = false
    if (kept !== undefined && kept !== clean) {
      model.value = JSON.parse(kept) as T
      restored.value = true
      return
    }
    drafts.delete(key())
    changed.value = false
    restored.value = false
  }

  function begin(value: object) {
    // Looked up first: showing the saved value would take the draft for withdrawn.
    const kept = drafts.get(key())
    clean = text(value)
    first = false
    restored.value = kept !== undefined && kept !== clean
    model.value = JSON.parse(restored.value ? kept! : clean) as T
    changed.value = restored.value
  }

  function discard() {
    model.value = JSON.parse(clean) as T
    drafts.delete(key())
    changed.value = false
    restored.value = false
  }

  if (options.guard) {
    onBeforeRouteLeave(async () => {
      if (!changed.value) return true
      const choice = await askToLeave()
      if (choice === 'discard') discard()
      return choice !== 'stay'
    })
    const warn = (event: BeforeUnloadEvent) => changed.value && event.preventDefault()
    window.addEventListener('beforeunload', warn)
    onBeforeUnmount(() => window.removeEventListener('beforeunload', warn))
  }
  return { changed, restored, begin, saved, discard }
}

function text(value: object): string {
  return JSON.stringify(toRaw(value))
}
