// Pure parts of the pages of matters. What is lawful comes from the front desk; here it is only put in order.
import type { Answer } from '@/api/ask'
import type { FlowStep } from '@/kit'

export type Card = Answer<'matter_open'>
export type Matter = Card['matter']
export type Move = Card['moves'][number]
export type StepChoice = Card['allowed'][number]
export type Entrustment = Answer<'matter_entrustments'>[number]

export const STAGE_TONES = { raised: 'amber', deliberated: 'amber', decided: 'blue', closed: 'green', withdrawn: 'grey' } as const
export const LEVEL_TONES = { routine: 'grey', major: 'red' } as const

/** The line of stages as the front desk drew it. */
export function flowOf(card: Card): FlowStep[] {
  return card.stages.map((dot) => ({ label: dot.label, note: [dot.when?.slice(0, 10), dot.who].filter(Boolean).join(' ') || null, state: dot.state as FlowStep['state'] }))
}

/** One step of the record in one line: what was said, where, by whom. */
export function saidOf(move: Move): string {
  const by = move.person_name ? `${move.post_label}${move.person_name}${move.entrustment ? '（受委托）' : ''}` : ''
  return [move.meeting_name, by, move.outcome_label, move.words, move.meeting_words, move.basis].filter(Boolean).join('　')
}
