// Made-up answers, by command. 示例 only.
const params = new URLSearchParams(location.search)
let state = params.get('as') ?? 'open'

const people = [
  { login: 'lixy', name: '李晓燕', role_label: '经办人' },
  { login: 'wanglx', name: '王立新', role_label: '办公室主任' },
  { login: 'admin', name: '陈管理', role_label: '系统管理员' },
  { login: 'audit', name: '赵审计', role_label: '审计员' },
]
const role = params.get('role') ?? 'clerk'
const who = { id: '0', login: 'lixy', name: '李晓燕', role, role_label: ({ clerk: '经办人', admin: '系统管理员', auditor: '审计员', director: '办公室主任' } as Record<string, string>)[role], must_change: params.get('must') === '1' }

type Answer = (request: never) => unknown
export const answers: Record<string, Answer> = {
  door_state: () => ({
    state, message: state === 'damaged' ? '数据库文件（office.db）不见了或是空的。' : null, hint: state === 'damaged' ? '程序不会新建空库；请找回该文件或从备份恢复。' : null,
    title: '市创建办', kind: 'office', people: state === 'empty' ? [] : people, who: state === 'open' ? who : null,
    campaign: '创建“全国质量强市示范城市”', today: '2016-11-23', weekday: '星期三', demo: params.get('demo') === '1', idle_minutes: 15, password_min: 8,
  }),
  door_profiles: () => [{ id: 'mianyang-2016', title: '绵阳市创建“质量强市示范城市”领导小组工作规则（2016）', city: '绵阳市', campaign: '创建“全国质量强市示范城市”', group: '绵阳市创建“全国质量强市示范城市”工作领导小组', office: '市创建工作领导小组办公室', articles: 30 }],
  door_found: () => ({ recovery_code: 'K7QM-2XTD-9PLA-W4RC-H8NE-5VJB' }),
  door_enter: (q: { password: string }) => {
    if (q.password !== '1') throw { kind: 'NotAllowed', message: '登录名或口令不对。', hint: '再错 4 次，该账号将被锁定。', article: null }
    state = 'open'
    return who
  },
  door_lock: () => ((state = 'locked'), {}),
  door_leave: () => ((state = 'closed'), {}),
  door_recover: () => ({ recovery_code: 'K7QM-2XTD-9PLA-W4RC-H8NE-5VJB' }),
  door_change_password: () => who,
  workbench_counts: () => ({ registry: 2, meetings: 1, followup: 5 }),
  manual_chapter: () => ({ title: '工作台', markdown: '# 工作台\n\n工作台列出**工作规则**要求现在办的事。\n\n1. 逾期的事项排在最前。\n2. 点“办理”到办理的地方。\n' }),
  workbench_today: () => ({
    items: [
      { title: '第 11 次联席会议决定事项：重点企业首席质量官备案', article: '第十二条', unit: '市经济和信息化委', due: '2016-11-17', days_left: -6, state: '', to: '/' },
      { title: '《会议纪要》第 11 期待主持人签发', article: '第十三条', unit: '创建办', due: '2016-11-23', days_left: 0, state: '', to: '/' },
      { title: '三台县分管领导变更，待备案', article: '第五条', unit: '三台县', due: '2016-11-22', days_left: -1, state: '', to: '/' },
      { title: '本月联席会议尚未召开', article: '第九条', unit: '创建办', due: '2016-11-30', days_left: 7, state: '', to: '/' },
    ],
  }),
}

