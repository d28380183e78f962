// Pure parts of the document pages. What is lawful, what a step asks for and what things are called comes from the front
// desk; here it is only put in order.
import type { Answer, Request } from '@/api/ask'
import type { OutgoingFacts } from '@/api/OutgoingFacts'
import type { OutgoingWords } from '@/api/OutgoingWords'
import type { MenuItem } from '@/kit'

export type IncomingCard = Answer<'incoming_open'>
export type Incoming = IncomingCard['paper']
export type IncomingChoices = Answer<'incoming_choices'>
export type IncomingFacts = Request<'incoming_receive'>['facts']
export type OutgoingCard = Answer<'outgoing_open'>
export type Outgoing = OutgoingCard['document']
export type Choices = Answer<'outgoing_choices'>
export type Template = Answer<'document_templates'>[number]
export type Letter = Answer<'document_delegations'>[number]
export type Choice = IncomingCard['allowed'][number]
export type Version = Answer<'outgoing_versions'>[number]
export type Comparison = Answer<'outgoing_compare'>
export type Proof = IncomingCard['proofs'][number]
export type { OutgoingFacts, OutgoingWords }

type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export const INCOMING_TONES: Record<Incoming['stage'], Tone> = { received: 'amber', registered: 'amber', checked: 'amber', deputy: 'blue', leader: 'blue', ready: 'amber', handling: 'blue', answered: 'blue', closed: 'green', returned: 'grey' }
export const OUTGOING_TONES: Record<Outgoing['stage'], Tone> = { draft: 'blue', section: 'amber', office_director: 'amber', deputy: 'amber', leader: 'amber', signed: 'blue', proofread: 'blue', printed: 'green', revoked: 'red', repealed: 'grey', voided: 'red', dropped: 'grey' }

/** Numbers of a paper in one line: its own and that of the register of filings. */
export function numbersOf(paper: Pick<Incoming, 'number' | 'filing_number'>): string {
  return [paper.number, paper.filing_number].filter(Boolean).join('　')
}

/** What was registered, as the form takes it. */
export function factsOf(paper: Incoming): IncomingFacts {
  const { kind, sender, sender_name, letter, dated_on, title, summary, copies, secrecy, urgency, received_on, received_by, way } = paper
  return { kind, sender, sender_name, letter, dated_on, title, summary, copies, secrecy, urgency, received_on, received_by, way }
}

/** A form for a paper that has just come. */
export function blankFacts(today: string | null): IncomingFacts {
  return { kind: 'other', sender: null, sender_name: '', letter: '', dated_on: null, title: '', summary: '', copies: 1, secrecy: 'public', urgency: 'plain', received_on: today, received_by: '', way: '机要交换' }
}

/** Places with files, and those to which a file may still be put. The last step's comes first where one is chosen. */
export function filled(proofs: readonly Proof[]): Proof[] {
  return proofs.filter((place) => place.files.length > 0)
}

/** The one way in which a place is told from the others: a purpose, of an instruction or of the record. */
export function placeKey(place: Pick<Proof, 'purpose' | 'instruction'>): string {
  return `${place.instruction ?? ''}/${place.purpose}`
}

/** Steps as buttons: what usually comes and what is near it; the rest, and what ends or throws back, in a menu. */
export function laidOut(steps: readonly Choice[], shown = 3): { buttons: Choice[]; menu: Choice[] } {
  const near = [...steps.filter((step) => !step.danger && !step.main), ...steps.filter((step) => step.main)].slice(-shown)
  return { buttons: near, menu: steps.filter((step) => !near.includes(step)) }
}

/** Steps of a menu; `not` says why whoever sits here may take none. */
export function itemsOf(steps: readonly Choice[], not: string | null): MenuItem[] {
  return steps.map((step) => ({ key: step.step, label: `${step.label}……`, why: not ?? step.why_not, article: not ? null : step.article, danger: step.danger, test: `step-${step.step}` }))
}

/** What one name can issue. */
export function routeOf(choices: Choices | null | undefined, issuer: OutgoingFacts['issuer']): Choices['routes'][number] | undefined {
  return choices?.routes.find((route) => route.issuer === issuer)
}

/** Prefixes of a kind in one name, the usual one first. */
export function prefixesOf(choices: Choices | null | undefined, issuer: OutgoingFacts['issuer'], kind: string): Choices['prefixes'] {
  const keys = routeOf(choices, issuer)?.kinds.find((one) => one.key === kind)?.prefixes ?? []
  return keys.flatMap((key) => choices?.prefixes.filter((prefix) => prefix.key === key) ?? [])
}

/** Words of an empty draft. */
export function blankWords(kind: string): OutgoingWords {
  return { kind, title: '', sent_to: [], copies_to: [], text: '', annexes: [], note: '' }
}

/** What of a comparison is shown: parts in which something changed, or all. */
export function changedParts(comparison: Comparison, all: boolean): Comparison['parts'] {
  return all ? comparison.parts : comparison.parts.filter((part) => part.pieces.some((piece) => piece.mark !== 'kept'))
}

/** A whole number of copies as typed, or null. */
export function countOf(typed: string): number | null {
  return /^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed.trim()) : null
}
