// The paper and its check, following what is typed: asked for together, once the hands rest; a question that has become stale is
// asked to stop, and its answer is never shown.
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { paperOf } from './lib'
import { ask, type Answer } from '@/api/ask'
import type { PaperFile } from '@/api/frame'
import type { PapersText } from '@/api/PapersText'
import { asRefusal, type Refusal } from '@/api/refusals'

export type Check = Answer<'papers_typeset_check'>

/** Who is asked; stops when told so. */
export type Asks = (text: PapersText, signal: AbortSignal) => Promise<Check>

export const frontDesk: Asks = (text, signal) => ask('papers_typeset_check', text, { signal })

export interface Follow {
  check: Ref<Check | null>
  paper: Ref<PaperFile | null>
  refusal: Ref<Refusal | null>
  busy: Ref<boolean>
  /** Milliseconds from the last key to the paper. */
  lag: Ref<number | null>
  touch: () => void
  now: () => void
}

/** `rest` is the pause after the last key, in milliseconds. */
export function useFollow(text: () => PapersText, asks: Asks = frontDesk, rest = 60): Follow {
  const check = shallowRef<Check | null>(null)
  const paper = shallowRef<PaperFile | null>(null)
  const refusal = ref<Refusal | null>(null)
  const busy = ref(false)
  const lag = ref<number | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stop: AbortController | undefined
  let turn = 0
  let touched = 0
  onScopeDispose(() => {
    turn++
    clearTimeout(waiting)
    stop?.abort()
  })

  function touch() {
    touched = performance.now()
    clearTimeout(waiting)
    waiting = setTimeout(() => void go(), rest)
  }
  function now() {
    touched = performance.now()
    clearTimeout(waiting)
    void go()
  }
  async function go() {
    const mine = ++turn
    stop?.abort()
    const mute = (stop = new AbortController())
    busy.value = true
    try {
      const found = await asks(text(), mute.signal)
      if (mine !== turn) return
      check.value = found
      refusal.value = null
      // What is wrong with the text stands in the list, line by line; the last good paper stays.
      if (found.paper === null) return
      paper.value = paperOf(found.title, found.paper)
      lag.value = Math.round(performance.now() - touched)
    } catch (thrown) {
      if (mine === turn) refusal.value = asRefusal(thrown)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { check, paper, refusal, busy, lag, touch, now }
}
