// Pure parts of the pages of tasks. States and what is lawful come from the front desk.
import type { Answer } from '@/api/ask'
import type { TaskDraft } from '@/api/TaskDraft'
import type { TaskWords } from '@/api/TaskWords'
import type { FlowStep } from '@/kit'

export type PlanCard = Answer<'task_plan_open'>
export type Plan = PlanCard['plan']
export type Card = Answer<'task_open'>
export type Item = Card['item']
export type Stage = Item['stages'][number]
export type Edition = PlanCard['editions'][number]
export type { TaskDraft, TaskWords }

export const STATE_TONES = { not_started: 'grey', under_way: 'blue', in_time: 'green', late: 'amber', overdue: 'red' } as const
export const STATES: [Item['state'], string][] = [['not_started', '未启动'], ['under_way', '进行中'], ['in_time', '按期完成'], ['late', '逾期完成'], ['overdue', '逾期']]
export const ROLES = [['lead', '牵头'], ['partner', '配合'], ['doer', '落实']] as const
export const KINDS = [['member', '成员单位'], ['county', '县市区'], ['park', '园区']] as const

export const shorts = (units: TaskWords['leads']) => units.map((unit) => unit.short).join('、')

/** What is written of an item, as the form takes it: units by their ids. */
export function draftOf(words: TaskWords): TaskDraft {
  const ids = (units: TaskWords['leads']) => units.map((unit) => unit.unit)
  return { aspect: words.aspect, title: words.title, note: words.note, due_on: words.due_on, goals: words.goals.map((goal) => ({ ...goal })), leads: ids(words.leads), partners: ids(words.partners), doers: ids(words.doers) }
}

/** The stages of an item as a line; the first that is not done is where it stands. */
export function flowOf(item: Item): FlowStep[] {
  const at = item.stages.findIndex((stage) => stage.done_on === null)
  return item.stages.map((stage, i) => ({ label: stage.goal, note: `${stage.due_on}　${stage.state_label}`, state: stage.done_on ? 'done' : i === at ? 'current' : 'todo' }))
}

/** What an edition changed of an item: the part, how it was, how it is. */
export function changesOf(before: TaskWords | null, after: TaskWords): { part: string; before: string; after: string }[] {
  const goals = (words: TaskWords) => words.goals.map((goal) => `${goal.due_on} ${goal.goal}`).join('\n')
  const parts: [string, (words: TaskWords) => string][] = [['方面', (w) => w.aspect], ['工作任务', (w) => w.title], ['阶段目标', goals], ['牵头单位', (w) => shorts(w.leads)], ['配合单位', (w) => shorts(w.partners)], ['落实单位', (w) => shorts(w.doers)], ['完成时限', (w) => w.due_on], ['备注', (w) => w.note]]
  return parts.map(([part, of]) => ({ part, before: before ? of(before) : '', after: of(after) })).filter((one) => one.before !== one.after)
}
