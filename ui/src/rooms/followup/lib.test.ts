import { expect, it } from 'vitest'
import { flowOf, unitsOf } from './lib'

type Item = Parameters<typeof flowOf>[0]
const item = (over: Partial<Item>): Item => ({ stage: 'open', stage_label: '办理中', opened_on: '2016-11-01', due_on: '2016-11-17', reply_on: null, closed_on: null, lead: { unit: 'u', short: '市商务局' }, helpers: [], ...over }) as Item

it('the line of an item stands where its stage is', () => {
  const states = (over: Partial<Item>) => flowOf(item(over)).map((step) => step.state)
  expect(states({})).toEqual(['done', 'current', 'todo', 'todo'])
  expect(states({ stage: 'replied' })).toEqual(['done', 'done', 'current', 'todo'])
  expect(states({ stage: 'accepted' })).toEqual(['done', 'done', 'done', 'done'])
  expect(states({ stage: 'withdrawn' })).toEqual(['done', 'void', 'void', 'void'])
})
it('helpers stand behind the unit that answers', () => {
  expect(unitsOf(item({}))).toBe('市商务局')
  expect(unitsOf(item({ helpers: [{ unit: 'v', short: '市农业局' }] }))).toBe('市商务局（配合：市农业局）')
})
