// Sorting what is due into spans of time. Days left come from the rules; here they are only compared.
import { plusDays, weekdayOf } from '@/kit/dates'

export interface Due {
  due: string | null
  days_left: number | null
}
export type Span = 'today' | 'week' | 'month' | 'overdue' | 'all'

/** What is overdue belongs to every span; what has no day waits all the time and stands in the month. */
export function within<T extends Due>(items: T[], span: Span, today: string): T[] {
  if (span === 'all') return items
  if (span === 'overdue') return items.filter(isOverdue)
  const last = span === 'today' ? today : span === 'week' ? sunday(today) : `${today.slice(0, 7)}-31`
  return items.filter((item) => isOverdue(item) || (item.due === null ? span === 'month' : item.due <= last))
}

export function isOverdue(item: Due): boolean {
  return item.days_left !== null && item.days_left < 0
}

/** The last day of the week, which begins on Monday. */
export function sunday(today: string): string {
  return plusDays(today, (7 - weekdayOf(today)) % 7)
}

export function tally(items: Due[], today: string) {
  const overdue = items.filter(isOverdue)
  const ahead = items.filter((item) => !isOverdue(item) && item.due !== null)
  return {
    overdue: overdue.length,
    oldest: Math.max(0, ...overdue.map((item) => -(item.days_left ?? 0))),
    today: ahead.filter((item) => item.due === today).length,
    week: ahead.filter((item) => (item.due ?? '') <= sunday(today)).length,
  }
}
