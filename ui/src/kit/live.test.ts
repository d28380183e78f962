import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PaperFile } from '@/api/frame'
import { useLivePaper } from './live'

const paper = (name: string): PaperFile => ({ name, mime: 'application/pdf', bytes: new Uint8Array() })

describe('the paper beside the text', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is asked for once the hands rest', async () => {
    const make = vi.fn(async () => paper('a'))
    const live = effectScope().run(() => useLivePaper(make, 200))!
    live.touch()
    await vi.advanceTimersByTimeAsync(150)
    live.touch()
    await vi.advanceTimersByTimeAsync(150)
    expect(make).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(60)
    expect(make).toHaveBeenCalledTimes(1)
    expect(live.paper.value?.name).toBe('a')
  })
  it('is never asked for twice at a time, and the last text wins', async () => {
    const waiting: ((paper: PaperFile) => void)[] = []
    const make = vi.fn(() => new Promise<PaperFile>((done) => waiting.push(done)))
    const live = effectScope().run(() => useLivePaper(make, 200))!
    live.now()
    live.touch()
    await vi.advanceTimersByTimeAsync(250)
    live.touch()
    await vi.advanceTimersByTimeAsync(250)
    expect(make).toHaveBeenCalledTimes(1)
    waiting[0]!(paper('old'))
    await vi.advanceTimersByTimeAsync(0)
    expect(make).toHaveBeenCalledTimes(2)
    waiting[1]!(paper('new'))
    await vi.advanceTimersByTimeAsync(0)
    expect(live.paper.value?.name).toBe('new')
    expect(live.busy.value).toBe(false)
  })
  it('keeps the last paper and says why there is no new one', async () => {
    let fails = false
    const live = effectScope().run(() =>
      useLivePaper(async () => {
        if (fails) throw { kind: 'Refused', message: '标题为空。', hint: null, article: null }
        return paper('a')
      }),
    )!
    live.now()
    await vi.advanceTimersByTimeAsync(0)
    fails = true
    live.now()
    await vi.advanceTimersByTimeAsync(0)
    expect(live.refusal.value?.message).toBe('标题为空。')
    expect(live.paper.value?.name).toBe('a')
  })
})
