import { describe, expect, it } from 'vitest'
import { flowOf, saidOf, type Card, type Move } from './lib'

const move = (more: Partial<Move>) => ({ meeting_name: '', person_name: '', post_label: '', entrustment: null, outcome_label: '', words: '', meeting_words: '', basis: '', ...more }) as Move

describe('the record of a matter', () => {
  it('says who decided, and that he was entrusted', () => {
    expect(saidOf(move({ person_name: '郑主任', post_label: '市创建办主任', entrustment: 'e', outcome_label: '同意' }))).toBe('市创建办主任郑主任（受委托）　同意')
  })
  it('names the meeting that deliberated', () => {
    expect(saidOf(move({ meeting_name: '2016年第3次联席会议', outcome_label: '同意', words: '原则同意' }))).toBe('2016年第3次联席会议　同意　原则同意')
  })
})

describe('the line of stages', () => {
  it('keeps what the front desk says', () => {
    const card = { stages: [{ key: 'raised', label: '提出', state: 'done', when: '2016-11-01T00:00:00', who: '' }, { key: 'closed', label: '已办结', state: 'todo', when: null, who: '' }] } as unknown as Card
    expect(flowOf(card)).toEqual([{ label: '提出', note: '2016-11-01', state: 'done' }, { label: '已办结', note: null, state: 'todo' }])
  })
})
