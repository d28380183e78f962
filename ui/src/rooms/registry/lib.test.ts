import { expect, it } from 'vitest'
import { blankChange, changeReady, changesOf } from './filing'
import { byPost, kindsOf, matrixRows, span, type MatrixRow } from './lib'

const row = (unit: string, kind: 'member' | 'county', names: string[], complete: boolean): MatrixRow => ({
  unit,
  unit_name: `示例${unit}`,
  unit_short: unit,
  unit_kind: kind,
  unit_kind_label: kind === 'member' ? '成员单位' : '县市区',
  cells: [{ post: 'undertaker', names, state: complete ? 'complete' : 'missing', state_label: '', article: '第五条' }],
  complete,
})
const rows = [row('市发改委', 'member', ['王立新'], true), row('三台县', 'county', [], false)]

it('the matrix is narrowed by completeness, kind and any name in it', () => {
  const units = (...args: [Parameters<typeof matrixRows>[1], string, string]) => matrixRows(rows, ...args).map((r) => r.unit)
  expect(units('all', '', '')).toEqual(['市发改委', '三台县'])
  expect(units('incomplete', '', '')).toEqual(['三台县'])
  expect(units('all', 'member', '')).toEqual(['市发改委'])
  expect(units('all', '', '立新')).toEqual(['市发改委'])
  expect(units('incomplete', 'member', '')).toEqual([])
})
it('kinds are offered once each', () => expect(kindsOf([...rows, ...rows]).map((k) => k.label)).toEqual(['成员单位', '县市区']))
it('a roster falls into blocks as it came', () => {
  const line = (post: string, name: string) => ({ post, post_label: post, name })
  const blocks = byPost([line('组长', '甲'), line('成员', '乙'), line('成员', '丙')])
  expect(blocks.map((b) => [b.label, b.lines.length])).toEqual([['组长', 1], ['成员', 2]])
})
it('a term of office says when it began and when it ended', () => {
  expect(span('2016-01-04', null)).toBe('2016-01-04 起')
  expect(span('2016-01-04', '2016-09-01')).toBe('2016-01-04 起，2016-09-01 止')
})

it('a change is asked only when it says who ends or who begins', () => {
  const change = { ...blankChange(), kind: 'undertaker' as const }
  expect(changeReady(change)).toBe(false)
  expect(changeReady({ ...change, name: '安某' })).toBe(true)
  expect(changeReady({ ...change, who: 'none' })).toBe(false)
  expect(changeReady({ ...change, who: 'none', ends: 'p1' })).toBe(true)
  expect(changeReady({ ...change, who: 'known' })).toBe(false)
})
it('a change names the post that ends with the version it was seen at', () => {
  const holders = [{ post_id: 'p1', post_version: 3 }] as unknown as Parameters<typeof changesOf>[1]
  const [asked] = changesOf([{ ...blankChange(), kind: 'undertaker', ends: 'p1', reason: ' 调离 ', name: ' 安某 ', title: '副主任' }], holders)
  expect(asked?.ends).toEqual({ post: 'p1', version: 3, reason: '调离' })
  expect(asked?.begins?.new_person).toMatchObject({ name: '安某', title: '副主任' })
})
