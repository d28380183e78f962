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