const day = (date: string, kind: string, name: string) => ({ date, kind, name, source: '国办发明电〔2015〕18号' })
Object.assign(answers, {
  system_accounts: () => [
    { ...who, id: '1', login: 'admin', name: '陈管理', role: 'admin', role_label: '系统管理员', must_change: false, created_at: '2016-01-04T09:00:00', disabled_at: null, last_entry_at: '2016-11-23T08:30:12' },
    { ...who, id: '0', must_change: false, created_at: '2016-01-04T09:10:00', disabled_at: null, last_entry_at: '2016-11-23T08:41:00' },
    { ...who, id: '2', login: 'wanglx', name: '王立新', role_label: '办公室主任', must_change: true, created_at: '2016-01-04T09:12:00', disabled_at: null, last_entry_at: null },
    { ...who, id: '3', login: 'old', name: '周旧', role_label: '经办人', must_change: false, created_at: '2016-01-04T09:12:00', disabled_at: '2016-06-01T10:00:00', last_entry_at: '2016-05-30T17:00:00' },
  ],
  system_calendar: (q: { year: number }) => ({
    year: q.year, known: q.year === 2016,
    days: q.year !== 2016 ? [] : [day('2016-01-01', 'holiday', '元旦'), ...[7, 8, 9, 10, 11, 12, 13].map((d) => day(`2016-02-${String(d).padStart(2, '0')}`, 'holiday', '春节')), day('2016-02-06', 'workday', '春节调休'), day('2016-02-14', 'workday', '春节调休'), ...[1, 2, 3, 4, 5, 6, 7].map((d) => day(`2016-10-0${d}`, 'holiday', '国庆节')), day('2016-10-08', 'workday', '国庆节调休'), day('2016-10-09', 'workday', '国庆节调休')],
  }),
  system_profile: () => ({
    profile: { id: 'mianyang-2016', title: '绵阳市创建“质量强市示范城市”领导小组工作规则', issued: '2016-08-30', effective_from: '2016-08-30', source: '公开印发稿' },
    campaign: { name: '创建“全国质量强市示范城市”', short: '质量强市', city: '绵阳市' },
    group: { name: '绵阳市创建“全国质量强市示范城市”工作领导小组', short: '领导小组', article: 1, leader: 1, deputies: 3, executive_deputies: 1, leader_title: '组长', deputy_title: '副组长', executive_title: '常务副组长', member_title: '成员', leader_office: '市长', member_units: 32, member_units_article: 3 },
    office: { name: '创建工作领导小组办公室', short: '创建办', seat: '市质监局', director_title: '主任', article: 5 },
    contacts: { article: 5, filing_days: 5, number: '备〔{year}〕{n}号', posts: [{ key: 'leader_in_charge', label: '分管领导', count: 1, at_least: null, article: null }, { key: 'undertaker', label: '承办人', count: null, at_least: 1, article: null }, { key: 'information_officer', label: '信息员', count: 1, at_least: null, article: 23 }] },
    meetings: { article: 9, per_month: 1, name: '联席会议', special_name: '专题联席会议', chair: [], members_article: 8, leave_article: 10, agenda_article: 11, decisions_article: 12, minutes_article: 13, minutes_mark: '绵阳市质量强市联席会议纪要', special_minutes_mark: '绵阳市质量强市专题会议纪要', minutes_number: '第{n}期', notice_number: '〔{year}〕{n}号', sign_due_days: 7, copies: [] },
    decisions: { article: 12, number: '{year}-{n4}', default_due_days: 30 },
    reports: { article: 22, due_day: 25 },
    security: { idle_minutes: 15, lock_failures: 5, lock_minutes: 15, password_min: 8 },
    articles: Array.from({ length: 30 }, (_, i) => ({ n: i + 1, title: '示例标题', text: '示例条文。领导小组办公室负责日常工作，各成员单位按照职责分工各负其责，密切配合，共同推进。' })),
  }),
  system_profiles: () => [{ title: '绵阳市工作规则（2016）', effective_from: '2016-08-30', added_at: '2016-01-04T09:00:00', in_force: true }],
  system_fonts: () => ['小标宋', '仿宋', '楷体', '黑体', '宋体'].map((role, i) => ({ role, family: i ? '方正字体' : 'Noto Serif CJK SC Bold', path: '/usr/share/fonts/a.ttf', kind: i ? '已安装' : '已替代', note: i ? '' : '未安装方正小标宋，用随附字体代替' })),
  system_check: () => ({ good: true, findings: [{ what: '数据库', good: true, words: '完好' }, { what: '审计链', good: true, words: '1288 条，首尾相连' }] }),
  system_about: () => ({ version: '0.1.0', schema: 3, campaign: '创建“全国质量强市示范城市”', profile: '绵阳市工作规则', demo: true, database: 'SQLite 3.54.0', licence: 'Apache-2.0' }),
  system_audit: (q: { slice: { offset: number; limit: number } }) => ({
    total: 1288,
    rows: Array.from({ length: Math.min(q.slice.limit, 1288 - q.slice.offset) }, (_, i) => ({ seq: 1288 - q.slice.offset - i, at: '2016-11-23 08:41:00', person: '李晓燕', role: '经办人', command: 'unit_add', title: '新增单位', outcome: i % 7 ? '完成' : '拒绝', detail: i % 7 ? '' : '已有同名单位“市教育体育局”。', changed: i % 3 })),
  }),
  system_audit_row: () => ({ line: { seq: 1288, at: '2016-11-23 08:41:00', person: '李晓燕', role: '经办人', command: 'unit_add', title: '更改单位', outcome: '完成', detail: '', changed: 1 }, subject: '{"name":"市教育体育局"}', changes: '[{"table":"unit","op":"update","before":{"phone":"2230000","version":1},"after":{"phone":"2231111","version":2}}]', hash: '9f2c'.repeat(16) }),
  system_audit_verify: () => ({ rows: 1288, broken_at: null, last_hash: '9f2c'.repeat(16) }),
  manual_chapters: () => [],
})
