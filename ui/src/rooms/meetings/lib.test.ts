import { describe, expect, it } from 'vitest'
import { chairWords, inviteesLike, momentOf, moved, parseTime, spanOf, type Invitee, type Meeting } from './lib'

describe('a time of day', () => {
  it('is read however it is typed', () => {
    const typed = ['1500', '15:00', '15：00', '15点', '15时00分', '下午3:00', '下午3点', '１５：００']
    expect(typed.map(parseTime)).toEqual(typed.map(() => '15:00'))
    expect(parseTime('9')).toBe('09:00')
    expect(parseTime('0930')).toBe('09:30')
    expect(parseTime('下午12:30')).toBe('12:30')
  })
  it('is nothing where no time is meant', () => expect(['', '25:00', '12:60', '三点', '15:00:00', '12345'].map(parseTime)).toEqual([null, null, null, null, null, null]))
})

describe('a moment', () => {
  it('is day and time together, or nothing', () => {
    expect(momentOf('2016-11-17', '15点')).toBe('2016-11-17T15:00:00')
    expect(momentOf('2016-11-17', '')).toBeNull()
    expect(momentOf(null, '15:00')).toBeNull()
    expect(momentOf('2016-02-30', '15:00')).toBeNull()
  })
  it('of a day names the day once', () => {
    expect(spanOf('2016-11-17T15:00:00', '2016-11-17T16:40:00')).toBe('2016-11-17 15:00 至 16:40')
    expect(spanOf('2016-11-17T15:00:00', '2016-11-18T10:00:00')).toBe('2016-11-17 15:00 至 2016-11-18 10:00')
    expect(spanOf('2016-11-17T15:00:00', null)).toBe('2016-11-17 15:00')
  })
})

describe('the chair', () => {
  const chair = { person: 'p', name: '周怀远', title: '常务副市长', post: 'executive_deputy', post_label: '常务副组长', entrusted_on: null as string | null, entrusted_by: '' }
  const meeting = (chair: Meeting['chair']) => ({ chair }) as Meeting
  it('is named with post and entrustment', () => {
    expect(chairWords(meeting({ ...chair, entrusted_on: '2016-11-15' }))).toBe('周怀远（常务副组长，受委托）')
    expect(chairWords(meeting(chair))).toBe('周怀远（常务副组长）')
    expect(chairWords(meeting(null))).toBe('未定')
  })
})

describe('people of a meeting', () => {
  const one = (name: string, unit_short: string, outcome: Invitee['outcome']) => ({ name, title: '局长', unit_short, unit_name: unit_short, outcome }) as Invitee
  const all = [one('蔡安和', '市发展改革委', 'leave'), one('丘玲', '市目督办', 'present'), one('吴知行', '市委宣传部', 'pending')]
  it('are found by words and by outcome together', () => {
    expect(inviteesLike(all, ' 发展 ', '').map((o) => o.name)).toEqual(['蔡安和'])
    expect(inviteesLike(all, '', 'pending').map((o) => o.name)).toEqual(['吴知行'])
    expect(inviteesLike(all, '局长', 'present').map((o) => o.name)).toEqual(['丘玲'])
    expect(inviteesLike(all, '市目督办', 'leave')).toEqual([])
  })
})

describe('the order of the agenda', () => {
  it('changes by one place and not beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
  })
})
