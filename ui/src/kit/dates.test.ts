import { describe, expect, it } from 'vitest'
import { longDay, parseDay, parseDayIn, plusDays, shortTime, weekdayOf } from './dates'

describe('a day that is typed', () => {
  it.each([
    ['20160830', '2016-08-30'],
    ['2016-8-30', '2016-08-30'],
    ['2016/08/30', '2016-08-30'],
    ['2016.8.30', '2016-08-30'],
    ['2016年8月30日', '2016-08-30'],
    ['２０１６－８－３０', '2016-08-30'],
    [' 2016-2-29 ', '2016-02-29'],
  ])('reads %s', (typed, day) => expect(parseDay(typed)).toBe(day))

  it.each(['', '2015-2-29', '2016-13-1', '2016-4-31', '8-30', '2016', '201608', 'abc', '2016-8-30x'])('refuses %s', (typed) => expect(parseDay(typed)).toBeNull())

  it('takes the year from the page when only month and day are typed', () => {
    expect(parseDayIn(2016, '8-30')).toBe('2016-08-30')
    expect(parseDayIn(2015, '0229')).toBeNull()
  })
})

describe('a day that is shown', () => {
  it('is written in full with its weekday', () => expect(longDay('2016-11-23', true)).toBe('2016年11月23日 星期三'))
  it('is empty where there is none', () => expect(longDay(null)).toBe(''))
  it('counts across months and leap days', () => {
    expect(plusDays('2016-02-28', 2)).toBe('2016-03-01')
    expect(weekdayOf('2016-11-27')).toBe(0)
  })
  it('drops the seconds of a moment', () => expect(shortTime('2016-11-23T15:42:07')).toBe('2016-11-23 15:42'))
})
