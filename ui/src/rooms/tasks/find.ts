// Units and texts for the pickers of this room.
import { ask } from '@/api/ask'
import type { Choice } from '@/kit'

export async function findUnits(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: ['member', 'county', 'park'] })
  return found.units.map((unit) => ({ id: unit.id, label: unit.short, note: unit.short === unit.name ? unit.kind_label : unit.name }))
}

export async function findEntries(words: string): Promise<Choice[]> {
  const { rows } = await ask('library_list', { kind: null, validity: null, words, slice: { offset: 0, limit: 30 }, order: null })
  return rows.map((row) => ({ id: row.id, label: row.title, note: [row.letter, row.validity_label].filter(Boolean).join('　') }))
}
