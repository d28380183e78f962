import { describe, expect, it } from 'vitest'
import { articleName } from './articles'
import { dueWords } from './due'
import { accepts, sizeInWords, toBase64 } from './files'
import { fitting, inOrder, lastPage, orderOf, sliceOf, type LedgerQuery, type Part } from './ledger'

const query = (over: Partial<LedgerQuery>): LedgerQuery => ({ page: 1, size: 2, sort: null, direction: 'asc', ...over })

describe('what a ledger asks for', () => {
  it('is its own order until a column is clicked', () => {
    expect(orderOf(query({}))).toBeNull()
    expect(orderOf(query({ sort: 'name', direction: 'desc' }))).toEqual({ by: 'name', desc: true })
  })
  it('is exported in the order in which it was shown last', async () => {
    const asked: Part[] = []
    const { load, whole } = inOrder((part) => Promise.resolve(asked.push(part)))
    expect(whole().order).toBeNull()
    await load(query({ page: 2, sort: 'due_on' }))
    expect(asked).toEqual([{ slice: { offset: 2, limit: 2 }, order: { by: 'due_on', desc: false } }])
    expect(whole()).toEqual({ slice: { offset: 0, limit: 500 }, order: { by: 'due_on', desc: false } })
  })
})

it('wide columns give way from the right until the rest fits, and no other', () => {
  const columns = [{ key: 'a', width: 200 }, { key: 'b', width: 200, wide: true }, { key: 'c' }, { key: 'd', width: 200, wide: true }]
  const fit = (room: number) => fitting(columns, room, (c) => c.width).map((c) => c.key)
  expect(fit(1000)).toEqual(['a', 'b', 'c', 'd'])
  expect(fit(600)).toEqual(['a', 'b', 'c'])
  expect(fit(100)).toEqual(['a', 'c'])
})

it('a list that shrank has a last page of one at least', () => {
  expect(lastPage(0, 50)).toBe(1)
  expect(lastPage(101, 50)).toBe(3)
})
it('a page is asked for as rows left out and rows wanted', () => expect(sliceOf(query({ page: 3, size: 50 }))).toEqual({ offset: 100, limit: 50 }))

it('articles are named as the rules name them', () => {
  expect([1, 10, 13, 20, 22, 30].map(articleName)).toEqual(['第一条', '第十条', '第十三条', '第二十条', '第二十二条', '第三十条'])
})

it('what is overdue is red, what is near is amber', () => {
  expect(dueWords(-6)).toEqual({ words: '逾期 6 天', tone: 'red' })
  expect(dueWords(0)).toEqual({ words: '今日', tone: 'amber' })
  expect(dueWords(4)).toEqual({ words: '余 4 天', tone: 'green' })
  expect(dueWords(null)).toBeNull()
})

it('a file is judged by its ending whatever its case', () => {
  expect(accepts('名册.XLSX', '.xlsx,.xls')).toBe(true)
  expect(accepts('名册.xlsx.exe', '.xlsx')).toBe(false)
})
it('bytes become base64 beyond the size of one call', () => {
  const bytes = new Uint8Array(100_000).map((_, i) => i % 256)
  const back = atob(toBase64(bytes))
  expect([back.length, bytes.every((byte, at) => back.charCodeAt(at) === byte)]).toEqual([100_000, true])
})
it('sizes are told in units people know', () => expect(sizeInWords(1_500_000)).toBe('1.4 MB'))
