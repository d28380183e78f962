// What is being typed of a filing, and how it is asked.
import type { Answer, Request } from '@/api/ask'

type Kind = Request<'registry_post_begin'>['kind']
type Asked = Request<'registry_filing_add'>['changes'][number]
type Line = Answer<'registry_contacts'>['rows'][number]

export interface ChangeDraft {
  kind: Kind | ''
  /** Id of the post that ends; empty for none. */
  ends: string
  reason: string
  who: 'none' | 'known' | 'new'
  person: string | null
  name: string
  title: string
  mobile: string
}

export function blankChange(): ChangeDraft {
  return { kind: '', ends: '', reason: '', who: 'new', person: null, name: '', title: '', mobile: '' }
}

/** Whether it says enough to be asked; whether it is lawful is for the front desk. */
export function changeReady(change: ChangeDraft): boolean {
  if (change.kind === '') return false
  if (change.who === 'known') return change.person !== null
  if (change.who === 'new') return change.name.trim() !== ''
  return change.ends !== ''
}

export function changesOf(drafts: readonly ChangeDraft[], holders: readonly Line[]): Asked[] {
  return drafts.flatMap((draft) => (draft.kind === '' ? [] : [{ kind: draft.kind, ends: endsOf(draft, holders), begins: beginsOf(draft) }]))
}

function endsOf(draft: ChangeDraft, holders: readonly Line[]): Asked['ends'] {
  const line = holders.find((holder) => holder.post_id === draft.ends)
  return line ? { post: line.post_id, version: line.post_version, reason: draft.reason.trim() } : null
}

function beginsOf(draft: ChangeDraft): Asked['begins'] {
  const title = draft.title.trim()
  if (draft.who === 'known') return { person: draft.person, new_person: null, title }
  if (draft.who === 'none') return null
  return { person: null, new_person: { name: draft.name.trim(), gender: null, mobile: draft.mobile.trim(), office_phone: '', title, note: '' }, title }
}
