import { beforeEach, describe, expect, it, vi } from 'vitest'
import { invoke } from '@tauri-apps/api/core'
import { ask, onAnswer } from './ask'
import { paperFrom } from './frame'
import { asRefusal, isRefusal } from './refusals'

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }))
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn(() => Promise.resolve(() => {})) }))

function frame(head: string, body: number[]): ArrayBuffer {
  const words = new TextEncoder().encode(head)
  const out = new Uint8Array(4 + words.length + body.length)
  new DataView(out.buffer).setUint32(0, words.length)
  out.set(words, 4)
  out.set(body, 4 + words.length)
  return out.buffer
}

describe('a file answer', () => {
  it('is taken apart into name, kind and bytes', () => {
    const paper = paperFrom(frame('{"name":"成员名单.pdf","mime":"application/pdf"}', [37, 80, 68, 70]))
    expect(paper.name).toBe('成员名单.pdf')
    expect([...paper.bytes]).toEqual([37, 80, 68, 70])
  })
  it('is refused when it was cut short', () => {
    expect(() => paperFrom(new ArrayBuffer(2))).toThrow()
    expect(() => paperFrom(frame('{"name":"a","mime":"b"}', []).slice(0, 9))).toThrow()
  })
})

describe('asking', () => {
  beforeEach(() => void vi.mocked(invoke).mockReset())
  it('hands name and request over and gives the answer back', async () => {
    vi.mocked(invoke).mockResolvedValue({ version: '1' })
    expect(await ask('system_about', {})).toEqual({ version: '1' })
    expect(vi.mocked(invoke).mock.calls[0]?.slice(0, 2)).toEqual(['ask', expect.objectContaining({ name: 'system_about', request: {} })])
  })
  it('rejects with the refusal as it came', async () => {
    const refusal = { kind: 'NotAllowed', message: '还没有登录。', hint: null, article: null }
    vi.mocked(invoke).mockRejectedValue(refusal)
    await expect(ask('system_about', {})).rejects.toEqual(refusal)
  })
  it('tells watchers how it ended', async () => {
    const seen: unknown[] = []
    const stop = onAnswer((name, failed) => seen.push([name, isRefusal(failed)]))
    vi.mocked(invoke).mockRejectedValue('boom')
    await ask('system_about', {}).catch(() => undefined)
    stop()
    expect(seen).toEqual([['system_about', true]])
  })
})

it('whatever is thrown becomes a sentence with a remedy, and its English goes to the log', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const refusal = asRefusal(new TypeError('x is undefined'))
  expect(refusal.kind).toBe('Broken')
  expect(refusal.message).not.toMatch(/[a-z]/i)
  expect(log).toHaveBeenCalled()
  expect(refusal.hint).not.toBeNull()
})
