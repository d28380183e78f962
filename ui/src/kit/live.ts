// The paper that follows typing: asked for once the hands rest, never twice at the same time, the last text always wins.
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import type { PaperFile } from '@/api/frame'
import { asRefusal, type Refusal } from '@/api/refusals'

export interface Live {
  paper: Ref<PaperFile | null>
  refusal: Ref<Refusal | null>
  busy: Ref<boolean>
  /** The text has changed. */
  touch: () => void
  /** Ask at once. */
  now: () => void
}

/** `rest` is the pause after the last key, in milliseconds. */
export function useLivePaper(make: () => Promise<PaperFile>, rest = 200): Live {
  const paper = shallowRef<PaperFile | null>(null)
  const refusal = ref<Refusal | null>(null)
  const busy = ref(false)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let again = false
  let over = false
  onScopeDispose(() => {
    over = true
    clearTimeout(waiting)
  })

  function touch() {
    clearTimeout(waiting)
    waiting = setTimeout(now, rest)
  }
  function now() {
    clearTimeout(waiting)
    if (busy.value) again = true
    else void ask()
  }
  async function ask() {
    busy.value = true
    again = false
    try {
      const made = await make()
      if (!over) paper.value = made
      refusal.value = null
    } catch (thrown) {
      refusal.value = asRefusal(thrown)
    } finally {
      busy.value = false
    }
    if (again && !over) await ask()
  }
  return { paper, refusal, busy, touch, now }
}
