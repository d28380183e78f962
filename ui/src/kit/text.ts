// What an editor shows about a text while it is typed. The paper itself is laid out by the front desk.

/** 0 is a paragraph, 1 to 4 are 一、（一）1.（1）. */
export interface TextLine {
  text: string
  level: 0 | 1 | 2 | 3 | 4
}

const LEVELS: [RegExp, TextLine['level']][] = [
  [/^[一二三四五六七八九十百]+、/, 1],
  [/^[（(][一二三四五六七八九十百]+[）)]/, 2],
  [/^\d{1,2}[.．](?!\d)/, 3],
  [/^[（(]\d{1,2}[）)]/, 4],
]

/** Every line with its level. */
export function linesOf(text: string): TextLine[] {
  return text.split('\n').map((line) => ({ text: line, level: LEVELS.find(([mark]) => mark.test(line.trimStart()))?.[1] ?? 0 }))
}

/** Which levels a text uses, in order. */
export function levelsIn(lines: readonly TextLine[]): number[] {
  return [...new Set(lines.map((line) => line.level))].filter((level) => level > 0).sort()
}

/** Characters, spaces left out: as official texts are counted. */
export function characters(text: string): number {
  return [...text.replace(/\s/gu, '')].length
}

/** `1,286`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `15:42:07` of now. */
export function clock(now: Date): string {
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':')
}

/** The foot line: what was recognised. */
export function levelWords(lines: readonly TextLine[]): string {
  const headings = lines.filter((line) => line.level > 0).length
  return headings === 0 ? '没有分级标题' : `识别标题 ${levelsIn(lines).length} 级 ${headings} 处`
}
