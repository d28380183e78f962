// What things of the register are called and how units and people are found; asked once, kept while the window is open.
import { shallowRef } from 'vue'
import { ask, type Answer } from '@/api/ask'
import type { Choice } from '@/kit'

type Words = Answer<'registry_words'>
const words = shallowRef<Words>({ unit_kinds: [], posts: [], filed_posts: [], duty_kinds: [], genders: [] })
let asked = false

export function useWords() {
  if (!asked) {
    asked = true
    ask('registry_words', {})
      .then((answer) => (words.value = answer))
      .catch(() => (asked = false))
  }
  return words
}

export async function findUnits(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: [] })
  return found.units.map((unit) => ({ id: unit.id, label: unit.short, note: unit.short === unit.name ? unit.kind_label : unit.name }))
}

export async function findPeople(typed: string): Promise<Choice[]> {
  const found = await ask('registry_find', { words: typed, kinds: [] })
  return found.people.map((row) => ({ id: row.person.id, label: row.person.name, note: row.posts_label || row.person.mobile }))
}
