// Districts and parks for the picker.
import { ask } from '@/api/ask'
import type { Choice } from '@/kit'

export async function findGuided(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: ['county', 'park'] })
  return found.units.map((unit) => ({ id: unit.id, label: unit.short, note: unit.kind_label }))
}
