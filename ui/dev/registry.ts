// Made-up answers of the register. 示例 only.
import { answers } from './answers'

const SHORTS = ['市发展改革委', '市教育体育局', '市科技局', '市经济和信息化委', '市公安局', '市民政局', '市财政局', '市人力资源社会保障局', '市国土资源局', '市环境保护局', '市住房城乡建设局', '市交通运输局', '市水务局', '市农业局', '市商务局', '市卫生计生委', '涪城区', '游仙区', '安州区', '三台县', '科创园区', '经开区']
export const units = SHORTS.map((short, i) => {
  const kind = i < 16 ? 'member' : i < 20 ? 'county' : 'park'
  return { id: `u${i}`, name: `示例${short.replace('市', '市（全称）')}`, short, kind, kind_label: { member: '成员单位', county: '县市区', park: '园区' }[kind]!, order: i + 1, trade: i % 3 ? '' : '工业产品', address: '示例路 1 号', phone: '0816-2230000', joined_on: '2016-01-04', left_on: i === 7 ? '2016-06-30' : null, left_reason: i === 7 ? '机构改革' : '', version: 1 }
})
const NAMES = ['周建国', '王立新', '李晓燕', '陈志强', '刘海涛', '赵敏', '孙丽华', '杨帆', '吴刚', '郑玥', '冯喆', '何婳祎']
const line = (post: string, post_label: string, i: number) => ({ post, post_label, post_id: `p${post}${i}`, post_version: 1, person: `n${i}`, name: NAMES[i % NAMES.length]!, title: ['市委副书记、市长', '市委常委、常务副市长', '副市长', '党组书记、局长'][Math.min(i, 3)]!, unit: i < 3 ? null : `u${i - 3}`, unit_name: i < 3 ? '' : units[(i - 3) % units.length]!.name, unit_short: i < 3 ? '' : units[(i - 3) % units.length]!.short, phone: '13800000000', mobile: '13800000000', office_phone: '', from: '2016-01-04', to: null, order: i + 1 })
const finding = (kind: 'vacancy' | 'surplus', message: string, article: string, unit: string | null = null) => ({ kind, kind_label: kind === 'vacancy' ? '缺' : '超', message, post: null, unit, unit_short: '', wanted: 1, found: 0, article })
const POSTS = [['leader_in_charge', '分管领导'], ['section_head', '科室负责人'], ['undertaker', '承办人'], ['information_officer', '信息员'], ['archivist', '档案员']] as const

