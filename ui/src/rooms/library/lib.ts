// Pure parts of the library's pages.
import type { Answer } from '@/api/ask'
import type { GuidanceFacts } from '@/api/GuidanceFacts'
import type { LibraryFacts } from '@/api/LibraryFacts'

export type Card = Answer<'library_open'>
export type Entry = Card['entry']
export type StepChoice = Card['allowed'][number]
export type VisitCard = Answer<'guidance_open'>
export type { GuidanceFacts, LibraryFacts }

export const KINDS: [LibraryFacts['kind'], string][] = [['law', '法律'], ['regulation', '法规规章'], ['policy', '政策文件'], ['decision', '上级决定'], ['standard', '标准和考核办法']]
export const VALIDITY_TONES = { in_force: 'green', amended: 'amber', repealed: 'red' } as const

export function blankFacts(): LibraryFacts {
  return { kind: 'policy', title: '', issuer: '', letter: '', source: '', issued_on: null, effective_on: null, summary: '', text: '' }
}

/** Names typed in one line, parted by 、，； or blanks; each once. */
export function namesIn(typed: string): string[] {
  return [...new Set(typed.split(/[、，,；;\s]/).map((name) => name.trim()).filter(Boolean))]
}

/** Which parts of a text differ between two versions, by the names that the form gives them. */
export function changedParts(before: LibraryFacts, after: LibraryFacts): string[] {
  const names: [keyof LibraryFacts, string][] = [['kind', '类别'], ['title', '名称'], ['issuer', '发布机关'], ['letter', '文号'], ['source', '来源'], ['issued_on', '发布日期'], ['effective_on', '施行日期'], ['summary', '摘要'], ['text', '正文']]
  return names.filter(([key]) => before[key] !== after[key]).map(([, name]) => name)
}
