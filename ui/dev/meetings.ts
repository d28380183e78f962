// Made-up answers of the meetings. 示例 only. `?stage=planned|notified|held` and `?m=draft|submitted|issued` choose what stands.
import type { Answer } from '../src/api/ask'
import { answers } from './answers'
import { units } from './registry'

type Card = Answer<'meeting_open'>
type MinutesCard = Answer<'meeting_minutes_open'>
const params = new URLSearchParams(location.search)
const stage = (params.get('stage') ?? 'held') as Card['meeting']['stage']
const minutesStage = (params.get('m') ?? 'draft') as MinutesCard['minutes']['stage']
const STAGES: Record<string, string> = { planned: '筹备', notified: '已通知', held: '已召开', closed: '办结', cancelled: '已取消', postponed: '已延期' }
const NAMES = ['周建国', '王立新', '李晓燕', '陈志强', '刘海涛', '赵敏', '孙丽华', '杨帆', '吴刚', '郑玥', '冯喆', '何婳祎']

const meeting: Card['meeting'] = {
  id: 'm1', version: 3, kind: 'joint', kind_label: '联席会议', stage, stage_label: STAGES[stage]!, name: '2016年第11次联席会议', title: '研究推进四季度质量强市创建重点工作', year: 2016, running: 11,
  planned_at: '2016-11-17T15:00:00', held_at: stage === 'held' ? '2016-11-17T15:00:00' : null, ended_at: stage === 'held' ? '2016-11-17T16:40:00' : null, place: '市政府第二会议室',
  chair: { person: 'n0', name: '周建国', title: '市委常委、常务副市长', post: 'executive_deputy', post_label: '常务副组长', entrusted_on: '2016-11-10', entrusted_by: '组长批示' },
  convener: '', contact: '李晓燕', contact_phone: '0816-2230000', demands: '', reason: '',
}
const invited: Card['invited'] = Array.from({ length: 46 }, (_, i) => {
  const open = stage === 'planned'
  const outcome = open ? 'pending' : i % 11 === 5 ? 'leave' : i === 37 ? 'absent' : stage === 'notified' && i > 20 ? 'pending' : 'present'
  const unit = units[i % units.length]!
  return {
    id: `v${i}`, version: 1, position: i + 1, role: i > 43 ? 'observe' : 'attend', role_label: i > 43 ? '列席' : '参会', person: `n${i}`, post: i ? 'member' : 'executive_deputy', post_label: i === 0 ? '常务副组长' : i < 3 ? '副组长' : '成员', name: NAMES[i % 12]!, title: i === 0 ? '市委常委、常务副市长' : '党组书记、局长',
    unit: unit.id, unit_name: unit.name, unit_short: i < 3 ? '' : unit.short, phone: '', by_hand: i > 43, outcome, outcome_label: { pending: '未登记', present: '到会', leave: '请假（何婳祎代）', absent: '缺席' }[outcome], leave_reason: outcome === 'leave' ? '赴省里参加会议' : '', leave_letter: '', leave_on: null, consent_on: outcome === 'leave' ? '2016-11-16' : null, consent_words: '同意', delegate_name: outcome === 'leave' ? '何婳祎' : '', delegate_title: '副局长', attachments: [],
  } as Card['invited'][number]
})
const item = { id: 'a1', version: 1, position: 1, title: '关于四季度考核细则资料归档的汇报', proposer: 'office', proposer_label: '创建办', proposer_name: '', unit: null, unit_short: '', reporter: '创建办', summary: '', prepared_by: '创建办', material_number: '', material_on: null, material: [], decision: 'agreed', decision_label: '同意', decided_on: '2016-11-11', decided_by: '周建国', decided_words: '同意上会', why_not: null, article: null } as Card['agenda'][number]
const agenda: Card['agenda'] = [item, { ...item, id: 'a2', position: 2, title: '关于重点企业首席质量官备案方案', proposer: 'unit', proposer_label: '市经济和信息化委', prepared_by: '市经济和信息化委', decision: stage === 'planned' ? 'pending' : 'agreed', decision_label: stage === 'planned' ? '待审定' : '同意', decided_on: stage === 'planned' ? null : '2016-11-11', why_not: '会议资料还没有报创建办备案。', article: '第十一条' }]
const decisions: Card['decisions'] = ['由市质监局牵头，各成员单位配合，于12月25日前补齐17个缺项。', '各县市区（园区）明确专人专柜，12月10日前报创建办备案。', '由市经济和信息化委牵头完成重点企业首席质量官备案。', '由市财政局落实创建工作经费。'].map((text, i) => ({ id: `d${i}`, version: 1, position: i + 1, agenda: null, text, lead: { unit: `u${i}`, short: units[i]!.short }, helpers: i ? [] : [{ unit: 'u5', short: units[5]!.short }], due_on: '2016-12-25', followup: null, item: null }))
const dot = (key: string, label: string, state: string, when: string | null = null, who = '') => ({ key, label, state, when, who })
const order = ['planned', 'notified', 'held', 'closed']
const card: Card = {
  meeting, stages: order.map((key, i) => dot(key, STAGES[key]!, i < order.indexOf(stage) ? 'done' : i === order.indexOf(stage) ? 'current' : 'todo', i <= order.indexOf(stage) ? `2016-11-1${i}T10:00:00` : null, i <= order.indexOf(stage) ? '李晓燕' : '')),
  allowed: stage === 'planned' ? [{ step: 'notify', label: '发出通知', why_not: '还有 1 个议题没有经主持人审定，不能发出通知。', article: '第十一条' }, { step: 'cancel', label: '取消会议', why_not: null, article: null }] : stage === 'notified' ? [{ step: 'postpone', label: '延期', why_not: null, article: null }, { step: 'cancel', label: '取消会议', why_not: null, article: null }, { step: 'hold', label: '登记召开', why_not: '还有 23 人没有登记到会、请假或缺席。', article: '第十条' }] : [{ step: 'close', label: '办结', why_not: '会议纪要还没有印发，不能办结。', article: '第十三条' }],
  chair_fault: null, editable: stage === 'planned', sign_in_open: stage === 'notified', agenda, invited,
  counts: { invited: 44, present: invited.filter((v) => v.outcome === 'present' && v.role === 'attend').length, leave: 4, delegates: 4, absent: stage === 'planned' ? 0 : 1, pending: invited.filter((v) => v.outcome === 'pending').length, observers: 2 },
  absent: [], notices: stage === 'planned' ? [] : [{ id: 'nt1', seq: 1, kind: 'first', kind_label: '会议通知', number: '质强办会〔2016〕11号', text: '经研究，定于……', issued_on: '2016-11-11', issued_by: '李晓燕', sent: invited.map((v, i) => ({ invitee: v.id, name: v.name, unit_short: v.unit_short, sent_at: i < 40 ? '2016-11-11T16:00:00' : null, way: '书面送达', to_whom: '', reply: i % 3 ? 'come' : 'none', reply_label: i % 3 ? '参加' : '未回执', replied_at: null, reply_words: '' })) }],
  decisions: stage === 'held' ? decisions : [], minutes: stage === 'held' ? { id: 'mm1', stage: minutesStage, stage_label: '拟稿', number: null, title: '关于推进四季度质量强市创建重点工作的会议纪要', void_reason: null } : null,
  void_minutes: [], attachments: [], events: [{ at: '2016-11-17T17:00:00', who: '李晓燕', what: '登记召开', words: '应到44人，到会39人，请假4人，缺席1人' }, { at: '2016-11-11T10:00:00', who: '李晓燕', what: '发出通知', words: '质强办会〔2016〕11号' }],
}
const TEXT = '2016年11月17日下午，市委常委、常务副市长周建国在市政府第二会议室主持召开第11次联席会议，研究推进四季度质量强市创建重点工作。现将会议议定事项纪要如下：\n一、关于考核细则资料归档\n会议指出，年底前要对照10个方面、50项内容完成第四季度资料收集、建档、组卷。会议议定：\n1.市质监局牵头，各成员单位配合，于12月25日前补齐17个缺项。\n2.各县市区（园区）明确专人专柜，12月10日前报创建办备案。\n二、关于首席质量官备案\n（一）会议同意市经济和信息化委提出的备案方案。\n（二）重点企业首席质量官名单由市经济和信息化委汇总后报创建办。'
let saved = 3
const minutesCard = (): MinutesCard => {
  const at = ['draft', 'reviewing', 'submitted', 'signed', 'issued'].indexOf(minutesStage)
  const now = [0, 1, 2, 4, 5][at] ?? 0
  return {
    minutes: { id: 'mm1', version: saved, meeting: 'm1', stage: minutesStage, stage_label: { draft: '拟稿', reviewing: '待主任审核', reviewed: '主任已审核', submitted: '待主持人签发', signed: '已签发', issued: '已印发', voided: '已作废' }[minutesStage], title: '关于推进四季度质量强市创建重点工作的会议纪要', text: TEXT, signed_on: null, signer_name: '', signer_words: '', signed_basis: '', number: now > 3 ? '第11期' : null, issued_on: now > 4 ? '2016-11-23' : null, copies: 52, void_reason: null } as MinutesCard['minutes'],
    meeting: { ...meeting, stage: 'held' }, stages: ['拟稿', '主任审核', '主持人签发', '编号', '印发'].map((label, i) => dot(['draft', 'review', 'sign', 'number', 'issue'][i]!, label, i < now ? 'done' : i === now ? 'current' : 'todo', i < now ? `2016-11-${18 + i}T10:00:00` : null, i < now ? '李晓燕' : '')),
    allowed: minutesStage === 'draft' ? [{ step: 'send_review', label: '送主任审核', why_not: null, article: null }] : minutesStage === 'submitted' ? [{ step: 'send_back', label: '登记主持人退回', why_not: null, article: null }, { step: 'sign', label: '登记主持人签发', why_not: null, article: null }] : [{ step: 'void', label: '作废', why_not: '“作废”须由创建办主任办理。', article: null }],
    locked: minutesStage === 'draft' ? null : '会议纪要已报主持人签发，不能再改。主持人有修改意见的，请登记主持人退回后再改。', sign_due_on: '2016-11-27', sign_overdue: false, characters: 260, decisions,
    copies: Array.from({ length: 52 }, (_, i) => ({ id: `c${i}`, basis: i === 0 ? 'leader' : i < 4 ? 'deputy' : i === 51 ? 'added' : 'member', basis_label: i === 0 ? '组长' : i < 4 ? '副组长' : i === 51 ? '增加' : '成员单位', name: i < 4 ? `${NAMES[i]}同志` : units[i % units.length]!.short + (i > 24 ? i : ''), reason: i === 51 ? '列席单位' : '', sent_on: now > 4 && i < 30 ? '2016-11-23' : null, way: '机要交换', received_on: now > 4 && i < 10 ? '2016-11-23' : null, received_by: '张三' })) as MinutesCard['copies'],
    copy_proposals: now > 4 ? [] : [{ name: '市人大常委会办公室', reason: '列席这次会议' }],
    versions: saved, attachments: [], counts: card.counts, events: card.events,
  }
}
const paper = (answers as unknown as { registry_print_roster: () => unknown }).registry_print_roster
const states = [['held', '已召开'], ['held', '已召开'], ['closed', '已说明不召开'], ['held', '已召开'], ['missing', '未召开，未说明'], ['held', '已召开'], ['held', '已召开'], ['held', '已召开'], ['held', '已召开'], ['held', '已召开'], ['held', '已召开'], ['ahead', '未到']]
Object.assign(answers, {
  meeting_list: () => ({ total: 13, rows: Array.from({ length: 13 }, (_, i) => ({ ...meeting, id: `m${i}`, name: i === 3 ? '2016年11月专题联席会议（筹备）' : `2016年第${13 - i}次联席会议`, stage: i === 3 ? 'planned' : i === 5 ? 'cancelled' : i ? 'closed' : 'held', stage_label: i === 3 ? '筹备' : i === 5 ? '已取消' : i ? '办结' : '已召开' })) }),
  meeting_months: () => states.map(([state, state_label], i) => ({ year: 2016, month: i + 1, state, state_label, held: state === 'held' ? 1 : 0, planned: 0, reason: state === 'closed' ? '春节放假，工作安排在二月' : '', closed_by: '', article: '第九条' })),
  meeting_open: () => card,
  meeting_notice_draft: () => ({ text: '经研究，定于2016年11月17日（星期四）下午15:00召开2016年第11次联席会议。现将有关事项通知如下：\n一、会议时间\n2016年11月17日（星期四）下午15:00' }),
  meeting_chair_choices: () => [{ person: 'n1', name: '王立新', title: '市委副书记、市长', post_label: '组长', needs_entrustment: false }, { person: 'n0', name: '周建国', title: '市委常委、常务副市长', post_label: '常务副组长', needs_entrustment: true }],
  meeting_attendance_record: (q: { invitee: string; outcome: Card['invited'][number]['outcome'] }) => {
    const one = card.invited.find((v) => v.id === q.invitee)
    if (one) one.outcome = q.outcome
    return { ...card, invited: [...card.invited] }
  },
  meeting_leave_record: () => { throw { kind: 'Refused', message: '受委托人张三与周建国不是同一单位。', hint: '请委托本单位其他负责同志参加。', article: '第十条' } },
  meeting_minutes_open: minutesCard,
  meeting_minutes_save: () => ((saved += 1), minutesCard()),
  meeting_minutes_versions: () => [3, 2, 1].map((n) => ({ n, title: '关于推进四季度质量强市创建重点工作的会议纪要', text: TEXT, author: '李晓燕', at: `2016-11-${17 + n}T10:00:00`, characters: 260 })),
  meeting_minutes_preview: paper, meeting_minutes_print: paper, meeting_notice_print: paper, meeting_sign_in_print: paper, meeting_leave_print: paper, meeting_seat_cards_print: paper,
})
