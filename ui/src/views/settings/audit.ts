// What one audit row changed, as lines for reading.

export interface Change {
  table: string
  op: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}
export interface Line {
  field: string
  before: string
  after: string
}

const OPS: Record<string, string> = { insert: '新增', update: '更改', delete: '删除' }

export function readChanges(json: string): Change[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? (list as Change[]) : []
  } catch {
    return []
  }
}

export function opWords(op: string): string {
  return OPS[op.toLowerCase()] ?? op
}

/** Only what differs, for an update; everything, for a new row or one that went. */
export function linesOf(change: Change): Line[] {
  const [before, after] = [change.before ?? {}, change.after ?? {}]
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const both = change.before !== null && change.after !== null
  return fields
    .map((field) => ({ field, before: words(before[field]), after: words(after[field]) }))
    .filter((line) => (both ? line.before !== line.after : line.before !== '' || line.after !== ''))
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
