// How much is overdue in each room, for the navigation. A count that cannot be had is simply not shown.
import { ref } from 'vue'
import { ask } from '@/api/ask'

export function useNavCounts() {
  const counts = ref<Record<string, number>>({})
  async function refresh() {
    counts.value = await ask('workbench_counts', {}).catch(() => ({}))
  }
  return { refresh, of: (key: string) => counts.value[key] ?? 0 }
}
