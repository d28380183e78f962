import { describe, expect, it } from 'vitest'
import { groups } from './rooms'
import { linesOf, readChanges } from './settings/audit'
import { layOut } from './settings/calendar'
import { howMany } from './settings/rules'
import { sunday, tally, within } from './workbench'

describe('what is due', () => {
  const today = '2016-11-23'
  const items = [
    { due: '2016-11-17', days_left: -6 },
    { due: '2016-11-23', days_left: 0 },
    { due: '2016-11-27', days_left: 4 },
    { due: '2016-11-30', days_left: 7 },
    { due: '2016-12-25', days_left: 32 },
    { due: null, days_left: null },
  ]
  it('a week ends on Sunday', () => {
    expect(sunday(today)).toBe('2016-11-27')
    expect(sunday('2016-11-27')).toBe('2016-11-27')
  })
  it('is overdue in every span until it is done', () => {
    expect(within(items, 'today', today).map((i) => i.due)).toEqual(['2016-11-17', '2016-11-23'])
    expect(within(items, 'week', today)).toHaveLength(3)
    expect(within(items, 'month', today).map((i) => i.due)).toEqual(['2016-11-17', '2016-11-23', '2016-11-27', '2016-11-30', null])
    expect(within(items, 'overdue', today)).toHaveLength(1)
    expect(within(items, 'all', today)).toHaveLength(6)
  })
  it('is counted once', () => expect(tally(items, today)).toEqual({ overdue: 1, oldest: 6, today: 1, week: 2 }))
})

describe('the year calendar', () => {
  const months = layOut(2016, [{ date: '2016-10-08', kind: 'workday', name: '国庆节调休', source: '' }])
  it('has every day once and begins weeks on Monday', () => {
    expect(months.flatMap((m) => m.cells)).toHaveLength(366)
    expect(months[0]?.before).toBe(4)
  })
  it('knows a make-up day on a weekend', () => {
    const cell = months[9]?.cells[7]
    expect(cell).toMatchObject({ date: '2016-10-08', weekend: true, differs: { kind: 'workday' } })
  })
})

describe('the audit of a change', () => {
  it('shows only what differs in an update', () => {
    const [change] = readChanges('[{"table":"unit","op":"update","before":{"phone":"1","name":"a"},"after":{"phone":"2","name":"a"}}]')
    expect(linesOf(change!)).toEqual([{ field: 'phone', before: '1', after: '2' }])
  })
  it('shows a new row whole but leaves empty fields out', () => {
    expect(linesOf({ table: 'unit', op: 'insert', before: null, after: { name: 'a', note: null } })).toEqual([{ field: 'name', before: '', after: 'a' }])
  })
  it('does not stumble over text that is not a list', () => expect(readChanges('{')).toEqual([]))
})

it('navigation is grouped by hundreds', () => {
  const entry = (key: string, order: number) => ({ key, label: key, to: '/', order })
  expect(groups([entry('a', 0), entry('b', 110), entry('c', 120), entry('d', 910)]).map((g) => g.map((e) => e.key))).toEqual([['a'], ['b', 'c'], ['d']])
})
it('how many people a unit files is put in words', () => {
  expect([howMany(1, null), howMany(null, 1), howMany(undefined, undefined)]).toEqual(['每单位 1 人', '每单位至少 1 人', '每单位若干人'])
})
