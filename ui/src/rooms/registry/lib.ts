// Pure parts of the register's pages.
import type { Answer } from '@/api/ask'

type Completeness = Answer<'registry_completeness'>
export type MatrixRow = Completeness['rows'][number]
export type Show = 'all' | 'incomplete'

/** Rows of the contacts matrix that are wanted: by kind, by words in the unit's or a person's name, only the incomplete. */
export function matrixRows(rows: readonly MatrixRow[], show: Show, kind: string, words: string): MatrixRow[] {
  const wanted = words.trim()
  return rows.filter(
    (row) =>
      (show === 'all' || !row.complete) &&
      (kind === '' || row.unit_kind === kind) &&
      (wanted === '' || row.unit_name.includes(wanted) || row.unit_short.includes(wanted) || row.cells.some((cell) => cell.names.some((name) => name.includes(wanted)))),
  )
}

/** Kinds as they occur, once each, in their order. */
export function kindsOf(rows: readonly { unit_kind: string; unit_kind_label: string }[]): { key: string; label: string }[] {
  return [...new Map(rows.map((row) => [row.unit_kind, { key: row.unit_kind, label: row.unit_kind_label }])).values()]
}

/** A roster in blocks of one post each, in the order in which it came. */
export function byPost<Line extends { post: string; post_label: string }>(lines: readonly Line[]): { post: string; label: string; lines: Line[] }[] {
  const blocks: { post: string; label: string; lines: Line[] }[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last?.post === line.post) last.lines.push(line)
    else blocks.push({ post: line.post, label: line.post_label, lines: [line] })
  }
  return blocks
}

/** A term of office as people read it; `to` is the first day on which it is no longer held. */
export function span(from: string, to: string | null | undefined): string {
  return to ? `${from} 起，${to} 止` : `${from} 起`
}
