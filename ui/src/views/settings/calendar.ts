// A year laid out in months. Which day is free is said by the front desk's list of days that differ from the plain week.
import { dayOf, daysInMonth, weekdayOf } from '@/kit/dates'

export interface Differs {
  kind: 'holiday' | 'workday'
  name: string
  source: string
}
export interface Cell {
  date: string
  day: number
  weekend: boolean
  differs: Differs | null
}
export interface Month {
  month: number
  /** Empty cells before the first, weeks beginning on Monday. */
  before: number
  cells: Cell[]
}

export function layOut(year: number, days: readonly (Differs & { date: string })[]): Month[] {
  const known = new Map(days.map((day) => [day.date, day]))
  return Array.from({ length: 12 }, (_, i) => {
    const month = i + 1
    const cells = Array.from({ length: daysInMonth(year, month) }, (_, d) => cell(year, month, d + 1, known))
    return { month, before: (weekdayOf(cells[0]!.date) + 6) % 7, cells }
  })
}

function cell(year: number, month: number, day: number, known: Map<string, Differs>): Cell {
  const date = dayOf(year, month, day) ?? ''
  const weekday = weekdayOf(date)
  return { date, day, weekend: weekday === 0 || weekday === 6, differs: known.get(date) ?? null }
}