const row = (u: (typeof units)[number]) => ({ unit: u, state_label: u.left_on ? '已退出' : '在册', people: 6, missing: u.order % 4 === 3 ? 1 : 0 })
const choice = (step: string, label: string, why_not: string | null = null) => ({ step, label, why_not, article: why_not ? '第三条' : null })
const post = (i: number, kind_label: string, state: string, from: string, to: string | null) => ({ id: `q${i}`, person: `n${i}`, person_name: NAMES[i], kind: 'member', kind_label, unit: 'u0', unit_name: units[0]!.name, unit_short: units[0]!.short, title: '党组书记、主任', rank: 0, from, to, end_reason: to ? '调离' : '', void_reason: state === 'void' ? '重复录入' : null, version: 1 })
const contactCells = POSTS_OF()
function POSTS_OF() { return [['分管领导', '王立新'], ['科室负责人', '李晓燕'], ['承办人', '陈志强、刘海涛'], ['信息员', ''], ['档案员', '杨帆']].map(([l, n], i) => ({ post: `c${i}`, names: n ? n.split('、') : [], state: n ? 'complete' : 'missing', state_label: n ? '已报备' : '未报备', article: i < 3 ? '第五条' : '第二十三条', l })) }
const person = (i: number) => ({ id: `n${i}`, name: NAMES[i % 12], gender: 'male', mobile: '13800000000', office_phone: '0816-2230000', title: '党组书记、局长', note: '', version: 1 })
Object.assign(answers, {
  registry_units: () => ({ rows: units.map(row), total: units.length }),
  registry_unit_card: (q: { unit: string }) => {
    const unit = units.find((u) => u.id === q.unit) ?? units[0]!
    return { unit, day: '2016-11-23', state: unit.left_on ? 'left' : 'standing', state_label: unit.left_on ? '已退出' : '在册', people: contactCells.flatMap((c, i) => c.names.map((n) => ({ ...line(c.post, c.l ?? '', i + 3), name: n }))), contacts: contactCells, history: [post(1, '成员', 'held', '2016-06-01', null), post(2, '成员', 'over', '2016-01-04', '2016-06-01'), post(3, '信息员', 'void', '2016-01-04', null)], names: [{ name: unit.name, short: unit.short, from: '2016-01-04', to: null }], terms: [{ from: '2016-01-04', to: null, reason: '' }], allowed: [choice('correct', '更正'), choice('rename', '更名'), choice('retire', '退出'), choice('reinstate', '恢复', '单位“在册”，不能恢复。')] }
  },
  registry_people: (q: { slice: { offset: number; limit: number } }) => ({ total: 200, rows: Array.from({ length: q.slice.limit }, (_, i) => ({ person: person(i + q.slice.offset), posts: [], posts_label: '市发展改革委分管领导、成员' })) }),
  registry_person_card: () => ({ person: person(1), posts: [['held', '在任', '2016-06-01', null], ['over', '已免职', '2016-01-04', '2016-06-01'], ['void', '已作废', '2016-01-04', null]].map(([state, state_label, from, to], i) => ({ post: post(i, '成员', state!, from!, to ?? null), state, state_label, allowed: [choice('end', '免职', state === 'held' ? null : `任职“${state_label}”，不能免职。`), choice('correct', '更正', state === 'void' ? '任职“已作废”，不能更正。' : null), choice('void', '作废', state === 'void' ? '任职“已作废”，不能作废。' : null)] })), namesakes: ['已有同名人员“王立新”（市商务局承办人 13900000000），请确认不是同一人。'] }),
  registry_find: () => ({ units: units.slice(0, 8), people: Array.from({ length: 6 }, (_, i) => ({ person: person(i), posts: [], posts_label: '市发展改革委分管领导' })) }),
  registry_who: () => [line('member', '成员', 4)],
  registry_words: () => ({ unit_kinds: [['member', '成员单位'], ['county', '县市区'], ['park', '园区'], ['other', '其他单位']].map(([key, label]) => ({ key, label })), posts: [['leader', '组长'], ['member', '成员'], ['leader_in_charge', '分管领导']].map(([key, label]) => ({ key, label })), filed_posts: [['member', '成员'], ['leader_in_charge', '分管领导']].map(([key, label]) => ({ key, label })), genders: [['male', '男'], ['female', '女']].map(([key, label]) => ({ key, label })) }),
  registry_check: () => ({ day: '2016-11-23', vacancies: 2, surplus: 1, findings: [finding('vacancy', '副组长（含常务副组长）应有 3，现有 2，缺 1。', '第一条'), finding('vacancy', '市商务局的领导小组成员应有 1，现有 0，缺 1。', '第四条', 'u14'), finding('surplus', '市财政局的信息员应有 1，现有 2，超 1。', '第二十三条', 'u6')] }),
})
Object.assign(answers, {
  registry_roster: (q: { day: string | null }) => ({
    day: q.day ?? '2016-11-23',
    lines: [line('leader', '组长', 0), line('executive_deputy', '常务副组长', 1), line('deputy', '副组长', 2), ...Array.from({ length: 18 }, (_, i) => line('member', '成员', i + 3))],
    check: { day: '2016-11-23', vacancies: 2, surplus: 1, findings: [finding('vacancy', '副组长（含常务副组长）应有 3，现有 2，缺 1。', '第一条'), finding('vacancy', '市商务局的领导小组成员应有 1，现有 0，缺 1。', '第四条', 'u14'), finding('surplus', '市财政局的信息员应有 1，现有 2，超 1。', '第二十三条', 'u6')] },
  }),
  registry_completeness: (q: { day: string | null }) => ({
    day: q.day ?? '2016-11-23',
    columns: POSTS.map(([post, label], i) => ({ post, label, wanted: post === 'undertaker' ? '1 名以上' : '1 名', article: i < 3 ? '第五条' : i === 3 ? '第二十三条' : '第二十六条' })),
    rows: units.map((u, r) => {
      const cells = POSTS.map(([post], c) => {
        const state = (r * 5 + c) % 11 === 3 ? 'missing' : r === 6 && c === 3 ? 'surplus' : 'complete'
        return { post, names: state === 'missing' ? [] : c === 2 || state === 'surplus' ? [NAMES[(r + c) % 12]!, NAMES[(r + c + 1) % 12]!] : [NAMES[(r + c) % 12]!], state, state_label: { missing: '未报备', surplus: '超员', complete: '已报备' }[state]!, article: '第五条' }
      })
      return { unit: u.id, unit_name: u.name, unit_short: u.short, unit_kind: u.kind, unit_kind_label: u.kind_label, cells, complete: cells.every((c) => c.state === 'complete') }
    }),
    complete_units: 13, missing: 10,
  }),
})

