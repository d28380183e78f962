// The paper and its check, following what is typed: asked for once the hands rest; a question that has become stale is asked to
// stop, and its answer is never shown.
import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { ask, type Answer } from '@/api/ask'
import type { PaperFile } from '@/api/frame'
import type { PapersText } from '@/api/PapersText'
import { asRefusal, type Refusal } from '@/api/refusals'

export type Check = Answer<'papers_typeset_check'>

/** Who is asked; both stop when told so. */
export interface Asks {
  check: (text: PapersText, signal: AbortSignal) => Promise<Check>
  paper: (text: PapersText, signal: AbortSignal) => Promise<PaperFile>
}

export const frontDesk: Asks = {
  check: (text, signal) => ask('papers_typeset_check', text, { signal }),
  paper: (text, signal) => ask('papers_typeset_preview', text, { signal }),
}

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
    const asked = text()
    // Both at once: the check is quick, and the paper of a text with faults is not waited for.
    const made = asks.paper(asked, mute.signal).then(
      (file) => ({ file, fault: null }),
      (thrown: unknown) => ({ file: null, fault: asRefusal(thrown) }),
    )
    try {
      const found = await asks.check(asked, mute.signal)
      if (mine !== turn) return
      check.value = found
      const { file, fault } = await made
      if (mine !== turn) return
      if (file) {
        paper.value = file
        lag.value = Math.round(performance.now() - touched)
      }
      // What is wrong with the text stands in the list, line by line; the last good paper stays.
      refusal.value = found.troubles.length ? null : fault
    } catch (thrown) {
      if (mine === turn) refusal.value = asRefusal(thrown)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { check, paper, refusal, busy, lag, touch, now }
}
