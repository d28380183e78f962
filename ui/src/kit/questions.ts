// Questions that must be answered before anything happens. Going back in the browser's history changes the hash while a
// question stands; it must not answer it.
import { ElMessageBox } from 'element-plus'
import { h } from 'vue'

/** Asks before a step that cannot be undone; `consequence` says in words what will be so afterwards. True when wanted. */
export async function confirmDanger(title: string, consequence: string | string[], yes: string): Promise<boolean> {
  return confirmed(title, consequence, yes, true)
}

/** Asks before a step that matters, but can be undone. */
export async function confirmStep(title: string, consequence: string | string[], yes: string): Promise<boolean> {
  return confirmed(title, consequence, yes, false)
}

async function confirmed(title: string, words: string | string[], yes: string, danger: boolean): Promise<boolean> {
  const lines = Array.isArray(words) ? words : [words]
  const message = h('div', { 'data-test': 'question' }, lines.map((line) => h('p', { style: 'margin:0 0 6px' }, line)))
  const look = { confirmButtonText: yes, cancelButtonText: '取消', confirmButtonClass: danger ? 'el-button--danger' : '' }
  try {
    await ElMessageBox.confirm(message, title, { ...look, autofocus: !danger, closeOnClickModal: false, closeOnHashChange: false })
    return true
  } catch {
    return false
  }
}

/** Asks what to do with unsaved input on leaving. */
export async function askToLeave(): Promise<'keep' | 'discard' | 'stay'> {
  try {
    await ElMessageBox.confirm('这一页有尚未保存的内容。留作草稿，下次打开本页时会还给您；退出程序后草稿不再保留。', '尚未保存', {
      confirmButtonText: '留作草稿并离开',
      cancelButtonText: '放弃改动并离开',
      distinguishCancelAndClose: true,
      closeOnClickModal: false,
      closeOnHashChange: false,
    })
    return 'keep'
  } catch (action) {
    return action === 'cancel' ? 'discard' : 'stay'
  }
}
