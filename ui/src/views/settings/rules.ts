// The profile as rows for reading: what, how much, by which article.
import type { Answer } from '@/api/ask'

type Profile = Answer<'system_profile'>
export interface Rule {
  what: string
  value: string
  article: number | null
}
export interface RuleGroup {
  title: string
  rules: Rule[]
}

export function ruleGroups(p: Profile): RuleGroup[] {
  const { group, office, contacts, meetings, decisions, reports, security } = p
  const rule = (what: string, value: string | number, article: number | null = null): Rule => ({ what, value: String(value), article })
  return [
    {
      title: '领导小组及其办公室',
      rules: [
        rule('领导小组', group.name, group.article),
        rule(`${group.leader_title}人数`, `${group.leader} 人（${group.leader_office}）`, group.article),
        rule(`${group.deputy_title}人数`, `${group.deputies} 人，其中${group.executive_title} ${group.executive_deputies} 人`, group.article),
        rule('成员单位', `${group.member_units} 个`, group.member_units_article),
        rule('办公室', `${office.name}（设在${office.seat}）`, office.article),
      ],
    },
    {
      title: '人员报备',
      rules: [
        ...contacts.posts.map((post) => rule(post.label, howMany(post.count, post.at_least), post.article ?? contacts.article)),
        rule('人员调整报备期限', `${contacts.filing_days} 个工作日内`, contacts.article),
        rule('备案号式样', contacts.number, contacts.article),
      ],
    },
    {
      title: '联席会议',
      rules: [
        rule(meetings.name, `原则上每月 ${meetings.per_month} 次`, meetings.article),
        rule('会议纪要红色标志', meetings.minutes_mark, meetings.minutes_article),
        rule(`${meetings.special_name}纪要标志`, meetings.special_minutes_mark, meetings.minutes_article),
        rule('纪要编号式样', meetings.minutes_number, meetings.minutes_article),
        rule('通知编号式样', meetings.notice_number),
        rule('纪要签发期限', `会后 ${meetings.sign_due_days} 天内`, meetings.minutes_article),
        rule('决定事项编号式样', decisions.number, decisions.article),
        rule('决定事项默认办理期限', `${decisions.default_due_days} 天`, decisions.article),
      ],
    },
    { title: '信息报送', rules: [rule('每月报送截止', `${reports.due_day} 日之前`, reports.article)] },
    {
      title: '安全',
      rules: [
        rule('无操作自动锁定', `${security.idle_minutes} 分钟`),
        rule('口令最短', `${security.password_min} 位`),
        rule('口令连续输错', `${security.lock_failures} 次锁定 ${security.lock_minutes} 分钟`),
      ],
    },
  ]
}

export function howMany(count: number | null | undefined, atLeast: number | null | undefined): string {
  if (count !== null && count !== undefined) return `每单位 ${count} 人`
  if (atLeast !== null && atLeast !== undefined) return `每单位至少 ${atLeast} 人`
  return '每单位若干人'
}
