import { describe, expect, it } from 'vitest'
import { changesOf, draftOf, flowOf, type Item, type TaskWords } from './lib'

const unit = (short: string) => ({ unit: `id-${short}`, short, kind: 'member' as const })
const words: TaskWords = { aspect: '产品质量', title: '建设检测平台', note: '', due_on: '2016-12-20', goals: [{ id: 's1', goal: '完成方案', due_on: '2016-03-31' }], leads: [unit('市质监局')], partners: [], doers: [unit('示例县')] }

describe('an item', () => {
  it('is typed with its units by id, its stages by theirs', () => {
    const draft = draftOf(words)
    expect(draft.leads).toEqual(['id-市质监局'])
    expect(draft.goals[0]).toEqual({ id: 's1', goal: '完成方案', due_on: '2016-03-31' })
    draft.goals[0]!.goal = '改'
    expect(words.goals[0]?.goal).toBe('完成方案')
  })
  it('stands at its first stage that is not done', () => {
    const stage = (goal: string, done_on: string | null) => ({ goal, done_on, due_on: '2016-03-31', state_label: '进行中' })
    const item = { stages: [stage('一', '2016-03-01'), stage('二', null), stage('三', null)] } as unknown as Item
    expect(flowOf(item).map((step) => step.state)).toEqual(['done', 'current', 'todo'])
  })
  it('shows what an adjustment changed, part by part', () => {
    const after = { ...words, title: '建设检测平台（二期）', doers: [] }
    expect(changesOf(words, after).map((one) => [one.part, one.before, one.after])).toEqual([['工作任务', '建设检测平台', '建设检测平台（二期）'], ['落实单位', '示例县', '']])
    expect(changesOf(words, words)).toEqual([])
  })
})
