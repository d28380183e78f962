// Pure parts of the follow-up pages. What is lawful, late or proposed comes from the front desk; here it is only put in words.
import type { Answer, Request } from '@/api/ask'

export type Card = Answer<'followup_open'>
export type Item = Card['item']
export type Choice = Card['allowed'][number]
export type Step = Request<'followup_take_step'>['step']
export type Facts = Request<'followup_register'>['facts']
export type Filter = Request<'followup_items'>
type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export const STAGE_TONES: Record<Item['stage'], Tone> = { registered: 'amber', open: 'blue', replied: 'amber', suspended: 'grey', accepted: 'green', closed: 'grey', withdrawn: 'grey' }
export const TIMING_TONES: Record<Item['timing'], Tone> = { ahead: 'grey', near: 'amber', overdue: 'red', in_time: 'green', late: 'red', paused: 'grey', ended: 'grey' }
export const PERIOD_TONES: Record<Card['periods'][number]['state'], Tone> = { reported: 'green', late: 'amber', missing: 'red', coming: 'grey', paused: 'grey' }
export const EXTENSION_TONES: Record<Card['extensions'][number]['state'], Tone> = { waiting: 'amber', approved: 'green', refused: 'red', lapsed: 'grey' }
export const REPLY_TONES: Record<Card['replies'][number]['state'], Tone> = { waiting: 'amber', returned: 'red', accepted: 'green', corrected: 'grey' }
export const STAGES: [Item['stage'], string][] = [['registered', '待下发'], ['open', '办理中'], ['replied', '已回复待审'], ['suspended', '已暂缓'], ['accepted', '已办结'], ['closed', '已终止'], ['withdrawn', '已撤销']]
export const SOURCES: [Item['source_kind'], string][] = [['meeting', '会议决定'], ['group', '领导小组决定'], ['instruction', '领导批示'], ['superior', '上级交办'], ['public', '群众反映'], ['plan', '工作计划']]
export const WAYS = ['机要交换', '专人送达', '电子公文', '邮寄', '传真']
export const URGES = ['电话', '书面', '上门', '会议通报']

/** A filter that wants everything; the rest of it is laid over this. */
export function wanting(more: Partial<Filter>): Filter {
  return { stage: null, source: null, urgency: null, unit: null, meeting: null, person: '', mine: false, from: null, to: null, waiting: false, near: false, overdue: false, words: '', slice: { offset: 0, limit: 100 }, order: null, ...more }
}

/** Who answers and who helps, in one line. */
export function unitsOf(item: Pick<Item, 'lead' | 'helpers'>): string {
  const helpers = item.helpers.map((unit) => unit.short).join('、')
  return helpers ? `${item.lead.short}（配合：${helpers}）` : item.lead.short
}

/** Whom to call, with the number. */
export function personOf(name: string, phone: string): string {
  return [name, phone].filter(Boolean).join('　') || '未填'
}

/** The page of the record that an item comes from; none where it has none. */
export function sourcePage(item: Pick<Item, 'source' | 'source_kind'>): string | null {
  if (!item.source) return null
  if (item.source_kind === 'meeting') return `/meetings/${item.source}`
  return item.source_kind === 'instruction' ? `/documents/incoming/${item.source}` : null
}

/** What was entered, as the form takes it. */
export function factsOf(item: Item): Facts {
  const { source_kind, source_name, ground, text, owed_to, urgency, rhythm, lead, helpers, due_on, undertaker, undertaker_phone, supervisor, supervisor_phone, previous } = item
  return { source: source_kind, source_name, ground, text, owed_to, urgency, rhythm, lead: lead.unit, helpers: helpers.map((unit) => unit.unit), due_on, undertaker, undertaker_phone, supervisor, supervisor_phone, previous }
}

