// Pure parts of the meeting pages.
import type { Answer } from '@/api/ask'
import { parseDay, shortTime, toHalfWidth } from '@/kit'

export type Card = Answer<'meeting_open'>
export type Meeting = Card['meeting']
export type Agenda = Card['agenda'][number]
export type Invitee = Card['invited'][number]
export type Notice = Card['notices'][number]
export type Decision = Card['decisions'][number]
export type Month = Answer<'meeting_months'>[number]
export type MinutesCard = Answer<'meeting_minutes_open'>
export type Version = Answer<'meeting_minutes_versions'>[number]
export type Choice = Card['allowed'][number]

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export const STAGE_TONES: Record<Meeting['stage'], Tone> = { planned: 'blue', notified: 'blue', postponed: 'amber', held: 'amber', closed: 'green', cancelled: 'grey' }
export const MINUTES_TONES: Record<MinutesCard['minutes']['stage'], Tone> = { draft: 'blue', reviewing: 'blue', reviewed: 'blue', submitted: 'amber', signed: 'green', issued: 'green', voided: 'red' }
export const MONTH_TONES: Record<Month['state'], Tone> = { held: 'green', planned: 'blue', closed: 'grey', due: 'amber', missing: 'red', ahead: 'grey', before: 'grey' }
export const VERDICT_TONES: Record<Agenda['decision'], Tone> = { pending: 'amber', agreed: 'green', refused: 'red', deferred: 'grey' }
export const OUTCOME_TONES: Record<Invitee['outcome'], Tone> = { pending: 'grey', present: 'green', leave: 'amber', absent: 'red' }

/** A time of day as typed (1500, 15:00, 9：30, 15点30分, 下午3:00) as `HH:MM`; null where none is meant. */
export function parseTime(typed: string): string | null {
  const text = toHalfWidth(typed).replace(/\s/g, '')
  const parts = /^(上午|下午|晚上)?(\d{1,2})(?:[:点时](\d{1,2})?分?|(\d{2}))?$/.exec(text)
  if (!parts) return null
  const later = parts[1] === '下午' || parts[1] === '晚上'
  const hour = Number(parts[2]) + (later && Number(parts[2]) < 12 ? 12 : 0)
  const minute = Number(parts[3] ?? parts[4] ?? 0)
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
}

const two = (n: number) => String(n).padStart(2, '0')

/** A moment as the front desk takes it. */
export function momentOf(day: string | null, time: string): string | null {
  const [date, clock] = [parseDay(day ?? ''), parseTime(time)]
  return date && clock ? `${date}T${clock}:00` : null
}

export function dayOfMoment(moment: string | null | undefined): string | null {
  return moment ? moment.slice(0, 10) : null
}

export function timeOfMoment(moment: string | null | undefined): string {
  return moment ? moment.slice(11, 16) : ''
}

/** `2016-11-17 15:00` to `16:40` of the same day, or whole. */
export function spanOf(from: string, to: string | null): string {
  if (!to) return shortTime(from)
  return `${shortTime(from)} 至 ${to.slice(0, 10) === from.slice(0, 10) ? timeOfMoment(to) : shortTime(to)}`
}

/** Who chairs, in one line: `周建国（常务副组长，受委托）`. */
export function chairWords(meeting: Meeting): string {
  const chair = meeting.chair
  if (!chair) return '未定'
  return `${chair.name}（${chair.post_label}${chair.entrusted_on ? '，受委托' : ''}）`
}

/** Invitees that are wanted: by words in name, title or unit, by outcome. */
export function inviteesLike(all: readonly Invitee[], words: string, outcome: Invitee['outcome'] | ''): Invitee[] {
  const wanted = words.trim()
  return all.filter((one) => (outcome === '' || one.outcome === outcome) && (wanted === '' || [one.name, one.title, one.unit_short, one.unit_name].some((text) => text.includes(wanted))))
}

/** The order of ids after one of them moved by `by` places. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return [...ids]
  const next = [...ids]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}
