import { describe, expect, it } from 'vitest'
import { flowOf, unitsOf } from './lib'

type Item = Parameters<typeof flowOf>[0]
const item = (more: Partial<Item>) =>
  ({ stage: 'open', stage_label: '办理中', opened_on: '2016-11-21', due_on: '2016-12-25', reply_on: null, closed_on: null, lead: { unit: 'u1', short: '市质监局' }, helpers: [], ...more }) as unknown as Item
const states = (more: Partial<Item>) => flowOf(item(more)).map((step) => step.state)

describe('the way of an item', () => {
  it('waits for the unit, then for the office, then is closed', () => {
    expect(states({})).toEqual(['done', 'current', 'todo', 'todo'])
    expect(states({ stage: 'replied' })).toEqual(['done', 'done', 'current', 'todo'])
    expect(states({ stage: 'accepted' })).toEqual(['done', 'done', 'done', 'done'])
  })
  it('breaks off where it was withdrawn', () => expect(states({ stage: 'withdrawn' })).toEqual(['done', 'void', 'void', 'void']))
  it('names the last day on which the unit answers', () => expect(flowOf(item({}))[1]?.note).toBe('2016-12-25 前回复'))
})

describe('units of an item', () => {
  it('are the lead, and the helpers where there are any', () => {
    expect(unitsOf(item({}))).toBe('市质监局')
    expect(unitsOf(item({ helpers: [{ unit: 'u2', short: '市旅游局' }, { unit: 'u3', short: '市气象局' }] }))).toBe('市质监局（配合：市旅游局、市气象局）')
  })
})
