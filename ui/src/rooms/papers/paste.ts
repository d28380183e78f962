// A table copied from Excel or WPS with merged cells: plain text loses them, the HTML beside it does not. `<<` belongs to the cell at
// the left, `^^` to the one above, as the front desk reads them. Tables without merged cells are left to the plain text.

const LEFT = '<<'
const UP = '^^'
/** A table larger than this is pasted as plain text. */
const MOST = 20_000

/** The rows as text with tabs; `null` if the HTML holds no single table with merged cells. */
export function mergedRows(html: string): string | null {
  if (!/(col|row)span/i.test(html)) return null
  const tables = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('table')
  if (tables.length !== 1) return null
  const grid: (string | undefined)[][] = []
  let merged = false
  let count = 0
  for (const [r, row] of [...tables[0]!.rows].entries()) {
    let at = 0
    for (const cell of row.cells) {
      const line = (grid[r] ??= [])
      while (line[at] !== undefined) at++
      const [cols, rows] = [Math.max(cell.colSpan, 1), Math.max(cell.rowSpan, 1)]
      merged ||= cols > 1 || rows > 1
      count += cols * rows
      if (count > MOST) return null
      for (let down = 0; down < rows; down++)
        for (let over = 0; over < cols; over++) (grid[r + down] ??= [])[at + over] = down > 0 ? UP : over > 0 ? LEFT : wordsOf(cell)
      at += cols
    }
  }
  if (!merged) return null
  const columns = Math.max(...grid.map((row) => row?.length ?? 0))
  return grid
    .slice(0, tables[0]!.rows.length)
    .map((row) => Array.from({ length: columns }, (_, i) => row?.[i] ?? '').join('\t'))
    .join('\n')
}

/** Words of a cell; one of several lines is put in quotation marks, as spreadsheets do. */
function wordsOf(cell: HTMLTableCellElement): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\u0000')
  const words = (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
  const lines = words.split('\u0000').map((line) => line.trim())
  return lines.length > 1 ? `"${lines.join('\n').replace(/"/g, '""')}"` : words
}

/** Puts such a table in place of what is marked in the text; true if it did. */
export function pasteTable(event: ClipboardEvent): boolean {
  const area = event.target
  const rows = area instanceof HTMLTextAreaElement && !area.readOnly ? mergedRows(event.clipboardData?.getData('text/html') ?? '') : null
  if (rows === null || !(area instanceof HTMLTextAreaElement)) return false
  event.preventDefault()
  area.setRangeText(`${rows}\n`, area.selectionStart, area.selectionEnd, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
