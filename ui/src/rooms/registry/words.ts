// What things of the register are called; asked once, kept while the window is open.
import { shallowRef } from 'vue'
import { ask, type Answer } from '@/api/ask'

export { findPeople, findUnits } from '@/kit'

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
