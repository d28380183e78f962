// Writing a text that is kept by the front desk: Ctrl+S, what is unsaved, what the foot line says of it.
import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue'
import type { Draft } from './drafts'
import { clock } from './text'
import type { Deed } from './work'

export interface Writing {
  /** Saves what differs; true where nothing is left unsaved. */
  save: () => Promise<boolean>
  /** 已保存, 有改动未保存, 只供查看 … */
  state: ComputedRef<string>
}

export interface WritingOptions<F> {
  form: Ref<F>
  draft: Draft
  deed: Deed
  /** Why the text may not be saved; null where it may. */
  fixed: () => string | null
  /** Whether it is the record that stands against it, not whoever sits here. */
  over: () => boolean
  /** Sends the form and answers what is saved now; nothing after a refusal. */
  send: (form: F) => Promise<F | undefined>
  /** A dialog is open that has its own Ctrl+S. */
  away: () => boolean
}

export function useWriting<F extends object>({ form, draft, deed, fixed, over, send, away }: WritingOptions<F>): Writing {
  const savedAt = ref('')
  async function save(): Promise<boolean> {
    if (fixed() !== null || !draft.changed.value) return true
    const sent = JSON.stringify(form.value)
    const saved = await send(JSON.parse(sent) as F)
    if (!saved) return false
    // Keys pressed while it was being saved stay unsaved.
    if (JSON.stringify(form.value) === sent) {
      form.value = JSON.parse(JSON.stringify(saved)) as F
      draft.saved()
    }
    savedAt.value = clock(new Date())
    return true
  }
  function keys(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || away()) return
    event.preventDefault()
    void save()
  }
  onMounted(() => addEventListener('keydown', keys))
  onBeforeUnmount(() => removeEventListener('keydown', keys))
  const state = computed(() => {
    if (deed.busy.value) return '正在保存……'
    if (over()) return '文字已固定'
    if (fixed() !== null) return '只供查看'
    if (draft.changed.value) return '有改动未保存'
    return savedAt.value ? `已保存 ${savedAt.value}` : '已保存'
  })
  return { save, state }
}
