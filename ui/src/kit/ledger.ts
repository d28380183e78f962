// What a ledger table asks for and what it remembers. The table never holds more than one page.

import type { Order } from '@/api/Order'

export type Direction = 'asc' | 'desc'

export interface Column<Row = Record<string, unknown>> {
  key: string
  label: string
  /** Width in CSS px; a column without one takes what is left. */
  width?: number
  /** What a column without a width must have left to it, in CSS px; columns marked `wide` give way to that. */
  least?: number
  align?: 'left' | 'right' | 'center'
  /** The front desk knows this column's order. */
  sortable?: boolean
  /** Hidden until the person asks for it. */
  hidden?: boolean
  /** Left out where the window is narrow, the last such column first, unless the person chose the columns. */
  wide?: boolean
  /** Text of a cell where the row's own field is not what should be shown. */
  text?: (row: Row) => string
}

export interface LedgerQuery {
  page: number
  size: number
  sort: string | null
  direction: Direction
}

export interface LedgerPage<Row> {
  rows: Row[]
  total: number
}

export const PAGE_SIZES = [20, 50, 100, 200]

export function fieldOf(row: unknown, key: string): unknown {
  return (row as Record<string, unknown>)[key]
}

/** Least width of a column that takes what is left, in CSS px. */
export const LEAST = 150

/** The columns that fit into `room` px: columns marked `wide` give way from the right until the rest fits. */
export function fitting<C extends Pick<Column, 'width' | 'wide' | 'least'>>(columns: readonly C[], room: number, widthOf: (column: C) => number | undefined): C[] {
  const kept = [...columns]
  const needed = () => kept.reduce((sum, column) => sum + (widthOf(column) ?? column.least ?? LEAST), 0)
  while (needed() > room) {
    const last = kept.findLastIndex((column) => column.wide)
    if (last < 0) break
    kept.splice(last, 1)
  }
  return kept
}

/** A page as the front desk counts: rows to leave out, rows wanted. */
export function sliceOf(query: LedgerQuery): { offset: number; limit: number } {
  return { offset: (query.page - 1) * query.size, limit: query.size }
}

/** The order as the front desk takes it; null is the list's own. */
export function orderOf(query: LedgerQuery): Order | null {
  return query.sort === null ? null : { by: query.sort, desc: query.direction === 'desc' }
}

export interface Part {
  slice: { offset: number; limit: number }
  order: Order | null
}

/** Asks for what the table wants and keeps its order, so that an export is exactly what is shown. */
export function inOrder<A>(ask: (part: Part) => Promise<A>): { load: (query: LedgerQuery) => Promise<A>; whole: () => Part } {
  let order: Order | null = null
  return {
    load: (query) => ask({ slice: sliceOf(query), order: (order = orderOf(query)) }),
    // The front desk exports all that fits, whatever the page.
    whole: () => ({ slice: { offset: 0, limit: 500 }, order }),
  }
}

/** How the page count and the page asked for fit together after rows went away. */
export function lastPage(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}

/** Width, order and choice of columns outlive the program; where a list was left lives as long as the window. */
export interface Remembered {
  widths: Record<string, number>
  shown: string[] | null
  size: number
}

const places = new Map<string, { query: LedgerQuery; scroll: number; filters: Record<string, unknown> }>()

export function placeOf(id: string) {
  return places.get(id)
}
export function rememberPlace(id: string, place: { query: LedgerQuery; scroll: number; filters: Record<string, unknown> }) {
  places.set(id, place)
}
/** The filters with which a list was left, in the shape of `empty`; what is not in it stays out. */
export function recallFilters<F extends object>(id: string, empty: F): F {
  const kept = places.get(id)?.filters ?? {}
  const known = Object.keys(empty).filter((key) => key in kept)
  return { ...empty, ...Object.fromEntries(known.map((key) => [key, kept[key]])) } as F
}
export function forgetPlaces() {
  places.clear()
}

export function recallLook(id: string): Remembered {
  const empty: Remembered = { widths: {}, shown: null, size: 50 }
  try {
    const kept = JSON.parse(localStorage.getItem(`ledger.${id}`) ?? 'null') as Partial<Remembered> | null
    if (!kept) return empty
    return {
      widths: typeof kept.widths === 'object' && kept.widths !== null ? kept.widths : {},
      shown: Array.isArray(kept.shown) ? kept.shown : null,
      size: PAGE_SIZES.includes(Number(kept.size)) ? Number(kept.size) : 50,
    }
  } catch {
    return empty
  }
}

export function keepLook(id: string, look: Remembered) {
  try {
    localStorage.setItem(`ledger.${id}`, JSON.stringify(look))
  } catch {
    // A full or forbidden storage costs only the remembered widths.
  }
}