/** Every file of a card with the step that it proves, the newest first. */
export function filesOf(card: Card): { id: string; name: string; bytes: number; what: string; at: string; who: string }[] {
  const own = card.attachments.map((file) => ({ file, what: file.purpose, at: file.added_at }))
  const proofs = card.events.flatMap((event) => event.files.map((file) => ({ file, what: event.what, at: file.added_at })))
  return [...own, ...proofs]
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ file, what, at }) => ({ id: file.id, name: file.name, bytes: Number(file.bytes), what, at, who: file.added_by }))
}

/** The steps that lead on, as against those that turn aside; the first of them that may be taken is the button that stands out. */
const ONWARD: Step[] = ['notify', 'reply', 'accept', 'resume']
export function leading(choices: readonly Choice[]): string | undefined {
  return choices.find((one) => !one.why_not && (ONWARD as string[]).includes(one.step))?.step
}

/** Steps that end something or set it aside: in the menu 更多, not among the buttons. */
const ASIDE: Step[] = ['amend', 'escalate', 'suspend', 'close', 'withdraw', 'correct', 'receive', 'part']
export function parted(choices: readonly Choice[]): { shown: Choice[]; more: Choice[] } {
  const aside = (one: Choice) => (ASIDE as string[]).includes(one.step)
  const told = choices.filter((one) => one.step !== 'notify' || !one.why_not)
  return { shown: told.filter((one) => !aside(one)), more: told.filter(aside) }
}

/** What a step is asked with: the name of its words, whether they are needed, what happens by it. */
export const ASKED: Record<Step, { words?: string; needed?: boolean; scan?: string; danger?: boolean; says: string }> = {
  amend: { says: '' },
  notify: { scan: '签发的通知单', says: '督办通知单送牵头单位和配合单位，从这一天起按汇报频次报进展。下发后事项不能再改。' },
  receive: { scan: '签收联', says: '登记单位签收督办通知单。' },
  report: { words: '进展情况', needed: true, scan: '进展材料', says: '登记牵头单位报来的进展；不选期次的，记在最早缺报的一期。' },
  part: { words: '配合情况', needed: true, scan: '反馈材料', says: '登记配合单位完成的部分；事项仍由牵头单位回复。' },
  urge: { words: '催办内容或对方答复', scan: '签发的催办单', says: '每次催办单独编号，记入催办登记簿。' },
  ask_extension: { words: '延期原因', needed: true, scan: '延期申请', says: '延期须在完成期限届满前提出；未批准的，仍以原期限计。' },
  extend: { words: '审批意见', scan: '审批件', says: '按领导在延期申请上签的意见登记。批准的，期限随之改变，原期限保留在期限记录里。' },
  escalate: { words: '报告或处理的情况', needed: true, scan: '报告', says: '逾期经催办仍不回复的，按规定逐级报告。' },
  reply: { words: '办理情况', needed: true, scan: '反馈单或复函', says: '登记牵头单位的回复，转入审核；以回复日期判断是否按期。' },
  accept: { words: '审核意见', scan: '审核后的反馈单', says: '认可后事项办结，不再提醒；回复不能再改，确需更正的由主任另存新稿。' },
  return: { words: '退回的原因', needed: true, scan: '退回件', danger: true, says: '单位须重新办理并再次回复，期限不变；这次回复保留在记录里。' },
  correct: { words: '更正后的办理情况', needed: true, scan: '更正依据', says: '原回复保留，另存一稿并写明原因；回复日期不变。' },
  suspend: { words: '暂缓的原因', needed: true, scan: '批准件', says: '暂缓期间免报进展；恢复时期限按暂缓天数顺延，暂缓前已逾期的不顺延。' },
  resume: { words: '说明', scan: '有关材料', says: '恢复办理，期限按暂缓天数顺延。' },
  close: { words: '终止的原因', needed: true, scan: '批准件', danger: true, says: '事项不再办理，编号和记录保留，不计入按期或逾期。' },
  withdraw: { words: '撤销的原因', needed: true, scan: '批准件', danger: true, says: '立项有误的才撤销：编号作废并保留在台账上，不再给其他事项。' },
}
