// Pure parts of the document pages. What is lawful and when it is due comes from the front desk; here it is only put in order.
import type { Answer, Request } from '@/api/ask'
import type { OutgoingFacts } from '@/api/OutgoingFacts'
import type { OutgoingWords } from '@/api/OutgoingWords'

export type IncomingCard = Answer<'incoming_open'>
export type Incoming = IncomingCard['paper']
export type IncomingFacts = Request<'incoming_receive'>['facts']
export type OutgoingCard = Answer<'outgoing_open'>
export type Outgoing = OutgoingCard['document']
export type Choices = Answer<'outgoing_choices'>
export type Template = Answer<'document_templates'>[number]
export type Letter = Answer<'document_delegations'>[number]
export type Choice = IncomingCard['allowed'][number]
export type Version = Answer<'outgoing_versions'>[number]
export type Comparison = Answer<'outgoing_compare'>
export type { OutgoingFacts, OutgoingWords }

type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export const INCOMING_TONES: Record<Incoming['stage'], Tone> = { received: 'amber', registered: 'amber', checked: 'amber', deputy: 'blue', leader: 'blue', ready: 'amber', handling: 'blue', answered: 'blue', closed: 'green', returned: 'grey' }
export const OUTGOING_TONES: Record<Outgoing['stage'], Tone> = { draft: 'blue', section: 'amber', office_director: 'amber', deputy: 'amber', leader: 'amber', signed: 'blue', proofread: 'blue', printed: 'green', revoked: 'red', repealed: 'grey', voided: 'red', dropped: 'grey' }

export const INCOMING_KINDS: { key: Incoming['kind']; label: string; hint: string }[] = [
  { key: 'filing_office', label: '报创建办备案', hint: '成员单位的工作方案、计划、总结等（第十四条）。初审后编入创建办备案登记簿，不必呈批。' },
  { key: 'filing_group', label: '报领导小组备案', hint: '报领导小组备案的文件（第十四条）。初审后编入领导小组备案登记簿，报副组长、组长阅批。' },
  { key: 'comprehensive', label: '综合报告', hint: '综合反映创建工作情况的报告（第十五条）。由创建办拟办，报副组长、组长阅批。' },
  { key: 'single', label: '单项报告', hint: '反映单项工作情况的报告（第十五条）。由创建办拟办，报副组长、组长阅批。' },
  { key: 'other', label: '其他来文', hint: '上级文件、函件等。由创建办拟办；需要领导阅批的，拟办后“呈批”。' },
]
export const INCOMING_STAGES: [Incoming['stage'], string][] = [['received', '已签收待登记'], ['registered', '已登记待初审'], ['checked', '待拟办'], ['deputy', '待副组长批示'], ['leader', '待组长批示'], ['ready', '待办理'], ['handling', '承办中'], ['answered', '已答复'], ['closed', '已办结'], ['returned', '已退回']]
export const OUTGOING_STAGES: [Outgoing['stage'], string][] = [['draft', '拟稿'], ['section', '承办部门审核'], ['office_director', '创建办主任'], ['deputy', '副组长'], ['leader', '组长'], ['signed', '已签发'], ['proofread', '已校核'], ['printed', '已印发'], ['revoked', '已撤销'], ['repealed', '已废止'], ['voided', '已作废'], ['dropped', '已停办']]
export const ISSUERS = [['group', '领导小组'], ['office', '创建办']] as const
/** Secret papers are not kept here: they are handled on paper by the rules of secrecy. */
export const SECRECIES = [['public', '公开'], ['internal', '内部']] as const
export const URGENCIES = [['plain', '平件'], ['more', '加急'], ['most', '特急']] as const
export const OPENNESSES = [['open', '主动公开'], ['on_request', '依申请公开'], ['closed', '不予公开']] as const
export const SEALINGS = [['seal', '加盖印章'], ['none', '不加盖印章'], ['stamp', '加盖签发人签名章']] as const
export const WAYS = ['机要交换', '专人送达', '电子公文', '邮寄', '传真']

