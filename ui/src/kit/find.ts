// How units and people of the register are found, for the pickers of every room.
import { ask } from '@/api/ask'
import type { Choice } from './Picker.vue'

export async function findUnits(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: [] })
  return found.units.map((unit) => ({ id: unit.id, label: unit.short, note: unit.short === unit.name ? unit.kind_label : unit.name }))
}

export async function findPeople(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: [] })
  return found.people.map((row) => ({ id: row.person.id, label: row.person.name, note: row.posts_label || row.person.mobile }))
}

/** Those who are proposed first; others are found by typing. */
export function proposing(first: () => readonly { person: string; name: string; post: string }[], find = findPeople) {
  return async (typed: string): Promise<Choice[]> => {
    const own = first().map(({ person, name, post }) => ({ id: person, label: name, note: post }))
    if (!typed && own.length) return own
    const known = own.filter((one) => one.label.includes(typed))
    const others = await find(typed)
    return [...known, ...others.filter((one) => !known.some((own) => own.id === one.id))]
  }
}
