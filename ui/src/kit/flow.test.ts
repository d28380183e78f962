import { describe, expect, it } from 'vitest'
import { years } from './dates'
import { flowOf } from './flow'

describe('the line of stages', () => {
  const dot = (key: string, state: string, when: string | null, who: string) => ({ key, label: key, state, when, who })
  it('says when and by whom, and of what is to come what is known ahead', () => {
    const steps = flowOf([dot('draft', 'done', '2016-11-18T09:00:00', '李晓棠'), dot('sign', 'current', null, ''), dot('number', 'todo', null, '')], { number: '签发时取号', draft: '不用' })
    expect(steps).toEqual([
      { label: 'draft', note: '11-18 李晓棠', state: 'done' },
      { label: 'sign', note: null, state: 'current' },
      { label: 'number', note: '签发时取号', state: 'todo' },
    ])
  })
  it('takes a state that it does not know for one to come', () => expect(flowOf([dot('x', 'odd', null, '')])[0]?.state).toBe('todo'))
})

describe('years to choose from', () => {
  it('go from next year back to the first', () => expect(years('2016-11-23')).toEqual([2017, 2016, 2015]))
})
