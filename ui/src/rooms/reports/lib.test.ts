import { describe, expect, it } from 'vitest'
import { entriesOf, jump, markOf, NO_TICKS, open, shortMoment, toggleAll, type Report } from './lib'

const row = (more: Partial<Report>) => ({ unit: 'u1', version: 3, stage: 'waiting', paper_at: null, file_at: null, reviewed_on: null, initials: 'szjj', ...more }) as unknown as Report

describe('ticks of the grid', () => {
  it('are open where nothing came, and again after a return', () => {
    expect(open(row({}), 'paper')).toBe(true)
    expect(open(row({ paper_at: '2016-11-24T10:00:00', stage: 'received' }), 'paper')).toBe(false)
    expect(open(row({ paper_at: '2016-11-24T10:00:00', stage: 'returned' }), 'paper')).toBe(true)
    expect(open(row({ reviewed_on: '2016-11-24' }), 'reviewed')).toBe(false)
  })
  it('come and go with one key', () => {
    const all = toggleAll(row({}), NO_TICKS)
    expect(all).toMatchObject({ paper: true, file: true, reviewed: true })
    expect(toggleAll(row({}), all)).toMatchObject({ paper: false, file: false, reviewed: false })
    expect(toggleAll(row({ paper_at: 'x', stage: 'received' }), NO_TICKS)).toMatchObject({ paper: false, file: true, reviewed: true })
  })
  it('are sent only where something is ticked', () => {
    const ticks = new Map([['u1', { ...NO_TICKS, file: true, at: '24' }], ['u2', { ...NO_TICKS }]])
    expect(entriesOf([row({}), row({ unit: 'u2' })], ticks)).toEqual([{ unit: 'u1', version: 3, paper: false, file: true, reviewed: false, at: '24', reviewer: '', by_whom: '', paper_way: '', file_way: '' }])
  })
})

describe('jumping by initials', () => {
  const rows = ['szjj', 'sfgw', 'sjxw', 'slx'].map((initials, i) => row({ unit: String(i), initials }))
  it('goes on to the next that fits and around', () => {
    expect(jump(rows, 0, 'f')).toBe(1)
    expect(jump(rows, 1, 'f')).toBe(1)
    expect(jump(rows, 0, 'sj')).toBe(2)
    expect(jump(rows, 3, 's')).toBe(0)
    expect(jump(rows, 2, 'q')).toBe(2)
  })
})

describe('figures', () => {
  it('are short', () => {
    expect([shortMoment('2016-11-24T16:30:00'), shortMoment(null), markOf(2), markOf(2.5)]).toEqual(['11-24 16:30', '', '2', '2.5'])
  })
})
