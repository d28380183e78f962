// Locks the window when nobody has touched it for a while. Measured by the clock, so that a sleeping machine locks too.
import { onScopeDispose } from 'vue'

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

export function useIdle(minutes: () => number, whenIdle: () => void, every = 5000) {
  let last = Date.now()
  const touch = () => (last = Date.now())
  for (const sign of SIGNS) addEventListener(sign, touch, { passive: true, capture: true })
  const timer = setInterval(() => {
    if (minutes() > 0 && Date.now() - last >= minutes() * 60_000) {
      last = Date.now()
      whenIdle()
    }
  }, every)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const sign of SIGNS) removeEventListener(sign, touch, { capture: true })
  })
}
