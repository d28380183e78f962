// Pure parts of the pages of monthly information. What is on time and what may be done comes from the front desk.
import type { Answer, Request } from '@/api/ask'

export type Card = Answer<'report_open'>
export type Report = Card['report']
export type Status = Report['status']
export type Piece = Request<'report_contents_save'>['pieces'][number]
export type Entry = Request<'reports_arrivals_record'>['entries'][number]
export type PointsRow = Answer<'reports_points'>['rows'][number]
export type Span = { year: number; quarter: number | null; month: number | null }

type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'
export const STATUS_TONES: Record<Status, Tone> = { pending: 'grey', on_time: 'green', late: 'amber', incomplete: 'amber', missing: 'red', released: 'grey' }
export const STAGE_TONES: Record<Report['stage'], Tone> = { waiting: 'grey', received: 'blue', returned: 'amber', accepted: 'green' }
export const STATUSES: [Status, string][] = [['pending', '待报送'], ['on_time', '按时'], ['late', '迟报'], ['incomplete', '不齐'], ['missing', '缺报'], ['released', '免报']]
export const PARTS: [Piece['part'], string][] = [['progress', '本月进展'], ['plan', '下月计划'], ['innovation', '创新举措'], ['event', '重要事件'], ['suggestion', '建议意见']]
export const QUALITIES: [NonNullable<Piece['quality']>, string][] = [['product', '产品质量'], ['engineering', '工程质量'], ['environment', '环境质量'], ['service', '服务质量']]

/** Ticks of the grid that are not saved yet, by unit. */
export interface Ticks {
  paper: boolean
  file: boolean
  reviewed: boolean
  at: string
  reviewer: string
}
export type Column = 'paper' | 'file' | 'reviewed'
export const NO_TICKS: Ticks = { paper: false, file: false, reviewed: false, at: '', reviewer: '' }

/** What of a row can still be ticked: what is not there, or everything after a return. */
export function open(row: Report, column: Column): boolean {
  if (column === 'reviewed') return row.reviewed_on === null
  return row.stage === 'returned' || (column === 'paper' ? row.paper_at === null : row.file_at === null)
}

/** One key for a whole report: ticks everything that is open, or takes it all back. */
export function toggleAll(row: Report, ticks: Ticks): Ticks {
  const columns = (['paper', 'file', 'reviewed'] as const).filter((column) => open(row, column))
  const on = columns.some((column) => !ticks[column])
  return columns.reduce((next, column) => ({ ...next, [column]: on }), ticks)
}

/** The ticks as the front desk takes them. */
export function entriesOf(rows: readonly Report[], ticks: ReadonlyMap<string, Ticks>): Entry[] {
  return rows.flatMap((row) => {
    const own = ticks.get(row.unit)
    if (!own || !(own.paper || own.file || own.reviewed)) return []
    return [{ unit: row.unit, version: row.version, ...own, by_whom: '', paper_way: '', file_way: '' }]
  })
}

/** The next row whose unit begins with what was typed, from the row after `from` on and around. */
export function jump(rows: readonly Report[], from: number, typed: string): number {
  for (let step = 0; step < rows.length; step++) {
    const at = (from + step + (typed.length === 1 ? 1 : 0)) % rows.length
    if (rows[at]?.initials.startsWith(typed) || rows[at]?.initials.slice(1).startsWith(typed)) return at
  }
  return from
}

/** `11-24 16:30` of a moment. */
export function shortMoment(at: string | null): string {
  return at ? `${at.slice(5, 10)} ${at.slice(11, 16)}` : ''
}

/** A mark without needless zeros. */
export function markOf(mark: number): string {
  return String(Math.round(mark * 100) / 100)
}

/** Pieces of a report as they are edited; those that were replaced stay out. */
export function piecesOf(card: Card): Piece[] {
  return card.items.filter((item) => !item.replaced_at).map(({ part, quality, title, text }) => ({ part, quality, title, text }))
}
