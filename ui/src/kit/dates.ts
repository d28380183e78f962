// Days as people type and read them. A day is always `YYYY-MM-DD` text; no time zone can move it.

import { ref } from 'vue'

/** The program's own today, as the front desk says it; demonstration data stand on a day of their own. */
export const today = ref<string | null>(null)

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** What was typed, as `YYYY-MM-DD`; null where no day of the calendar is meant. Reads 20160830, 2016-8-30, 2016/8/30, 2016.8.30, 2016年8月30日. */
export function parseDay(typed: string): string | null {
  const text = toHalfWidth(typed).trim()
  const run = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const parts = run ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text)
  if (!parts) return null
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The same for a month and day alone (8-30, 0830, 8月30日), in the year given. */
export function parseDayIn(year: number, typed: string): string | null {
  const text = toHalfWidth(typed).trim()
  const parts = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text)
  return parts ? dayOf(year, Number(parts[1]), Number(parts[2])) : null
}

/** `YYYY-MM-DD`, if that day exists. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** `2016年11月23日`, with the weekday if wanted. */
export function longDay(day: string | null | undefined, withWeekday = false): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  if (!parts) return ''
  const words = `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`
  return withWeekday ? `${words} 星期${WEEKDAYS[weekdayOf(parts[0])]}` : words
}

/** `2016-11-23 15:42` out of a stored moment; the day alone where there is no time. */
export function shortTime(moment: string | null | undefined): string {
  if (!moment) return ''
  return moment.replace('T', ' ').slice(0, 16)
}

/** Moves a day. */
export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Full-width digits and marks, as an input method leaves them, become plain ones. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
}

/** Years to choose from: from the first one that counts up to the next one. */
export function years(today: string, first = 2015): number[] {
  const last = Number(today.slice(0, 4)) + 1
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => last - i)
}

/** The same for a filter. */
export function yearOptions(today: string): { key: number; label: string }[] {
  return years(today).map((year) => ({ key: year, label: `${year} 年` }))
}
