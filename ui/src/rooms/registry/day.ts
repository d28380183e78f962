// The day as of which the whole room is looked at; null is today. It stays while pages of the room change.
import { ref } from 'vue'

export const asOf = ref<string | null>(null)