/** Numbers of a paper in one line: its own and that of the register of filings. */
export function numbersOf(paper: Pick<Incoming, 'number' | 'filing_number'>): string {
  return [paper.number, paper.filing_number].filter(Boolean).join('　')
}

/** What was registered, as the form takes it. */
export function factsOf(paper: Incoming): IncomingFacts {
  const { kind, sender, sender_name, letter, dated_on, title, summary, copies, secrecy, urgency, received_on, received_by, way } = paper
  return { kind, sender, sender_name, letter, dated_on, title, summary, copies, secrecy, urgency, received_on, received_by, way }
}

/** A form for a paper that has just come. */
export function blankFacts(today: string | null): IncomingFacts {
  return { kind: 'other', sender: null, sender_name: '', letter: '', dated_on: null, title: '', summary: '', copies: 1, secrecy: 'public', urgency: 'plain', received_on: today, received_by: '', way: '机要交换' }
}

/** Names typed in one line or several, parted by 、，； or a line feed; each once, in their order. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[、，,；;\n]/).map((name) => name.trim()).filter(Boolean)
  return [...new Set(names)]
}

export function namesOut(names: readonly string[]): string {
  return names.join('、')
}

export interface Proof<File> {
  /** What a file dropped here is called. */
  purpose: string
  label: string
  files: File[]
}

/** Files in the order of the steps that they prove: one place for each step taken, then everything else. */
export function proofs<File extends { purpose: string }>(moves: readonly { step_label: string }[], files: readonly File[], first: string[] = []): Proof<File>[] {
  const steps = [...new Set(moves.map((move) => move.step_label))].filter((label) => !BESIDE.includes(label))
  const places = [...first, ...steps.map((label) => `${label}扫描件`)]
  const found = [...new Set(places)].map((purpose) => ({ purpose, label: purpose.replace(/扫描件$/, ''), files: files.filter((file) => file.purpose === purpose) }))
  const others = files.filter((file) => !places.includes(file.purpose))
  return [...found, { purpose: '有关材料', label: '有关材料', files: others }]
}
const BESIDE = ['签收', '更正', '更正登记', '添加附件']

/** Prefixes of one issuer; for a paper in letter form those of letters come first. */
export function prefixesFor(choices: Choices, issuer: OutgoingFacts['issuer'], kind: string): Choices['prefixes'] {
  const letter = choices.kinds.find((one) => one.key === kind)?.form === 'letter'
  const own = choices.prefixes.filter((one) => one.of === issuer)
  return [...own.filter((one) => one.letter === letter), ...own.filter((one) => one.letter !== letter)]
}

/** Kinds with what stands against them under this issuer; those that can be issued come first. */
export function kindsFor(choices: Choices, issuer: OutgoingFacts['issuer']): { key: string; label: string; why: string }[] {
  const all = choices.kinds.map((kind) => ({ key: kind.key, label: kind.label, why: kind.by.includes(issuer) ? '' : kind.why_not || `不以${ISSUERS.find(([key]) => key === issuer)?.[1] ?? ''}名义制发` }))
  return [...all.filter((kind) => !kind.why), ...all.filter((kind) => kind.why)]
}

/** Words of an empty draft. */
export function blankWords(kind: string): OutgoingWords {
  return { kind, title: '', sent_to: [], copies_to: [], text: '', annexes: [], note: '' }
}

/** What of a comparison is shown: parts in which something changed, or all. */
export function changedParts(comparison: Comparison, all: boolean): Comparison['parts'] {
  return all ? comparison.parts : comparison.parts.filter((part) => part.pieces.some((piece) => piece.mark !== 'kept'))
}

/** How many of a distribution went out and were received. */
export function tallyCopies(copies: readonly { sent_on: string | null; received_on: string | null }[]): { all: number; sent: number; received: number } {
  return { all: copies.length, sent: copies.filter((one) => one.sent_on).length, received: copies.filter((one) => one.received_on).length }
}

/** A whole number of copies as typed, or null. */
export function countOf(typed: string): number | null {
  return /^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed.trim()) : null
}
