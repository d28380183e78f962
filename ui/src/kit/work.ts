// Loading and doing: one place that keeps the busy mark and the refusal, so that no page forgets either.
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { asRefusal, type Refusal } from '@/api/refusals'

export interface Work<T> {
  data: Ref<T | null>
  refusal: Ref<Refusal | null>
  busy: Ref<boolean>
  /** True when it went well; a later start makes an earlier answer void. */
  run: () => Promise<boolean>
}

/** Something that is loaded and may be loaded again. */
export function useLoad<T>(load: () => Promise<T>): Work<T> {
  const data = shallowRef<T | null>(null)
  const refusal = ref<Refusal | null>(null)
  const busy = ref(false)
  let turn = 0
  onScopeDispose(() => turn++)
  async function run() {
    const mine = ++turn
    busy.value = true
    try {
      const answer = await load()
      if (mine !== turn) return false
      data.value = answer
      refusal.value = null
      return true
    } catch (thrown) {
      if (mine === turn) refusal.value = asRefusal(thrown)
      return false
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { data, refusal, busy, run }
}

export interface Deed {
  refusal: Ref<Refusal | null>
  busy: Ref<boolean>
  /** Runs unless something is running; the answer, or undefined after a refusal. */
  run: <T>(deed: () => Promise<T>) => Promise<T | undefined>
}

/** Something that a button does. */
export function useDeed(): Deed {
  const refusal = ref<Refusal | null>(null)
  const busy = ref(false)
  async function run<T>(deed: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    refusal.value = null
    try {
      return await deed()
    } catch (thrown) {
      refusal.value = asRefusal(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { refusal, busy, run }
}
