// Pure parts of the follow-up pages.
import type { Answer } from '@/api/ask'
import type { FlowStep } from '@/kit'

type Item = Answer<'followup_items'>['rows'][number]

export const STAGE_TONES = { open: 'blue', replied: 'amber', accepted: 'green', withdrawn: 'grey' } as const

/** The way of an item as a line: handed over, answered, closed. Its state comes from the front desk. */
export function flowOf(item: Item): FlowStep[] {
  const { stage } = item
  const closed = stage === 'withdrawn' ? `${item.stage_label} ${item.closed_on ?? ''}` : (item.closed_on ?? undefined)
  return [
    { label: '交办', note: item.opened_on, state: 'done' },
    { label: '单位办理', note: `${item.due_on} 前回复`, state: stage === 'open' ? 'current' : stage === 'withdrawn' ? 'void' : 'done' },
    { label: '审核回复', note: item.reply_on, state: stage === 'replied' ? 'current' : stage === 'accepted' ? 'done' : stage === 'withdrawn' ? 'void' : 'todo' },
    { label: '办结', note: closed, state: stage === 'accepted' ? 'done' : stage === 'withdrawn' ? 'void' : 'todo' },
  ]
}

/** Who answers and who helps, in one line. */
export function unitsOf(item: Item): string {
  const helpers = item.helpers.map((unit) => unit.short).join('、')
  return helpers ? `${item.lead.short}（配合：${helpers}）` : item.lead.short
}
