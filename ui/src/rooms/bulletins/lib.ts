// Pure parts of the bulletin's pages. What may be done comes from the front desk.
import type { Answer } from '@/api/ask'
import type { FlowStep } from '@/kit'

export type Card = Answer<'bulletin_open'>
export type Issue = Card['bulletin']
export type Column = Card['columns'][number]
export type Item = Column['items'][number]
export type Material = Answer<'bulletin_material'>[number]
export type Choice = Card['allowed'][number]

type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'
export const STAGE_TONES: Record<Issue['stage'], Tone> = { draft: 'blue', submitted: 'amber', signed: 'blue', issued: 'green', voided: 'red' }
export const STAGES: [Issue['stage'], string][] = [['draft', '编辑中'], ['submitted', '待签发'], ['signed', '已签发'], ['issued', '已印发'], ['voided', '已作废']]

/** The way of an issue as a line. */
export function flowOf(issue: Issue): FlowStep[] {
  const order: Issue['stage'][] = ['draft', 'submitted', 'signed', 'issued']
  const at = order.indexOf(issue.stage)
  const state = (i: number): FlowStep['state'] => (issue.stage === 'voided' ? 'void' : i < at || issue.stage === 'issued' ? 'done' : i === at ? 'current' : 'todo')
  return [
    { label: '编辑', note: `${issue.items} 条稿件`, state: state(0) },
    { label: '待签发', note: null, state: state(1) },
    { label: '签发编号', note: issue.signed_on ? `${issue.signer_name} ${issue.signed_on}` : null, state: state(2) },
    { label: '印发', note: issue.issued_on, state: state(3) },
  ]
}

/** Where the item stands: column and place, both from 0. */
export function placeOf(columns: readonly Column[], item: string): { column: number; place: number } | null {
  for (const [column, one] of columns.entries()) {
    const place = one.items.findIndex((other) => other.id === item)
    if (place >= 0) return { column, place }
  }
  return null
}

/** Paragraphs before the caret: where a split would fall. */
export function paragraphsBefore(text: string, caret: number): number {
  return text.slice(0, caret).split('\n').length - 1
}

/** Names typed in one line, parted by marks; each once. `组长、副组长` of a list stays one where it stood as one. */
export function namesIn(typed: string): string[] {
  return [...new Set(typed.split(/[，,；;\n]/).map((name) => name.trim()).filter(Boolean))]
}
export function namesOut(names: readonly string[]): string {
  return names.join('；')
}

/** How many recipients have it. */
export function tally(copies: Card['copies']): { all: number; sent: number; received: number } {
  return { all: copies.length, sent: copies.filter((one) => one.sent_on).length, received: copies.filter((one) => one.received_on).length }
}
