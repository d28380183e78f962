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
  system_counts: () => ({ registry: 2, meetings: 1, followup: 5 }),
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
