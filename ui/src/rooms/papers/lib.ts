// What the pages of this room share. What a head may hold and what it means, the front desk says.
import type { Answer } from '@/api/ask'
import type { PapersForm } from '@/api/PapersForm'
import type { PaperFile } from '@/api/frame'
import type { PapersText } from '@/api/PapersText'
import type { Upload } from '@/api/Upload'

export type Kind = Answer<'papers_typeset_kinds'>[number]
export type Field = Kind['fields'][number]

/** What is being written, as it is kept as a draft. */
export interface Writing {
  /** The source text itself is edited, not the form. */
  raw: boolean
  source: string
  form: PapersForm
  /** Marks, blanks and levels are put right on the paper. */
  tidy: boolean
}

export function blankForm(kind: string): PapersForm {
  return { kind, fields: {}, authorities: [], annexes: [], body: '' }
}

/** As the front desk takes it. */
export function textOf(writing: Writing, files: Upload[]): PapersText {
  return { source: writing.raw ? writing.source : null, form: writing.raw ? null : writing.form, files, tidy: writing.tidy }
}

/** The paper of an answer as a file to be shown. */
export function paperOf(title: string, base64: string): PaperFile {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
  return { name: `${stem(title)}.pdf`, mime: 'application/pdf', bytes }
}

/** The label that stands for a value, whether its key or its label was written. */
export function chosen(field: Field, value: string | undefined): string {
  const words = (value ?? '').trim()
  return field.choices.find((choice) => choice.key === words || choice.label === words)?.label ?? words
}

/** The name of a file of this title, without what no system takes. */
export function sourceName(title: string): string {
  return `${stem(title)}.txt`
}
const stem = (title: string) => title.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 60) || '未命名'

/** Names in `![caption](name)` that have not come along. */
export function missingPictures(text: string, files: readonly Upload[]): string[] {
  const named = [...text.matchAll(/^\s*!\[[^\]]*\]\(([^)]+)\)\s*$/gm)].map((match) => match[1]!.trim())
  return [...new Set(named)].filter((name) => !files.some((file) => file.name === (name.split(/[\\/]/).pop() ?? name)))
}
