import { describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useFollow, type Asks, type Check } from './follow'
import { blankForm, chosen, missingPictures, sourceName, textOf, type Field } from './lib'
import { mergedRows, pasteTable } from './paste'

const nothing: Check = { title: '', kind: '', troubles: [], corrections: [], doubts: [], pages: 1, substituted: [], missing: [], notes: [], paper: btoa('%PDF') }

/** Asks that answer when they are let go, in any order. */
function desk() {
  const waiting: { text: string; signal: AbortSignal; go: (check?: Partial<Check>) => void }[] = []
  const asks: Asks = (text, signal) => new Promise((done) => waiting.push({ text: text.source ?? '', signal, go: (check) => done({ ...nothing, title: text.source ?? '', ...check }) }))
  return { asks, waiting }
}
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

describe('the paper that follows typing', () => {
  it('asks once the hands rest, stops what has become stale and never shows it', async () => {
    vi.useFakeTimers()
    const { asks, waiting } = desk()
    let source = ''
    const scope = effectScope()
    const follow = scope.run(() => useFollow(() => ({ source, form: null, files: [], tidy: true }), asks, 60))!
    for (source of ['一', '一二', '一二三']) {
      follow.touch()
      vi.advanceTimersByTime(30)
    }
    expect(waiting).toHaveLength(0)
    vi.advanceTimersByTime(60)
    expect(waiting.map((one) => one.text)).toEqual(['一二三'])
    source = '一二三四'
    follow.touch()
    vi.advanceTimersByTime(60)
    expect(waiting[0]!.signal.aborted).toBe(true)
    waiting[1]!.go()
    await settle()
    expect(follow.check.value?.title).toBe('一二三四')
    expect(follow.paper.value?.name).toBe('一二三四.pdf')
    expect(new TextDecoder().decode(follow.paper.value?.bytes)).toBe('%PDF')
    expect(waiting).toHaveLength(2)
    waiting[0]!.go()
    await settle()
    expect(follow.check.value?.title).toBe('一二三四')
    expect(follow.busy.value).toBe(false)
    scope.stop()
    vi.useRealTimers()
  })
  it('keeps the last good paper while a text has faults', async () => {
    const { asks, waiting } = desk()
    let source = '好'
    const scope = effectScope()
    const follow = scope.run(() => useFollow(() => ({ source, form: null, files: [], tidy: true }), asks))!
    follow.now()
    waiting[0]!.go()
    await settle()
    source = '坏'
    follow.now()
    waiting[1]!.go({ paper: null, troubles: [{ line: 2, key: '', message: '不对' }] })
    await settle()
    expect([follow.paper.value?.name, follow.refusal.value, follow.check.value?.troubles.length]).toEqual(['好.pdf', null, 1])
    scope.stop()
  })
})

describe('a text on its way', () => {
  it('is either the form or the source', () => {
    const writing = { raw: false, source: 'x', form: blankForm('letter'), tidy: true }
    expect(textOf(writing, []).source).toBeNull()
    expect(textOf({ ...writing, raw: true }, []).form).toBeNull()
  })
  it('shows the label of a choice, whichever of its names was written', () => {
    const field = { key: 'sealing', label: '用印', takes: 'choice', required: false, hint: '', choices: [{ key: 'none', label: '不盖章' }] } as Field
    expect([chosen(field, 'none'), chosen(field, '不盖章'), chosen(field, '别的'), chosen(field, undefined)]).toEqual(['不盖章', '不盖章', '别的', ''])
  })
  it('has a name that every system takes', () => {
    expect(sourceName('关于“质量/强市”: 的通知')).toBe('关于“质量强市”的通知.txt')
    expect(sourceName('')).toBe('未命名.txt')
  })
  it('knows which pictures have not come along', () => {
    const text = '会议\n![走势](资料/图1.png)\n![](图2.png)\n文中 ![不是](图3.png) 图片'
    expect(missingPictures(text, [{ name: '图1.png', data: '' }])).toEqual(['图2.png'])
  })
})

describe('a table pasted from a spreadsheet', () => {
  const html = '<table><tr><td rowspan="2">序号</td><td colspan="2">数量\n  （件）</td></tr><tr><td>上年</td><td>本年<br>（预计）</td></tr><tr><td>1</td><td>35</td><td>36</td></tr></table>'
  it('keeps its merged cells as marks', () => {
    expect(mergedRows(html)).toBe('序号\t数量 （件）\t<<\n^^\t上年\t"本年\n（预计）"\n1\t35\t36')
  })
  it('is left to the plain text where nothing is merged, or where there is more than one table', () => {
    expect([mergedRows('<table><tr><td>1</td></tr></table>'), mergedRows(html + html), mergedRows('<p colspan>字</p>')]).toEqual([null, null, null])
  })
  it('stands where the text was marked, and whoever follows the text hears of it', () => {
    const area = document.createElement('textarea')
    area.value = '前旧后'
    area.setSelectionRange(1, 2)
    const heard = vi.fn()
    area.addEventListener('input', heard)
    const event = new Event('paste', { cancelable: true }) as ClipboardEvent
    Object.defineProperties(event, { clipboardData: { value: { getData: () => html } }, target: { value: area } })
    expect(pasteTable(event)).toBe(true)
    expect(area.value.startsWith('前序号\t数量') && area.value.endsWith('36\n后')).toBe(true)
    expect([heard.mock.calls.length, event.defaultPrevented]).toEqual([1, true])
  })
})
