import { describe, expect, it } from 'vitest'
import { characters, clock, grouped, levelsIn, linesOf, levelWords } from './text'

describe('levels of a text', () => {
  it('are known by the marks of official texts', () => {
    const text = '现将议定事项纪要如下：\n一、关于归档\n（一）缺项\n1.补齐缺项\n（1）档案员\n十二、其他'
    expect(linesOf(text).map((line) => line.level)).toEqual([0, 1, 2, 3, 4, 1])
  })
  it('are not seen where a number only begins a sentence', () => {
    expect(linesOf('2016年11月17日\n1.5万元用于奖励\n一是抓落实\n（略）\n100. 不是序号').map((line) => line.level)).toEqual([0, 0, 0, 0, 0])
  })
  it('are counted once each, headings every time', () => {
    const lines = linesOf('一、甲\n1.乙\n二、丙')
    expect(levelsIn(lines)).toEqual([1, 3])
    expect(levelWords(lines)).toBe('识别标题 2 级 3 处')
    expect(levelWords(linesOf('只有正文'))).toBe('没有分级标题')
  })
})

describe('the foot line', () => {
  it('counts characters without spaces, rare ones once', () => {
    expect(characters('一、 归档\n　 12 月')).toBe(7)
    expect(characters('𠮷堃')).toBe(2)
  })
  it('groups thousands', () => expect([0, 286, 1286, 1234567].map(grouped)).toEqual(['0', '286', '1,286', '1,234,567']))
  it('says the time of saving', () => expect(clock(new Date(2016, 10, 23, 9, 5, 7))).toBe('09:05:07'))
})
