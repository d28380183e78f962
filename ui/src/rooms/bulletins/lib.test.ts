import { describe, expect, it } from 'vitest'
import { flowOf, namesIn, namesOut, paragraphsBefore, placeOf, type Column, type Issue } from './lib'

const issue = (stage: Issue['stage']) => ({ stage, items: 3, signed_on: null, signer_name: '', issued_on: null }) as unknown as Issue

describe('an issue', () => {
  it('goes from editing to the readers', () => {
    expect(flowOf(issue('submitted')).map((step) => step.state)).toEqual(['done', 'current', 'todo', 'todo'])
    expect(flowOf(issue('issued')).every((step) => step.state === 'done')).toBe(true)
    expect(flowOf(issue('voided')).every((step) => step.state === 'void')).toBe(true)
  })
  it('has its items in columns', () => {
    const columns = [{ items: [{ id: 'a' }] }, { items: [{ id: 'b' }, { id: 'c' }] }] as unknown as Column[]
    expect(placeOf(columns, 'c')).toEqual({ column: 1, place: 1 })
    expect(placeOf(columns, 'x')).toBeNull()
  })
  it('is split where the caret stands', () => {
    expect([paragraphsBefore('甲\n乙\n丙', 0), paragraphsBefore('甲\n乙\n丙', 2), paragraphsBefore('甲\n乙\n丙', 5)]).toEqual([0, 1, 2])
  })
  it('keeps names with a 、 together', () => {
    expect(namesIn('组长、副组长；领导小组成员\n 示例县')).toEqual(['组长、副组长', '领导小组成员', '示例县'])
    expect(namesOut(['甲', '乙'])).toBe('甲；乙')
  })
})