// Any PDF laid beside as `sample.pdf` (not kept in the repository) stands for a printed paper.
async function paper() {
  const bytes = new Uint8Array(await (await fetch('/dev/sample.pdf')).arrayBuffer())
  const head = new TextEncoder().encode(JSON.stringify({ name: '示例.pdf', mime: 'application/pdf' }))
  const out = new Uint8Array(4 + head.length + bytes.length)
  new DataView(out.buffer).setUint32(0, head.length)
  out.set(head, 4)
  out.set(bytes, 4 + head.length)
  return out.buffer
}
const filing = { id: 'f1', number: '备〔2016〕7号', unit: 'u0', unit_name: units[0]!.name, unit_short: units[0]!.short, changed_on: '2016-11-01', filed_on: '2016-11-14', due_on: '2016-11-08', late_days: 4, late_label: '迟报 4 个工作日', article: '第五条', changes_label: '分管领导：王立新 → 陈志强', note: '干部交流', recorded_by: '李晓燕' }
const item = { id: 'i1', version: 1, number: '2016-0007', text: '由市经济和信息化委牵头，12 月 10 日前完成重点企业首席质量官备案，并将备案名单报创建办。', stage: 'replied', stage_label: '已回复待审', source_kind: 'meeting', source: 'm1', source_name: '2016年第11次联席会议', owed_to: '周建国', lead: { unit: 'u3', short: '市经济和信息化委' }, helpers: [{ unit: 'u1', short: '市教育体育局' }], opened_on: '2016-11-01', due_on: '2016-11-17', days_left: -6, overdue: true, reply_on: '2016-11-20', reply: '已完成 42 家重点企业首席质量官备案，名单附后。', reply_number: '示经信函〔2016〕12号', returns: 1, closed_on: null, reason: '名单不全', allowed: [choice('reply', '登记回复', '督办事项处于“已回复待审”阶段，不能登记回复。'), choice('return', '退回重办'), choice('accept', '认可办结')] }
Object.assign(answers, {
  registry_print_roster: paper, registry_print_contacts_form: paper, registry_print_directory: paper,
  registry_contacts: () => ({ total: 120, rows: Array.from({ length: 50 }, (_, i) => line('leader_in_charge', '分管领导', i + 3)) }),
  registry_filings: () => ({ total: 9, rows: Array.from({ length: 9 }, (_, i) => ({ ...filing, id: `f${i}`, late_days: i % 3 ? 0 : 4, late_label: i % 3 ? '按时' : '迟报 4 个工作日' })) }),
  registry_filing_card: () => ({ filing, changes: [{ effect: 'ended', effect_label: '免职', post: 'p', post_label: '分管领导', name: '王立新', title: '副主任' }, { effect: 'begun', effect_label: '任职', post: 'p2', post_label: '分管领导', name: '陈志强', title: '副主任' }], scans: [], remark: null }),
  registry_duties: () => ({ total: 1, rows: [{ id: 'd1', person: 'n1', person_name: '王立新', kind: 'research', kind_label: '调研', day: '2016-10-12', text: '到 5 家企业调研质量基础设施建设。', recorded_by: '李晓燕', version: 1 }] }),
  followup_items: () => ({ total: 7, rows: Array.from({ length: 7 }, (_, i) => ({ ...item, id: `i${i}`, stage: i % 2 ? 'open' : 'replied', stage_label: i % 2 ? '办理中' : '已回复待审', days_left: i * 5 - 6 })) }),
  followup_open: () => ({ item, events: [{ at: '2016-11-20T10:00:00', who: '李晓燕', what: '登记回复', words: '已完成备案。' }, { at: '2016-11-01T10:00:00', who: '李晓燕', what: '交办', words: '' }], attachments: [] }),
})
const fault = (row: number, column: string, title: string, message: string, severity = 'error') => ({ sheet: '人员与任职', row, column, title, cell: `${column}${row}`, message, severity, severity_label: severity === 'error' ? '错误' : '提醒' })
Object.assign(answers, {
  registry_import_preview: () => ({ digest: 'x', file: '名册.xlsx', rows_total: 214, good: 205, existing: 3, bad: 6, errors: 6, warnings: 2, summary: '共 214 行，可新增 205 行，已存在 3 行，有错误 6 行（6 处）。', can_import_all: false, can_import_good: true,
    faults: [fault(7, 'G', '手机', '“1380000”不是有效的手机号，应为 11 位。'), fault(12, 'A', '单位', '名册和本文件中都没有单位“市质监局二”。请核对名称。'), fault(15, 'H', '任职日期', '“2016-13-01”不是有效日期，请写成 2016-08-24。'), fault(20, 'B', '姓名', '第 20 至 22 行被合并成一个单元格，请取消合并后逐行填写。'), fault(31, 'I', '免职日期', '单元格是公式，请改为直接填写日期。'), fault(40, 'B', '姓名', '与第 38 行重复。'), fault(44, 'G', '手机', '号码以数字填写，请核对有无丢失开头的 0。', 'warning')],
    sheets: [{ name: '单位', found: true, columns: ['单位全称', '简称', '类别'], rows: 46, good: 46, existing: 0, bad: 0, sample: units.slice(0, 10).map((u, i) => ({ row: i + 2, state: 'new', state_label: '新增', cells: [u.name, u.short, u.kind_label] })) }, { name: '人员与任职', found: true, columns: ['单位', '姓名', '岗位'], rows: 168, good: 159, existing: 3, bad: 6, sample: [] }] }),
  registry_import_apply: () => ({ units: 46, people: 150, posts: 159, existing: 3, left_out: 6, summary: '新增单位 46 个、人员 150 人、任职 159 条；已存在 3 行，未改动；有错误的 6 行没有导入。' }),
})
