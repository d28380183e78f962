import { describe, expect, it } from 'vitest'
import { blankFacts, changedParts, namesIn } from './lib'

describe('the library', () => {
  it('parts names as people part them', () => expect(namesIn('李经办、王主任 李经办，赵审计')).toEqual(['李经办', '王主任', '赵审计']))
  it('says which parts a correction changed', () => {
    const old = blankFacts()
    expect(changedParts(old, { ...old, letter: '国发〔2012〕9号', text: '正文' })).toEqual(['文号', '正文'])
    expect(changedParts(old, { ...old })).toEqual([])
  })
})
